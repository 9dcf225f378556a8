import type { FrontItem } from '@/features/fronts/list-front-blocks';
import { articleAddress } from '@/lib/addresses';

type HeadlineLinkProps = { item: FrontItem; isShort?: boolean };

/** The headline as a link to its article, or as plain text where there is no article of ours. */
export function HeadlineLink({ item, isShort = false }: HeadlineLinkProps) {
  const { article, headline } = item;
  if (article === undefined) return <>{headline}</>;
  return <a href={articleAddress(article.id)}>{isShort ? article.shortHeadline || headline : headline}</a>;
}
