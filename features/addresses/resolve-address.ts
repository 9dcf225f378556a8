import { and, eq, inArray } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { sections } from '@/db/schema/sections';
import { redirects } from '@/db/schema/site';
import { findMachineRoute } from '@/features/addresses/machine-addresses';
import { findSectionByPath } from '@/features/sections/section-tree';
import { getSiteSettings } from '@/features/settings/get-site-settings';
import { countAuthorPages, findAuthor } from '@/features/contributors/list-author-page';
import { standingOfTag } from '@/features/addresses/tag-standing';
import { countCorrectionPages } from '@/features/corrections/list-corrections';
import { countListed, pageCountOf } from '@/features/articles/list-section-page';
import {
  articleAddress,
  correctionsAddress,
  latestAddress,
  reportAddress,
  reportReceivedAddress,
  searchAddress,
  sectionAddress,
} from '@/lib/addresses';
import { dayNumberOf, endOfDay } from '@/lib/dates';
import { standingPageKeys } from '@/lib/site-settings';
import { longestQuote } from '@/lib/reader-report';
import { readSearchQuestion, type SearchQuestion, searchQuestionQuery } from '@/lib/search-question';

/** What Next renders for an address: a path of our own making, never the words of a request. */
export type ReaderRoute = {
  path: string;
  /** Canonical query of the parameters that the route declares, without question mark. */
  query: string;
  /** From then on the page would read differently without anyone having written anything. */
  validUntil?: Date;
};

export type AddressStanding =
  | { kind: 'live'; route: ReaderRoute }
  | { kind: 'moved'; to: string }
  | { kind: 'gone'; route: ReaderRoute }
  /** The whole site is under maintenance; the crawlers' own file stays, or they would stay away for long. */
  | { kind: 'closed'; seconds: number; message: string }
  | { kind: 'missing'; route: ReaderRoute };

const missing: AddressStanding = { kind: 'missing', route: { path: '/notice/missing', query: '' } };
const live = (path: string, query = ''): AddressStanding => ({ kind: 'live', route: { path, query } });

/**
 * What stands at a path: the one question that settles the status before anything is rendered. `path` is
 * decoded and begins with a slash. Parameters that a route does not declare are dropped; declared ones with
 * an impossible value make the address missing.
 */
export async function resolveAddress(path: string, query: URLSearchParams): Promise<AddressStanding> {
  const { maintenance } = await getSiteSettings();
  if (maintenance.isOn && path !== '/robots.txt') {
    return { kind: 'closed', seconds: maintenance.minutes * 60, message: maintenance.message };
  }
  if (path === '/') return home();
  const moved = await findRedirect(path, query);
  if (moved !== undefined) return moved;
  // Before the lower-case spelling: a tag's name keeps its capitals.
  const tag = await standingOfTag(path, query, { missing, standingOfPages });
  if (tag !== undefined) return tag;
  const canonical = canonicalPath(path);
  if (canonical === '/') return { kind: 'moved', to: '/' };
  const standing = await standingOfCanonical(canonical, query);
  // Another spelling of an address that moved: one hop as well.
  if (canonical !== path && standing.kind === 'missing') {
    return (await findRedirect(canonical, query)) ?? standing;
  }
  if (canonical === path || standing.kind === 'missing' || standing.kind === 'moved') return standing;
  if (standing.kind === 'closed') return standing;
  return { kind: 'moved', to: withQuery(canonical, standing.route.query) };
}

/** One slash between segments, none at the end, lower case: every other spelling is answered by a 301. */
function canonicalPath(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  return `/${segments.join('/').toLowerCase()}`;
}

function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}

function home(): AddressStanding {
  // The front page carries the day's date.
  const validUntil = endOfDay(dayNumberOf(new Date()));
  return { kind: 'live', route: { path: '/', query: '', validUntil } };
}

async function standingOfCanonical(path: string, query: URLSearchParams): Promise<AddressStanding> {
  const machine = await standingForMachines(path);
  if (machine !== undefined) return machine;
  const article = /^\/article\/([1-9]\d{0,15})$/u.exec(path);
  if (article !== null) return standingOfArticle(Number(article[1]));
  if (standingPageKeys.some((key) => path === `/${key}`)) return live(path);
  if (path === searchAddress) return standingOfSearch(readSearchQuestion(query));
  const author = /^\/author\/([1-9]\d{0,14})$/u.exec(path);
  if (author !== null) {
    const contributorId = Number(author[1]);
    if ((await findAuthor(contributorId)) === undefined) return missing;
    return standingOfPages(path, query.getAll('page'), () => countAuthorPages(contributorId));
  }
  if (path === reportReceivedAddress) return live(path);
  if (path === reportAddress) return standingOfReportForm(query);
  if (path === correctionsAddress) {
    return standingOfPages(path, query.getAll('page'), countCorrectionPages);
  }
  // The root's own list: its address `/` belongs to the front page.
  if (path === latestAddress) return standingOfList('', latestAddress, query.getAll('page'));
  return standingOfList(path.slice(1), path, query.getAll('page'));
}

