import { createHash } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import type { Query, Reader } from '@/db/client';
import { editors } from '@/db/schema/editors';
import { styleIgnores, styleReports, styleRules } from '@/db/schema/house-style';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { styleRuleColumns } from '@/features/house-style/style-rule-rows';
import type { ArticleContent } from '@/lib/article-content';
import type { Problem } from '@/lib/problems';
import { StyleChecker } from '@/lib/style-checker';
import {
  checkContent,
  type ContentFinding,
  contentTexts,
  type IgnoredFinding,
  problemsOfStyle,
  reported,
} from '@/lib/style-content';
import { rulesForSection, type StyleRule } from '@/lib/style-rule';

export type StyleIgnore = { key: string; reason: string; editorName: string };

/** The rules that are switched on, as the checker takes them. */
export async function listActiveRules(q: Reader): Promise<StyleRule[]> {
  return q
    .select(styleRuleColumns)
    .from(styleRules)
    .where(eq(styleRules.isEnabled, true))
    .orderBy(asc(styleRules.id));
}

export async function listParentIds(q: Reader): Promise<[id: number, parentId: number | null][]> {
  const rows = await q.select({ id: sections.id, parentId: sections.parentId }).from(sections);
  return rows.map(({ id, parentId }) => [id, parentId]);
}

export async function listIgnores(q: Reader, articleId: number): Promise<StyleIgnore[]> {
  return q
    .select({ key: styleIgnores.findingKey, reason: styleIgnores.reason, editorName: editors.name })
    .from(styleIgnores)
    .innerJoin(editors, eq(editors.id, styleIgnores.editorId))
    .where(eq(styleIgnores.articleId, articleId))
    .orderBy(asc(styleIgnores.id));
}

/** What the rules of its section say about a content, ignored or not, and how many rules were asked. */
export async function findInContent(
  q: Reader,
  content: ArticleContent,
): Promise<{ findings: ContentFinding[]; ruleCount: number }> {
  const rules = await listActiveRules(q);
  if (rules.length === 0) return { findings: [], ruleCount: 0 };
  const counting = rulesForSection(rules, new Map(await listParentIds(q)), content.sectionId);
  return { findings: checkContent(new StyleChecker(counting), content), ruleCount: counting.length };
}

/** What of the house style stops an article from being sent or published; the verbs ask this, whatever a form showed. */
export async function styleProblems(q: Reader, content: ArticleContent): Promise<Problem[]> {
  return problemsOfStyle((await findInContent(q, content)).findings);
}

/** Names the texts that were checked. */
export function hashOfTexts(content: ArticleContent): string {
  const texts = contentTexts(content).map(({ field, part, text }) => [field, part, text]);
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}

/**
 * Checks a text that is being handed on, in the transaction that does it: keeps the report with its version
 * and answers what stops it. Nothing is kept when something does.
 */
export async function checkAndReport(
  q: Query,
  editor: Editor,
  { articleId, version, content }: { articleId: number; version: number; content: ArticleContent },
  now: Date,
): Promise<Problem[]> {
  const { findings, ruleCount } = await findInContent(q, content);
  const problems = problemsOfStyle(findings);
  if (problems.length > 0) return problems;
  const ignores = new Map((await listIgnores(q, articleId)).map((one) => [one.key, one]));
  const ignored = findings.flatMap((finding): IgnoredFinding[] => {
    const ignore = ignores.get(finding.key);
    return ignore === undefined
      ? []
      : [{ ...reported(finding), reason: ignore.reason, ignoredBy: ignore.editorName }];
  });
  const report = {
    textHash: hashOfTexts(content),
    editorId: editor.id,
    checkedAt: now,
    ruleCount,
    findings: findings.filter(({ key }) => !ignores.has(key)).map(reported),
    ignored,
  };
  await q
    .insert(styleReports)
    .values({ articleId, version, ...report })
    .onConflictDoUpdate({ target: [styleReports.articleId, styleReports.version], set: report });
  return [];
}
