import { InlineText } from '@/components/article/inline-text';
import type { BlockOf } from '@/lib/article-body';

export function Note({ block }: { block: BlockOf<'note'> }) {
  return (
    <aside className="note" aria-label={block.attrs.label}>
      <p className="note-label">{block.attrs.label}</p>
      {block.content.map((paragraph, index) => (
        <p key={index}>
          <InlineText content={paragraph.content} />
        </p>
      ))}
    </aside>
  );
}
