import { InlineText } from '@/components/article/inline-text';
import type { BlockOf } from '@/lib/article-body';

/** No aside: readers of pages (Readability, reader views) take asides for furniture and leave them out. */
export function Note({ block }: { block: BlockOf<'note'> }) {
  return (
    <div className="note" role="note" aria-label={block.attrs.label}>
      <p className="note-label">{block.attrs.label}</p>
      {block.content.map((paragraph, index) => (
        <p key={index}>
          <InlineText content={paragraph.content} />
        </p>
      ))}
    </div>
  );
}
