import { FrontBlockView } from '@/components/front/front-block-view';
import type { FrontBlock } from '@/features/fronts/list-front-blocks';

/** The home page: the lead over the full width, three columns below it, then the sections. */
export function HomeFront({ blocks }: { blocks: FrontBlock[] }) {
  const leads = blocks.filter((block) => block.kind === 'lead');
  const columns = blocks.filter((block) => block.kind !== 'lead' && block.kind !== 'section');
  const sectionBlocks = blocks.filter((block) => block.kind === 'section');
  return (
    <div className="home-front">
      {leads.map((block) => (
        <FrontBlockView key={block.id} block={block} />
      ))}
      <div className="front-columns">
        {columns.map((block) => (
          <FrontBlockView key={block.id} block={block} />
        ))}
      </div>
      <div className="front-sections">
        {sectionBlocks.map((block) => (
          <FrontBlockView key={block.id} block={block} />
        ))}
      </div>
    </div>
  );
}
