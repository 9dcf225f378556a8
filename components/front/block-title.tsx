import { sectionAddress } from '@/lib/addresses';

type BlockTitleProps = { id: string; title: string; sectionPath?: string | null; moreAddress?: string };

export function BlockTitle({ id, title, sectionPath, moreAddress }: BlockTitleProps) {
  const address = moreAddress ?? (sectionPath ? sectionAddress(sectionPath) : undefined);
  return (
    <div className="block-title">
      <h2 id={id}>{title}</h2>
      {address && (
        <a href={address} aria-label={`更多${title}`}>
          更多&gt;&gt;
        </a>
      )}
    </div>
  );
}
