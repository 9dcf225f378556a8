import { chooseTime, findTimes } from '@/features/archive-import/published-time';
import type { ScannedPage } from '@/features/archive-import/scan-html';

/** What the head of a page says for machines; weaker than what readers see, since templates fill it. */
export type HtmlMetadata = {
  titles: string[];
  publishedAt: Date | undefined;
  source: string;
  authors: string[];
  editors: string[];
  trail: string[];
  description: string;
  /** The page's own address, absolute; empty where it names none. */
  address: string;
};

const timeNames =
  'article:published_time,og:article:published_time,og:published_time,datepublished,pubdate,publishdate,publish_date,publishtime,pubtime,date,dc.date,dc.date.issued,dcterms.created,weibo:article:create_at,bytedance:published_time,og:release_date,sailthru.date,parsely-pub-date,apub:time'.split(
    ',',
  );

type Node = Record<string, unknown>;
const mostNodes = 2000;

export function readHtmlMetadata({ metas, jsonLd, canonical }: ScannedPage): HtmlMetadata {
  const first = (...names: string[]) =>
    names.map((name) => metas.get(name)?.[0]?.trim() ?? '').find((value) => value !== '') ?? '';
  const articles = jsonLd.flatMap(nodesOf);
  const article = articles.find((node) => /Article|BlogPosting|WebPage/u.test(typeOf(node)));
  const times = [...timeNames.map((name) => first(name)), stringOf(article?.datePublished)];
  return {
    titles: [first('articletitle', 'og:title', 'twitter:title', 'title'), stringOf(article?.headline)].filter(
      (title) => title !== '',
    ),
    publishedAt: times.map(instantOf).find((instant) => instant !== undefined),
    source: first('contentsource', 'source', 'mediaid', 'article:source', 'og:article:source'),
    authors: [first('author', 'article:author', 'og:article:author'), ...namesOf(article?.author)].filter(
      (name) => name !== '' && !/^https?:/u.test(name),
    ),
    editors: namesOf(article?.editor),
    trail: trailOf(articles),
    description: first('description', 'og:description'),
    address:
      [canonical, first('og:url'), stringOf(article?.url), stringOf(article?.mainEntityOfPage)]
        .map(addressOf)
        .find((address) => address !== '') ?? '',
  };
}

/** An http address without its fragment; empty for what is none. */
export function addressOf(text: string): string {
  const whole = text.trim().startsWith('//') ? `https:${text.trim()}` : text.trim();
  if (!/^https?:\/\//iu.test(whole) || whole.length > 2000 || !URL.canParse(whole)) return '';
  const url = new URL(whole);
  url.hash = '';
  return url.href;
}

function instantOf(text: string): Date | undefined {
  if (text === '') return undefined;
  // With a zone of its own, other than Beijing's, only the calendar knows.
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/u.test(text) && !/\+08:?00$/u.test(text)) {
    const instant = new Date(text);
    const year = instant.getUTCFullYear();
    return year >= 1990 && year < 2100 ? instant : undefined;
  }
  return chooseTime(findTimes(text))?.instant;
}

function nodesOf(json: string): Node[] {
  if (json.length > 500_000) return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return [];
  }
  const found: Node[] = [];
  const open: unknown[] = [parsed];
  while (open.length > 0 && found.length < mostNodes) {
    const value = open.shift();
    if (Array.isArray(value)) open.push(...value.slice(0, mostNodes));
    else if (isNode(value)) {
      found.push(value);
      open.push(value['@graph']);
    }
  }
  return found;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const typeOf = (node: Node) =>
  [node['@type']]
    .flat()
    .filter((one) => typeof one === 'string')
    .join(' ');

function stringOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return isNode(value) && typeof value['@id'] === 'string' ? value['@id'] : '';
}

function namesOf(value: unknown): string[] {
  return [value]
    .flat()
    .map((one) =>
      isNode(one) && /Organi/u.test(typeOf(one)) ? '' : isNode(one) ? stringOf(one.name) : stringOf(one),
    )
    .filter((name) => name !== '');
}

function trailOf(nodes: Node[]): string[] {
  const list = nodes.find((node) => typeOf(node) === 'BreadcrumbList')?.itemListElement;
  return Array.isArray(list)
    ? list
        .map((one: unknown) =>
          isNode(one) ? stringOf(one.name) || (isNode(one.item) ? stringOf(one.item.name) : '') : '',
        )
        .filter(Boolean)
    : [];
}
