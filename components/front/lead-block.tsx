import { HeadlineLink } from '@/components/front/headline-link';
import type { FrontBlock } from '@/features/fronts/list-front-blocks';

/** The one headline of the day, centred, with its abstract and a line of further headlines. */
export function LeadBlock({ block }: { block: FrontBlock }) {
  const [lead, ...others] = block.items;
  if (lead === undefined) return null;
  return (
    <section className="lead-block" aria-label={block.title}>
      <h2>
        <HeadlineLink item={lead} />
      </h2>
      {lead.abstract && <p className="abstract">{lead.abstract}</p>}
      {others.length > 0 && (
        <ul>
          {others.map((item) => (
            <li key={item.headline}>
              <HeadlineLink item={item} isShort />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
