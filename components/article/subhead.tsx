import { InlineText } from '@/components/article/inline-text';
import type { BlockOf } from '@/lib/article-body';

/** One line, or a pair of matching lines under one heading. */
export function Subhead({ block }: { block: BlockOf<'subhead'> }) {
  return (
    <h2>
      {block.content.map((line, index) => (
        <span key={index}>
          <InlineText content={line.content} />
        </span>
      ))}
    </h2>
  );
}
