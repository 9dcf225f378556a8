'use client';

import { useEffect, useMemo, useState } from 'react';
import { useToast } from '@/components/ui/toast';
import type { ArticleStyle } from '@/features/house-style/get-article-style';
import type { ArticleContent } from '@/lib/article-content';
import type { Problem } from '@/lib/problems';
import { StyleChecker } from '@/lib/style-checker';
import { checkContent, type ContentFinding } from '@/lib/style-content';
import { rulesForSection } from '@/lib/style-rule';

/** Findings follow the text this long after the last change, in milliseconds. */
const rest = 300;

type Answer = { ok: true; value: unknown } | { ok: false; problems: Problem[] };

export type StyleActions = {
  ignoreFinding: (input: { articleId: number; key: string; reason: string }) => Promise<Answer>;
  restoreFinding: (input: { articleId: number; key: string }) => Promise<Answer>;
};

export type IgnoredHere = { finding: ContentFinding; reason: string; editorName: string };

export type StyleCheck = ReturnType<typeof useStyleCheck>;

type StyleCheckOptions = {
  articleId: number;
  editorName: string;
  style: ArticleStyle;
  content: ArticleContent;
  actions: StyleActions;
};

/**
 * The house-style check of an open article. The rules came with the page, so it works without a connection;
 * only leaving a finding as it is needs the server, because the reason goes with the text.
 */
export function useStyleCheck({ articleId, editorName, style, content, actions }: StyleCheckOptions) {
  const toast = useToast();
  const { sectionId } = content;
  const checker = useMemo(
    () => new StyleChecker(rulesForSection(style.rules, new Map(style.parentIds), sectionId)),
    [style.rules, style.parentIds, sectionId],
  );
  const [rested, setRested] = useState(content);
  useEffect(() => {
    const timer = setTimeout(() => setRested(content), rest);
    return () => clearTimeout(timer);
  }, [content]);
  const all = useMemo(() => checkContent(checker, rested), [checker, rested]);

  /** What was ignored or restored here and the page does not know yet; undefined takes an ignore back. */
  const [changes, setChanges] = useState<ReadonlyMap<string, string | undefined>>(new Map());
  const reasons = useMemo(() => {
    const known = new Map(style.ignores.map(({ key, reason, editorName: by }) => [key, { reason, by }]));
    for (const [key, reason] of changes) {
      if (reason === undefined) known.delete(key);
      else known.set(key, { reason, by: editorName });
    }
    return known;
  }, [style.ignores, changes, editorName]);
  const ignoredKeys = useMemo(() => new Set(reasons.keys()), [reasons]);

  const say = async (key: string, reason: string | undefined, ask: () => Promise<Answer>) => {
    const before = changes;
    setChanges(new Map(before).set(key, reason));
    const answer = await ask().catch((): Answer => ({
      ok: false,
      problems: [{ field: '', message: '连接不上服务器，没有完成。请检查网络后再试。' }],
    }));
    if (answer.ok) return;
    setChanges(before);
    toast(answer.problems[0]?.message ?? '没有完成，请稍后再试。');
  };
  return {
    checker,
    ignoredKeys,
    findings: useMemo(() => all.filter(({ key }) => !ignoredKeys.has(key)), [all, ignoredKeys]),
    ignored: all.flatMap((finding): IgnoredHere[] => {
      const known = reasons.get(finding.key);
      return known === undefined ? [] : [{ finding, reason: known.reason, editorName: known.by }];
    }),
    ignore: ({ key }: ContentFinding, reason: string) =>
      say(key, reason, () => actions.ignoreFinding({ articleId, key, reason })),
    restore: ({ key }: ContentFinding) =>
      say(key, undefined, () => actions.restoreFinding({ articleId, key })),
  };
}
