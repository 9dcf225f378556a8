import type { TextFinding } from '@/lib/style-checker';

/** A text with its findings marked in place. */
export function MarkedText({ text, findings }: { text: string; findings: readonly TextFinding[] }) {
  const parts = findings.map((finding, index) => ({
    before: text.slice(findings[index - 1]?.to ?? 0, finding.from),
    finding,
  }));
  return (
    <span className="break-words whitespace-pre-wrap">
      {parts.map(({ before, finding }) => (
        <span key={finding.from}>
          {before}
          <mark className={`style-mark style-mark-${finding.rule.level}`} title={finding.rule.message}>
            {finding.words}
          </mark>
          {finding.replacement !== null && (
            <span className="text-good">
              （{finding.replacement === '' ? '删去' : `改为“${finding.replacement}”`}）
            </span>
          )}
        </span>
      ))}
      {text.slice(findings.at(-1)?.to ?? 0)}
    </span>
  );
}
