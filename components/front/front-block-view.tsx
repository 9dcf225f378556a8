import { CityObservationBlock } from '@/components/front/city-observation-block';
import { LeadBlock } from '@/components/front/lead-block';
import { PicturesBlock } from '@/components/front/pictures-block';
import { RollingBlock } from '@/components/front/rolling-block';
import { SectionBlock } from '@/components/front/section-block';
import type { FrontBlock } from '@/features/fronts/list-front-blocks';

export function FrontBlockView({ block }: { block: FrontBlock }) {
  switch (block.kind) {
    case 'lead':
      return <LeadBlock block={block} />;
    case 'pictures':
      return <PicturesBlock block={block} />;
    case 'rolling':
    case 'recent':
      return <RollingBlock block={block} />;
    case 'section':
      return <SectionBlock block={block} />;
    case 'cityObservation':
      return <CityObservationBlock block={block} />;
    default:
      return block.kind satisfies never;
  }
}
