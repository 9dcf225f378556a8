import { eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { type ApiProblem, type ArticleQuery, articleQuerySchema } from '@/features/read-api/api-schemas';
import { findApiArticle } from '@/features/read-api/find-api-article';
import { type Cursor, listApiArticles, readCursor } from '@/features/read-api/list-api-articles';
import { openApiDocument } from '@/features/read-api/openapi';
import { listAllSections } from '@/features/sections/list-all-sections';
import { findSectionByPath, getRootSection } from '@/features/sections/section-tree';
import { apiAddress, sectionAddress } from '@/lib/addresses';

/** What was asked, understood: `key` is the same for every spelling of the same question. */
export type ApiQuestion = { key: string; answer: (siteUrl: string) => Promise<ApiAnswer> };
export type ApiAnswer = { ok: true; value: unknown } | { ok: false; problem: ApiProblem };

/** Understands a path and its query, without asking the database; or says what is wrong with them. */
export function readApiQuestion(
  path: string,
  query: URLSearchParams,
): { ok: true; question: ApiQuestion } | { ok: false; problem: ApiProblem } {
  if (path === `${apiAddress}/articles`) return readArticleQuery(query);
  if (query.size > 0)
    return refused([...query.keys()].map((parameter) => ({ parameter, detail: '没有这个参数。' })));
  const articleId = /^\/api\/v1\/articles\/([1-9]\d{0,14})$/u.exec(path)?.[1];
  if (articleId !== undefined)
    return understood(path, (siteUrl) => answerArticle(Number(articleId), siteUrl));
  if (path === `${apiAddress}/sections`) return understood(path, answerSections);
  if (path === `${apiAddress}/openapi.json`) return understood(path, answerOpenApi);
  return { ok: false, problem: missing('这里没有接口。全部接口见 /api/v1/openapi.json。') };
}

function understood(key: string, answer: ApiQuestion['answer']): { ok: true; question: ApiQuestion } {
  return { ok: true, question: { key, answer } };
}

function readArticleQuery(query: URLSearchParams): ReturnType<typeof readApiQuestion> {
  const repeated = [...new Set(query.keys())].filter((name) => query.getAll(name).length > 1);
  if (repeated.length > 0) {
    return refused(repeated.map((parameter) => ({ parameter, detail: '同一个参数只能写一次。' })));
  }
  const parsed = articleQuerySchema.safeParse(Object.fromEntries(query));
  if (!parsed.success) {
    return refused(
      parsed.error.issues.flatMap((issue) =>
        (issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')]).map((parameter) => ({
          parameter,
          detail: issue.message,
        })),
      ),
    );
  }
  const { cursor, section = '', limit } = parsed.data;
  const after = cursor === undefined ? undefined : readCursor(cursor);
  if (cursor !== undefined && after === undefined) {
    return refused([{ parameter: 'cursor', detail: 'cursor 要用上一页返回的 next，不能自己编写。' }]);
  }
  const key = `${apiAddress}/articles ${section} ${limit} ${after === undefined ? '' : `${after.publishedAt.getTime()}.${after.id}`}`;
  return understood(key, (siteUrl) => answerArticles({ section, limit }, after, siteUrl));
}

async function answerArticles(
  { section: path, limit }: Required<Pick<ArticleQuery, 'section' | 'limit'>>,
  after: Cursor | undefined,
  siteUrl: string,
): Promise<ApiAnswer> {
  const section = await findSectionByPath(path);
  if (section === undefined) {
    return { ok: false, problem: missing('没有这个栏目。全部栏目见 /api/v1/sections。') };
  }
  const page = await listApiArticles(section.id, { after, limit, siteUrl });
  return {
    ok: true,
    value: page,
  };
}

async function answerArticle(articleId: number, siteUrl: string): Promise<ApiAnswer> {
  const found = await findApiArticle(articleId, siteUrl);
  if (found !== undefined) return { ok: true, value: found };
  const [article] = await reader()
    .select({ status: articles.status })
    .from(articles)
    .where(eq(articles.id, articleId));
  if (article?.status !== 'withdrawn') {
    return { ok: false, problem: missing('没有这篇稿件。请核对稿件编号。') };
  }
  return {
    ok: false,
    problem: { title: '已撤下', status: 410, detail: '这篇稿件已经撤下，请不要再使用它的内容。' },
  };
}

async function answerSections(siteUrl: string): Promise<ApiAnswer> {
  const root = await getRootSection();
  const sections = [root, ...(await listAllSections())];
  const paths = new Map(sections.map(({ id, path }) => [id, path]));
  return {
    ok: true,
    value: {
      sections: sections.map(({ name, path, kind, description, parentId }) => ({
        name,
        path,
        url: siteUrl + sectionAddress(path),
        parentPath: parentId === null ? null : paths.get(parentId),
        kind,
        description,
      })),
    },
  };
}

async function answerOpenApi(siteUrl: string): Promise<ApiAnswer> {
  return { ok: true, value: openApiDocument((await getRootSection()).name, siteUrl) };
}

function missing(detail: string): ApiProblem {
  return { title: '没有', status: 404, detail };
}

function refused(errors: NonNullable<ApiProblem['errors']>): { ok: false; problem: ApiProblem } {
  // What a stranger named is told back only as far as anybody could need it.
  const few = errors
    .slice(0, 10)
    .map(({ parameter, detail }) => ({ parameter: parameter.slice(0, 50), detail }));
  return {
    ok: false,
    problem: { title: '参数不对', status: 400, detail: '请改正下列参数后重试。', errors: few },
  };
}
