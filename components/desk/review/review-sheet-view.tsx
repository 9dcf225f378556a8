import type { ReactNode } from 'react';
import { cellClass, Table } from '@/components/ui/table';
import type { ReviewSheet } from '@/features/review/get-review-sheet';
import type { ReviewStep } from '@/features/review/load-review';
import { articleStatusLabels } from '@/lib/article-status';
import { contributorRoleLabels } from '@/lib/contributor-role';
import { formatDateTime } from '@/lib/dates';
import { importanceLabels, stepLabel } from '@/lib/review-stage';
import { timelineKindLabels } from '@/lib/timeline-kind';

type ReviewSheetViewProps = { sheet: ReviewSheet; printedBy: string };

/** 审签单: who signed what, when, under which text. Fits a sheet of A4 and a telephone. */
export function ReviewSheetView({ sheet, printedBy }: ReviewSheetViewProps) {
  const { article, content, state, progress, earlier, isComplete } = sheet;
  const isRed = article.status === 'published' && state?.unreviewedSince != null;
  return (
    <article className="mx-auto grid max-w-4xl gap-5 print:max-w-none">
      <header>
        <h1 className="text-center font-serif text-xl font-bold">审签单</h1>
        <p className="mt-2 text-center font-serif text-lg">{content.headline || '无标题'}</p>
        {isRed && (
          <p className="mt-3 rounded border-2 border-accent p-2 font-bold text-accent">
            先发后审：{state.unreviewedBy}于{formatDateTime(state.unreviewedSince!)}先行发布（
            {state.unreviewedReason}），审核尚未完成。
          </p>
        )}
      </header>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        <Fact name="编号">{article.id}</Fact>
        <Fact name="栏目">{sheet.sectionName}</Fact>
        <Fact name="状态">{articleStatusLabels[article.status]}</Fact>
        <Fact name="版本">
          第 {article.version} 版
          {article.publishedVersion !== null && `（读者看到第 ${article.publishedVersion} 版）`}
        </Fact>
        {article.publishedAt !== null && <Fact name="首次发布">{formatDateTime(article.publishedAt)}</Fact>}
        <Fact name="来源">{content.sourceName || '未填'}</Fact>
        <Fact name="署名">
          {content.credits.map(({ role, name }) => `${contributorRoleLabels[role]} ${name}`).join('，') ||
            '未填'}
        </Fact>
        <Fact name="审核要求">
          {importanceLabels[sheet.importance]}，审 {progress.length} 级（本栏目：{sheet.rules}）
        </Fact>
        <Fact name="结论">{isComplete ? '这一版文字已审完' : '这一版文字尚未审完'}</Fact>
        <Fact name="文字指纹">
          <code className="break-all">{sheet.textHash}</code>
        </Fact>
      </dl>
      <section>
        <h2 className="mb-2 font-bold">这一版文字的审校</h2>
        <Steps
          label="这一版文字的审校"
          rows={progress.flatMap(({ stage, review, proofreading }) => [
            { name: stepLabel(stage, 'review'), step: review },
            { name: stepLabel(stage, 'proofreading'), step: proofreading },
          ])}
        />
      </section>
      {earlier.length > 0 && (
        <section>
          <h2 className="mb-2 font-bold">以前的审校（已作废，或属于以前发布的文字）</h2>
          <Steps
            label="以前的审校"
            rows={earlier.map((step) => ({ name: stepLabel(step.stage, step.kind), step }))}
          />
        </section>
      )}
      <section>
        <h2 className="mb-2 font-bold">经过</h2>
        <ol className="grid gap-1">
          {sheet.events.map((event) => (
            <li key={event.id} className="break-words">
              <time>{formatDateTime(event.at)}</time> {event.editorName} {timelineKindLabels[event.kind]}
              {event.version !== null && `（第 ${event.version} 版）`}
              {event.note !== '' && `：${event.note}`}
            </li>
          ))}
        </ol>
      </section>
      <footer className="text-[0.8125rem] text-muted">
        {printedBy} 于 {formatDateTime(sheet.at)}
        （北京时间）调取。文字指纹是全部内容（标题、正文、图片、署名、栏目、标签等）的
        SHA-256：改动一个字，指纹就不同。
      </footer>
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

function Steps({ label, rows }: { label: string; rows: { name: string; step: ReviewStep | undefined }[] }) {
  return (
    <Table label={label} heads={['步骤', '姓名', '时间', '版本', '意见']}>
      {rows.map(({ name, step }, index) => (
        <tr key={index}>
          <th scope="row" className={`${cellClass} font-medium whitespace-nowrap`}>
            {name}
          </th>
          <td className={cellClass}>
            {step === undefined ? <span className="text-muted">未签</span> : step.editorName}
            {step !== undefined && step.onBehalfOfName !== '' && `（代${step.onBehalfOfName}）`}
          </td>
          <td className={cellClass}>{step && <time>{formatDateTime(step.at)}</time>}</td>
          <td className={`${cellClass} tabular-nums`}>{step?.version}</td>
          <td className={`${cellClass} break-words`}>
            {step?.opinion}
            {step?.voidedAt && (
              <span className="block text-accent">
                {formatDateTime(step.voidedAt)} 作废：{step.voidedWhy}
              </span>
            )}
            {step?.voidedAt && (
              <code className="block text-[0.75rem] break-all text-muted">
                {step.textHash.slice(0, 16)}……
              </code>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
