import { InlineText } from '@/components/article/inline-text';
import type { BlockOf } from '@/lib/article-body';

export function Quote({ block }: { block: BlockOf<'quote'> }) {
  return (
    <blockquote>
      {block.content.map((paragraph, index) => (
        <p key={index}>
          <InlineText content={paragraph.content} />
        </p>
      ))}
    </blockquote>
  );
}
