'use client';

import { useState, useTransition } from 'react';
import { LevelBadge } from '@/components/desk/house-style/level-badge';
import { MarkedText } from '@/components/desk/house-style/marked-text';
import type { RuleActions } from '@/components/desk/house-style/rule-actions';
import { Button } from '@/components/ui/button';
import { FormProblems, SelectField, TextArea } from '@/components/ui/field';
import type { SectionChoice } from '@/features/sections/list-section-choices';
import type { Problem } from '@/lib/problems';
import type { TextFinding } from '@/lib/style-checker';

type Result = { text: string; findings: TextFinding[] };

/** Tries a text against all rules that are switched on, as they are stored. */
export function TryText({
  sections,
  tryText,
}: {
  sections: SectionChoice[];
  tryText: RuleActions['tryText'];
}) {
  const [text, setText] = useState('');
  const [sectionId, setSectionId] = useState('');
  const [result, setResult] = useState<Result>();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isPending, start] = useTransition();
  const run = () =>
    start(async () => {
      const asked = { text, sectionId: sectionId === '' ? null : Number(sectionId) };
      const answer = await tryText(asked).catch(() => undefined);
      if (answer === undefined) setProblems([{ field: '', message: '连接不上服务器，请检查网络后再试。' }]);
      else if (answer.ok) {
        setProblems([]);
        setResult({ text, findings: answer.value });
      } else setProblems(answer.problems);
    });
  return (
    <details className="mb-4 rounded-md border border-rule bg-sheet p-3">
      <summary className="font-medium">试一段文字</summary>
      <div className="mt-3 grid gap-3">
        <FormProblems problems={problems} />
        <TextArea
          label="文字"
          name="trial"
          rows={4}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.target.value.replaceAll('\r\n', '\n'))}
        />
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-40">
            <SelectField
              label="按哪个栏目查"
              name="trialSection"
              value={sectionId}
              onChange={(event) => setSectionId(event.target.value)}
            >
              <option value="">只查全站的规则</option>
              {sections
                .filter(({ depth }) => depth > 0)
                .map(({ id, name, depth }) => (
                  <option key={id} value={id}>
                    {'　'.repeat(depth - 1) + name}
                  </option>
                ))}
            </SelectField>
          </div>
          <Button disabled={isPending || text === ''} onClick={run}>
            {isPending ? '正在查……' : '查一查'}
          </Button>
        </div>
        {result && (
          <div role="status" aria-label="试查结果" className="grid gap-2">
            <p>{result.findings.length === 0 ? '没有标出什么。' : `标出 ${result.findings.length} 处：`}</p>
            {result.findings.length > 0 && (
              <>
                <p className="rounded-md border border-rule p-2 leading-loose">
                  <MarkedText {...result} />
                </p>
                <ul className="grid gap-1">
                  {result.findings.map(({ rule, words, from }) => (
                    <li key={from}>
                      <LevelBadge level={rule.level} /> “{words}”：{rule.message}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        )}
      </div>
    </details>
  );
}
