'use client';

import { useContext } from 'react';
import { StyleCheckContext } from '@/components/desk/house-style/style-check-context';
import { replaceFinding } from '@/lib/style-checker';
import { type ContentFinding, findingsIn } from '@/lib/style-content';

/** What was found in a field of the form, below it: an input cannot mark its own words. */
export function FieldFindings({ field, isCentred }: { field: string; isCentred?: boolean }) {
  const check = useContext(StyleCheckContext);
  if (check === undefined) return null;
  const found = check.findings.filter((one) => one.field === field || one.field.startsWith(`${field}.`));
  const onFix = check.isReadOnly ? undefined : check.fix;
  return <FindingLines findings={found} onFix={onFix} isCentred={isCentred} />;
}

/** The same for a field of a block, which knows its own text. */
export function AttributeFindings({ text, onFix }: { text: string; onFix?: (text: string) => void }) {
  const check = useContext(StyleCheckContext);
  if (check === undefined) return null;
  const found = findingsIn(check.checker, { field: 'body', part: 0, text }).filter(
    ({ key }) => !check.ignoredKeys.has(key),
  );
  return (
    <FindingLines findings={found} onFix={onFix && ((finding) => onFix(replaceFinding(text, finding)))} />
  );
}

function FindingLines({
  findings,
  onFix,
  isCentred = false,
}: {
  findings: readonly ContentFinding[];
  onFix: ((finding: ContentFinding) => void) | undefined;
  isCentred?: boolean;
}) {
  if (findings.length === 0) return null;
  return (
    <ul
      className={`grid gap-0.5 font-sans text-[0.8125rem] font-normal ${isCentred ? 'text-center' : 'text-left'}`}
      aria-label="机检"
    >
      {findings.map((finding) => (
        <li key={`${finding.part} ${finding.from} ${finding.key}`}>
          <mark className={`style-mark style-mark-${finding.rule.level}`}>{finding.words}</mark>
          <span className="text-muted">：{finding.rule.message}</span>
          {onFix && finding.replacement !== null && (
            <>
              {' '}
              <button type="button" className="text-accent underline" onClick={() => onFix(finding)}>
                {finding.replacement === '' ? '删去' : `改为“${finding.replacement}”`}
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
