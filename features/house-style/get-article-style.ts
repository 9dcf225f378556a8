import { desc, eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { editors } from '@/db/schema/editors';
import { styleReports } from '@/db/schema/house-style';
import type { Editor } from '@/features/access/editor';
import { getWorkingContent } from '@/features/articles/article-content';
import { getArticleFor } from '@/features/articles/editable-article';
import {
  hashOfTexts,
  listActiveRules,
  listIgnores,
  listParentIds,
  type StyleIgnore,
} from '@/features/house-style/check-article';
import type { IgnoredFinding, ReportedFinding } from '@/lib/style-content';
import type { StyleRule } from '@/lib/style-rule';

/** Everything the form needs to check by itself, also without a connection. */
export type ArticleStyle = {
  rules: StyleRule[];
  parentIds: [id: number, parentId: number | null][];
  ignores: StyleIgnore[];
};

/** For whoever may see the article. */
export async function getArticleStyle(editor: Editor, articleId: number): Promise<ArticleStyle> {
  const q = reader();
  await getArticleFor(q, editor, 'viewArticle', articleId);
  return {
    rules: await listActiveRules(q),
    parentIds: await listParentIds(q),
    ignores: await listIgnores(q, articleId),
  };
}

export type StyleReport = {
  version: number;
  checkedAt: Date;
  /** Who handed the text on. */
  editorName: string | null;
  ruleCount: number;
  findings: ReportedFinding[];
  ignored: IgnoredFinding[];
  /** Whether the text has been changed since. */
  isOutdated: boolean;
};

/** The report that came with the text when it was handed on last; for whoever may see the article. */
export async function findStyleReport(editor: Editor, articleId: number): Promise<StyleReport | undefined> {
  const q = reader();
  await getArticleFor(q, editor, 'viewArticle', articleId);
  const [newest] = await q
    .select({
      version: styleReports.version,
      textHash: styleReports.textHash,
      checkedAt: styleReports.checkedAt,
      editorName: editors.name,
      ruleCount: styleReports.ruleCount,
      findings: styleReports.findings,
      ignored: styleReports.ignored,
    })
    .from(styleReports)
    .leftJoin(editors, eq(editors.id, styleReports.editorId))
    .where(eq(styleReports.articleId, articleId))
    .orderBy(desc(styleReports.version))
    .limit(1);
  if (newest === undefined) return undefined;
  const { textHash, ...report } = newest;
  return { ...report, isOutdated: hashOfTexts(await getWorkingContent(q, articleId)) !== textHash };
}
