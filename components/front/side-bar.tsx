import { FrontBlockView } from '@/components/front/front-block-view';
import type { FrontBlock } from '@/features/fronts/list-front-blocks';

/** What stands beside an article or a list: 城市观察 and the newest articles. */
export function SideBar({ blocks }: { blocks: FrontBlock[] }) {
  return (
    <aside className="side-bar" aria-label="更多内容">
      {blocks.map((block) => (
        <FrontBlockView key={block.id} block={block} />
      ))}
    </aside>
  );
}