/**
 * Feeds, sitemaps, robots.txt. A feed of no section is missing like any page;
 * the feed of a section that moved leads to its feed at the new place, because readers subscribed to it.
 */
async function standingForMachines(path: string): Promise<AddressStanding | undefined> {
  const found = await findMachineRoute(path);
  if (found === undefined) return undefined;
  const { sectionPath, ...route } = found;
  if (sectionPath !== undefined && (await findSectionByPath(sectionPath)) === undefined) {
    const newPath = await findMovedSectionPath(sectionPath);
    const name = path.slice(path.lastIndexOf('/'));
    return newPath === undefined
      ? missing
      : { kind: 'moved', to: (newPath === '' ? '' : sectionAddress(newPath)) + name };
  }
  return { kind: 'live', route };
}

async function standingOfArticle(articleId: number): Promise<AddressStanding> {
  if (!Number.isSafeInteger(articleId)) return missing;
  const [article] = await reader()
    .select({ status: articles.status })
    .from(articles)
    .where(and(eq(articles.id, articleId), inArray(articles.status, ['published', 'withdrawn'])));
  if (article === undefined) return missing;
  if (article.status === 'published') return live(articleAddress(articleId));
  return { kind: 'gone', route: { path: '/notice/gone', query: `article=${articleId}` } };
}

/** The form about one article, with the words that were marked in it; about none it takes a tip. */
async function standingOfReportForm(query: URLSearchParams): Promise<AddressStanding> {
  const articleId = query.get('article') ?? '';
  if (articleId === '') return live(reportAddress);
  if (!/^[1-9]\d{0,14}$/u.test(articleId)) return missing;
  const standing = await standingOfArticle(Number(articleId));
  if (standing.kind !== 'live') return standing;
  const quote = [...(query.get('quote') ?? '')].slice(0, longestQuote).join('').toWellFormed();
  return live(reportAddress, new URLSearchParams({ article: articleId, ...(quote && { quote }) }).toString());
}

/** What lies within a week now does not in an hour: such a page is made anew though nothing was published. */
function standingOfSearch(question: SearchQuestion): AddressStanding {
  const query = searchQuestionQuery(question);
  const validUntil = question.days === 0 ? undefined : new Date(Date.now() + 10 * 60_000);
  return { kind: 'live', route: { path: searchAddress, query, validUntil } };
}

async function standingOfList(
  sectionPath: string,
  address: string,
  pages: string[],
): Promise<AddressStanding> {
  const [section] = await reader()
    .select({ id: sections.id })
    .from(sections)
    .where(eq(sections.path, sectionPath));
  if (section === undefined) return missing;
  return standingOfPages(address, pages, async () => pageCountOf(await countListed(section.id)));
}

/** Page 1 is the list's own address; a page past the end is missing. */
async function standingOfPages(
  address: string,
  pages: string[],
  countPages: () => Promise<number>,
): Promise<AddressStanding> {
  if (pages.length === 0) return live(address);
  const [page] = pages;
  if (pages.length > 1 || page === undefined || !/^[1-9]\d{0,6}$/u.test(page)) return missing;
  if (page === '1') return { kind: 'moved', to: address };
  return Number(page) > (await countPages()) ? missing : live(address, `page=${page}`);
}

/** Where the section is that once had this path. */
async function findMovedSectionPath(path: string): Promise<string | undefined> {
  const [moved] = await reader()
    .select({ path: sections.path })
    .from(redirects)
    .innerJoin(sections, eq(sections.id, redirects.sectionId))
    .where(eq(redirects.fromPath, sectionAddress(path)));
  return moved?.path;
}

async function findRedirect(path: string, query: URLSearchParams): Promise<AddressStanding | undefined> {
  const search = query.toString();
  const spellings = search === '' ? [path] : [path, `${path}?${search}`];
  const found = await reader()
    .select({
      fromPath: redirects.fromPath,
      articleId: redirects.articleId,
      toPath: redirects.toPath,
      sectionPath: sections.path,
    })
    .from(redirects)
    .leftJoin(sections, eq(sections.id, redirects.sectionId))
    .where(inArray(redirects.fromPath, spellings));
  // The spelling with its query is the more exact one: old systems kept the article's number there.
  const redirect = found.toSorted((one, other) => other.fromPath.length - one.fromPath.length)[0];
  if (redirect === undefined) return undefined;
  if (redirect.articleId !== null) {
    const standing = await standingOfArticle(redirect.articleId);
    return standing.kind === 'live' ? { kind: 'moved', to: standing.route.path } : standing;
  }
  if (redirect.sectionPath !== null) return { kind: 'moved', to: sectionAddress(redirect.sectionPath) };
  return redirect.toPath === null ? undefined : { kind: 'moved', to: redirect.toPath };
}
