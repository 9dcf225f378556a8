import { SharePanel } from '@/components/article/share-panel';

/** What a reader can do with an article: share it, print it. */
export function ReadingTools({ headline, address }: { headline: string; address: string }) {
  return (
    <div className="reading-tools">
      <SharePanel headline={headline} address={address} />
      <button type="button" data-does="print" data-enhanced="" hidden>
        打印
      </button>
    </div>
  );
}
