import { confidenceOf, leastConfidence } from '@/features/archive-import/run/confidence';
import { namesOneArticle, pathOf } from '@/features/archive-import/page-identity';
import {
  type ImportedRecord,
  missingFields,
  type ReadBlock,
  type ReadPage,
  type ReadSideBar,
} from '@/features/archive-import/read-page';
import type { NewArticle } from '@/features/articles/insert-articles';
import { searchableNames } from '@/features/articles/searchable-names';
import { describeText } from '@/features/search/describe-text';
import {
  type ArticleBody,
  articleBodySchema,
  bodyLines,
  countCharacters,
  paragraph,
  subhead,
} from '@/lib/article-body';
import type { ReadLine, ReadPicture } from '@/lib/import-run';
import type { Outcome } from '@/lib/problems';

/** An article ready to be stored: all that can be done without the database is done, in another thread. */
export type PreparedArticle = {
  identity: string;
  trail: string[];
  article: Omit<NewArticle, 'sectionId' | 'importKey' | 'publishedAt'>;
  /** When it was published; a time that has not come is none. */
  publishedAt: Date | undefined;
  /** Why readers do not see it at once; empty when they do. */
  waitsFor: '' | 'time' | 'future' | 'editor' | 'draft';
  sideBar: ReadSideBar | undefined;
  pictures: ReadPicture[];
  /** Old paths that lead to it, with their queries. */
  paths: string[];
  doubts: string[];
  missing: string[];
  confidence: number;
  paragraphCount: number;
  /** For the look side by side; only of articles that somebody should look at. */
  lines: ReadLine[];
};

const mostPaths = 20;
const mostLines = 2000;

/**
 * Makes of a page what is stored. Refused when its text does not fit an article of ours; never throws.
 * `publishDoubtful`: what is doubtful does not wait for an editor.
 */
export function prepareArticle(
  { page, tags, addresses, status }: ImportedRecord,
  { now, publishDoubtful = false }: { now: Date; publishDoubtful?: boolean },
): Outcome<PreparedArticle> {
  const body = toArticleBody(page);
  if (!body.ok) return body;
  const { kicker, headline, subheadline, originalHeadline, originalUrl, copyrightNotice, credits } = page;
  const confidence = confidenceOf(page);
  const isDoubtful = confidence < leastConfidence;
  const article: PreparedArticle['article'] = {
    kicker,
    headline,
    subheadline,
    originalHeadline,
    originalUrl,
    copyrightNotice,
    credits,
    tags,
    source: page.source === '' ? undefined : { name: page.source },
    abstract: page.abstract || abstractOf(page),
    body: body.value,
    characterCount: countCharacters(bodyLines(body.value).join('\n')),
  };
  const waitsFor = waitOf(page, { status, now, mustWait: isDoubtful && !publishDoubtful });
  return {
    ok: true,
    value: {
      identity: page.identity,
      trail: page.trail,
      article:
        waitsFor === ''
          ? { ...article, indexed: describeText({ ...article, names: searchableNames(article) }) }
          : article,
      publishedAt: waitsFor === 'future' ? undefined : page.publishedAt,
      waitsFor,
      sideBar: page.sideBar,
      pictures: page.pictures,
      paths: [...new Set([page.address, ...addresses].flatMap(oldPath))].slice(0, mostPaths),
      doubts: page.doubts,
      missing: missingFields(page),
      confidence,
      paragraphCount: body.value.content.length,
      lines: isDoubtful ? page.lines.slice(0, mostLines) : [],
    },
  };
}

function waitOf(
  { publishedAt }: ReadPage,
  { status, now, mustWait }: { status: ImportedRecord['status']; now: Date; mustWait: boolean },
): PreparedArticle['waitsFor'] {
  if (status === 'draft') return 'draft';
  if (publishedAt === undefined) return 'time';
  if (publishedAt > now) return 'future';
  return mustWait ? 'editor' : '';
}

/** An absolute address or a path from the root, as the table of redirects keeps it. */
function oldPath(address: string): string[] {
  const base = 'http://a.invalid';
  if (address === '' || !URL.canParse(address, base)) return [];
  const whole = new URL(address, base).href;
  const path = pathOf(whole);
  return namesOneArticle(whole) && path.length <= 500 && !/\p{Cc}/u.test(path) ? [path] : [];
}

function toArticleBody({ blocks }: ReadPage): Outcome<ArticleBody> {
  const parsed = articleBodySchema.safeParse({
    type: 'doc',
    content: blocks.map((block) =>
      block.type === 'paragraph' ? paragraph(block.text) : subhead(...(block.lines as [string])),
    ),
  });
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: [{ field: 'body', message: parsed.error.issues[0]!.message }] };
}

const longestAbstract = 100;

/** The first sentences of the text, as far as they fit. */
function abstractOf({ blocks }: { blocks: ReadBlock[] }): string {
  const text = blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : [])).join('');
  const sentences = text.slice(0, 20 * longestAbstract).match(/[^。！？]+[。！？]+[”’）」』]*/gu) ?? [text];
  let abstract = '';
  for (const sentence of sentences) {
    if (abstract !== '' && abstract.length + sentence.length > longestAbstract) break;
    abstract += sentence;
  }
  const characters = Array.from(abstract.slice(0, 4 * longestAbstract));
  return characters.length > 2 * longestAbstract
    ? `${characters.slice(0, longestAbstract).join('')}……`
    : abstract;
}
