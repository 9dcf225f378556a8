import { SharePanel } from '@/components/article/share-panel';
import { reportAddress } from '@/lib/addresses';

type ReadingToolsProps = { articleId: number; headline: string; address: string };

/** What a reader can do with an article: share it, report an error in it, print it. */
export function ReadingTools({ articleId, headline, address }: ReadingToolsProps) {
  return (
    <div className="reading-tools">
      <SharePanel headline={headline} address={address} />
      <a href={`${reportAddress}?article=${articleId}`} rel="nofollow" className="report-link">
        纠错
      </a>
      <button type="button" data-does="print" data-enhanced="" hidden>
        打印
      </button>
    </div>
  );
}
