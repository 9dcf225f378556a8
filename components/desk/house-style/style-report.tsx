import { contentFieldLabels } from '@/components/desk/article-form/content-field-labels';
import { Panel } from '@/components/desk/article-form/panel';
import { LevelBadge } from '@/components/desk/house-style/level-badge';
import { formatDateTime } from '@/lib/dates';
import { adviceFor, type IgnoredFinding, type ReportedFinding } from '@/lib/style-content';

export type StyleReportProps = {
  version: number;
  checkedAt: Date;
  /** Who handed the text on. */
  editorName: string | null;
  ruleCount: number;
  findings: readonly ReportedFinding[];
  ignored: readonly IgnoredFinding[];
  /** Whether the text has been changed since. */
  isOutdated: boolean;
};

/** The report that came with the text when it was handed on, for whoever reviews it. */
export function StyleReport(report: StyleReportProps) {
  const { version, checkedAt, editorName, ruleCount, findings, ignored, isOutdated } = report;
  return (
    <Panel title="随稿的机检报告" id="style-report">
      <p className="text-muted">
        {formatDateTime(checkedAt)}
        {editorName !== null && `，${editorName}送审`}时检查第 {version} 版，用规则 {ruleCount} 条。
      </p>
      {isOutdated && <p className="text-accent">此后文字又改过，现在的情况请看上面的“机检”。</p>}
      {findings.length === 0 && ignored.length === 0 && <p className="text-good">没有查出问题。</p>}
      {findings.length > 0 && (
        <ul className="grid gap-1" aria-label="没有处理的">
          {findings.map((finding, index) => (
            <li key={index}>
              <ReportLine {...finding} />
            </li>
          ))}
        </ul>
      )}
      {ignored.length > 0 && (
        <>
          <h3 className="font-medium">作者决定保留的</h3>
          <ul className="grid gap-1" aria-label="作者决定保留的">
            {ignored.map((finding, index) => (
              <li key={index}>
                <ReportLine {...finding} />
                <span className="block">
                  {finding.ignoredBy}：{finding.reason}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function ReportLine({ level, field, before, words, after, message, replacement }: ReportedFinding) {
  const [name = '', index] = field.split('.');
  const label = contentFieldLabels[name as keyof typeof contentFieldLabels] ?? name;
  return (
    <>
      <LevelBadge level={level} />{' '}
      <span className="text-muted">
        {name === 'body' ? `${label}第 ${Number(index) + 1} 段` : label}：{before}
      </span>
      <strong>{words}</strong>
      <span className="text-muted">{after}</span>
      <span className="block">
        {message}。{adviceFor(replacement)}
      </span>
    </>
  );
}
