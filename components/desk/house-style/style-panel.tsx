'use client';

import { Check } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { contentFieldLabels } from '@/components/desk/article-form/content-field-labels';
import { Panel } from '@/components/desk/article-form/panel';
import { IgnoreDialog } from '@/components/desk/house-style/ignore-dialog';
import { LevelBadge } from '@/components/desk/house-style/level-badge';
import type { StyleCheck } from '@/components/desk/house-style/use-style-check';
import { Button } from '@/components/ui/button';
import type { ContentFinding } from '@/lib/style-content';
import { styleLevelLabels, styleLevels } from '@/lib/style-rule';

type StylePanelProps = {
  check: StyleCheck;
  isReadOnly: boolean;
  onShow: (finding: ContentFinding) => void;
  onFix: (finding: ContentFinding) => void;
};

/** Longer lists say how many more there are; each fix brings the next ones up. */
const mostShown = 100;

/**
 * Everything the rules found, the gravest first. Keys work in the whole form: F8 goes on to the next one,
 * Shift+F8 back, F9 takes its replacement, Shift+F9 leaves it as it is; F9 first shows what it would change.
 */
export function StylePanel(props: StylePanelProps) {
  const { check, isReadOnly, onShow, onFix } = props;
  const { ignored } = check;
  const findings = styleLevels.flatMap((level) => check.findings.filter(({ rule }) => rule.level === level));
  /** Where the list was left; what is shown there now may be another finding. */
  const [at, setAt] = useState(-1);
  const [shown, setShown] = useState<string>();
  const [asking, setAsking] = useState<ContentFinding>();
  const list = useRef<HTMLUListElement>(null);
  const last = Math.min(at, findings.length - 1);
  /** Only what was looked at is changed by a key; typing elsewhere may have moved the list. */
  const current = findings.findIndex((finding) => idOf(finding) === shown);

  const goTo = (index: number) => {
    const finding = findings[index];
    if (finding === undefined) return;
    setAt(index);
    setShown(idOf(finding));
    onShow(finding);
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  };
  const fix = (index: number) => {
    const finding = findings[index];
    if (finding === undefined || finding.replacement === null || isReadOnly) return;
    onFix(finding);
    // The next one takes its place, and F8 shall find it.
    setAt(index - 1);
    setShown(undefined);
  };
  const ask = (finding: ContentFinding | undefined) => {
    if (finding !== undefined && finding.rule.level !== 'block' && !isReadOnly) setAsking(finding);
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || asking !== undefined) return;
    if (event.key !== 'F8' && event.key !== 'F9') return;
    event.preventDefault();
    if (event.key === 'F9') {
      if (current < 0) goTo((last + 1) % Math.max(findings.length, 1));
      else if (event.shiftKey) ask(findings[current]);
      else fix(current);
    } else if (findings.length > 0) {
      const step = event.shiftKey ? Math.max(last, 0) - 1 : last + 1;
      goTo((step + findings.length) % findings.length);
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  return (
    <Panel title="机检" id="style-panel">
      <p role="status" className={findings.length === 0 ? 'flex items-center gap-1.5 text-good' : ''}>
        {findings.length === 0 && <Check size={16} aria-hidden />}
        {findings.length === 0 ? '没有查出问题' : countsOf(findings)}
      </p>
      {findings.length > 0 && (
        <>
          <ul ref={list} className="grid max-h-96 gap-1 overflow-y-auto" aria-label="机检发现">
            {findings.slice(0, mostShown).map((finding, index) => (
              <li
                key={idOf(finding)}
                aria-current={index === current ? 'true' : undefined}
                className="rounded border border-transparent p-1 aria-[current]:border-rule aria-[current]:bg-tint"
              >
                <button
                  type="button"
                  className="w-full text-left hover:text-accent"
                  onClick={() => goTo(index)}
                >
                  <LevelBadge level={finding.rule.level} />{' '}
                  <span className="text-muted">
                    {placeOf(finding)}：{finding.before}
                  </span>
                  <strong>{finding.words}</strong>
                  <span className="text-muted">{finding.after}</span>
                  <span className="block">{finding.rule.message}</span>
                </button>
                {!isReadOnly && (
                  <div className="flex flex-wrap gap-1">
                    {finding.replacement !== null && (
                      <Button isSmall onClick={() => fix(index)}>
                        {finding.replacement === '' ? '删去' : `改为“${finding.replacement}”`}
                      </Button>
                    )}
                    {finding.rule.level !== 'block' && (
                      <Button isSmall look="quiet" onClick={() => ask(finding)}>
                        忽略
                      </Button>
                    )}
                  </div>
                )}
              </li>
            ))}
          </ul>
          {findings.length > mostShown && (
            <p className="text-muted">另有 {findings.length - mostShown} 处，改掉前面的就会显示。</p>
          )}
          <p className="text-[0.8125rem] text-muted">
            F8 下一处，Shift+F8 上一处，F9 按建议改，Shift+F9 忽略
          </p>
        </>
      )}
      {ignored.length > 0 && (
        <details>
          <summary className="text-muted">已忽略 {ignored.length} 处</summary>
          <ul className="mt-1 grid gap-1">
            {ignored.map(({ finding, reason, editorName }) => (
              <li key={idOf(finding)}>
                “{finding.words}”<span className="text-muted">，{editorName}：</span>
                {reason}
                {!isReadOnly && (
                  <Button isSmall look="quiet" onClick={() => void check.restore(finding)}>
                    恢复
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {asking !== undefined && (
        <IgnoreDialog
          finding={asking}
          onIgnore={(reason) => {
            setAsking(undefined);
            void check.ignore(asking, reason);
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Panel>
  );
}

function countsOf(findings: readonly ContentFinding[]): string {
  return styleLevels
    .map(
      (level) =>
        [styleLevelLabels[level], findings.filter(({ rule }) => rule.level === level).length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([label, count]) => `${label} ${count} 处`)
    .join('，');
}

function idOf({ field, part, from, key }: ContentFinding): string {
  return `${field} ${part} ${from} ${key}`;
}

/** The field, as the form calls it. */
function placeOf({ field }: ContentFinding): string {
  const [name = '', index] = field.split('.');
  const label = contentFieldLabels[name as keyof typeof contentFieldLabels] ?? name;
  return name === 'body' ? `${label}第 ${Number(index) + 1} 段` : label;
}
