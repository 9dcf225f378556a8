export type ShareCardProps = { name: string; description: string; image: string };

/**
 * What WeChat and QQ show of a page that is passed on, as they look for it without their script library. The page
 * server moves these lines into the head, where React leaves none of them.
 */
export function ShareCard({ name, description, image }: ShareCardProps) {
  return (
    <>
      <meta itemProp="name" content={name} />
      <meta itemProp="description" content={description} />
      <meta itemProp="image" content={image} />
    </>
  );
}
