import { InlineText } from '@/components/article/inline-text';
import type { BlockOf } from '@/lib/article-body';

export function ListBlock({ block }: { block: BlockOf<'list'> }) {
  const List = block.attrs.ordered ? 'ol' : 'ul';
  return (
    <List>
      {block.content.map((item, index) => (
        <li key={index}>
          {item.content.map((paragraph, position) => (
            <p key={position}>
              <InlineText content={paragraph.content} />
            </p>
          ))}
        </li>
      ))}
    </List>
  );
}
