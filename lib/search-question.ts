import { searchAddress } from '@/lib/addresses';

/** A search as its address says it. */
export type SearchQuestion = {
  query: string;
  /** A section's path; empty for the whole portal. */
  section: string;
  /** Published within so many days; 0: whenever. */
  days: number;
  source: string;
  person: string;
  order: 'relevance' | 'time';
  /** Where the page begins, see features/search/search-articles.ts. */
  from: { tier: number; before: number } | undefined;
};

export const searchSpans = [
  { days: 0, label: '不限时间' },
  { days: 1, label: '一天内' },
  { days: 7, label: '一周内' },
  { days: 30, label: '一月内' },
  { days: 365, label: '一年内' },
] as const;

const longest = 200;

/** What an address asks; what it says wrongly is left out, so that every address finds something. */
export function readSearchQuestion(params: URLSearchParams): SearchQuestion {
  const text = (name: string) => (params.get(name) ?? '').trim().slice(0, longest).toWellFormed();
  const days = Number(params.get('days'));
  const [, tier, before] = /^([0-3])\.(\d{1,16})$/u.exec(params.get('from') ?? '') ?? [];
  const isPosition = before !== undefined && Number.isSafeInteger(Number(before));
  return {
    query: text('q'),
    section: /^[a-z0-9/-]{1,200}$/u.test(text('section')) ? text('section') : '',
    days: searchSpans.some((span) => span.days === days) ? days : 0,
    source: text('source'),
    person: text('person'),
    order: params.get('order') === 'time' ? 'time' : 'relevance',
    from: isPosition ? { tier: Number(tier), before: Number(before) } : undefined,
  };
}

/** The one address of a question: parameters in one order, and none that says what goes without saying. */
export function searchQuestionAddress(question: Partial<SearchQuestion>): string {
  const query = searchQuestionQuery(question);
  return query === '' ? searchAddress : `${searchAddress}?${query}`;
}

export function searchQuestionQuery(question: Partial<SearchQuestion>): string {
  const { query = '', section = '', days = 0, source = '', person = '', order, from } = question;
  if (query === '') return '';
  return new URLSearchParams({
    q: query,
    ...(section !== '' && { section }),
    ...(days > 0 && { days: String(days) }),
    ...(source !== '' && { source }),
    ...(person !== '' && { person }),
    ...(order === 'time' && { order }),
    ...(from && { from: `${from.tier}.${from.before}` }),
  }).toString();
}

/** The instant from which on articles are asked for; undefined for whenever. */
export function startOfSpan({ days }: SearchQuestion, now = new Date()): Date | undefined {
  return days === 0 ? undefined : new Date(now.getTime() - days * 86_400_000);
}
