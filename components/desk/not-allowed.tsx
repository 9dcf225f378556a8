import { ButtonLink } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';

/** In place of a page that the editor's roles do not open; `reason` is the NotAllowedError's sentence. */
export function NotAllowed({ reason }: { reason: string }) {
  return (
    <>
      <PageTitle title="没有权限" />
      <p className="mb-4 max-w-prose">{reason}</p>
      <div className="flex gap-2">
        <ButtonLink href="/desk">回到采编台</ButtonLink>
        <ButtonLink href="/desk/editors/roles" look="quiet">
          看看各岗位能做什么
        </ButtonLink>
      </div>
    </>
  );
}
