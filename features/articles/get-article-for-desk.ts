import { eq, inArray } from 'drizzle-orm';
import { reader } from '@/db/client';
import { editors } from '@/db/schema/editors';
import { articles, listings } from '@/db/schema/articles';
import type { Editor } from '@/features/access/editor';
import { may } from '@/features/access/permission';
import { deskVerbs, type DeskVerb } from '@/features/access/role-verbs';
import { type ArticleRow, getWorkingContent } from '@/features/articles/article-content';
import { getArticleFor } from '@/features/articles/editable-article';
import { type Correction, listCorrectionsOf } from '@/features/corrections/list-corrections';
import { getPictures } from '@/features/media/get-pictures';
import { type DeskReport, listOpenReportsOf } from '@/features/reader-reports/list-reports';
import { listWaitingSchedules, type WaitingSchedule } from '@/features/schedule/list-schedules';
import { relatedArticleIdsOf } from '@/lib/article-body';
import { type ArticleContent, assetIdsOfContent } from '@/lib/article-content';
import type { DeskPicture } from '@/lib/picture';

export type RelatedArticle = { id: number; headline: string; publishedAt: Date };

export type DeskArticle = ArticleRow & {
  content: ArticleContent;
  pictures: DeskPicture[];
  relatedArticles: RelatedArticle[];
  createdByName: string | undefined;
  assigneeName: string | undefined;
  corrections: Correction[];
  schedules: WaitingSchedule[];
  /** What readers have reported about it and nobody has dealt with; for whoever may. */
  reports: DeskReport[];
  /** What the editor may do to it now. Buttons follow it; the verbs ask again. */
  allowed: DeskVerb[];
};

/** What the article's page at the desk shows. Throws NotAllowedError for one that is not there, too. */
export async function getArticleForDesk(editor: Editor, articleId: number): Promise<DeskArticle> {
  const q = reader();
  const article = await getArticleFor(q, editor, 'viewArticle', articleId);
  const content = await getWorkingContent(q, articleId);
  const names = await namesOf([article.createdBy, article.assigneeId]);
  const target = { sectionId: article.sectionId, ownerId: article.createdBy };
  const allowed: DeskVerb[] = [];
  for (const verb of deskVerbs) if (await may(q, editor, verb, target)) allowed.push(verb);
  return {
    ...article,
    content,
    pictures: [...(await getPictures(assetIdsOfContent(content))).values()],
    relatedArticles: await relatedArticles(relatedArticleIdsOf(content.body)),
    // One that has ended binds nobody and is not shown.
    embargoUntil: isPast(article.embargoUntil) ? null : article.embargoUntil,
    createdByName: names.get(article.createdBy ?? 0),
    assigneeName: names.get(article.assigneeId ?? 0),
    corrections: await listCorrectionsOf(articleId),
    schedules: await listWaitingSchedules(articleId),
    reports: allowed.includes('handleReports') ? await listOpenReportsOf(articleId) : [],
    allowed,
  };
}

function isPast(instant: Date | null): boolean {
  return instant !== null && instant <= new Date();
}

async function namesOf(ids: (number | null)[]): Promise<Map<number, string>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const found = await reader()
    .select({ id: editors.id, name: editors.name })
    .from(editors)
    .where(inArray(editors.id, wanted));
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** Only live ones: a draft's headline is nobody's business who cannot open it. */
async function relatedArticles(ids: number[]): Promise<RelatedArticle[]> {
  if (ids.length === 0) return [];
  return reader()
    .selectDistinct({ id: articles.id, headline: articles.headline, publishedAt: listings.publishedAt })
    .from(articles)
    .innerJoin(listings, eq(listings.articleId, articles.id))
    .where(inArray(articles.id, ids));
}
