import { articleAddress, reportAddress } from '@/lib/addresses';
import { longestQuote } from '@/lib/reader-report';

export type ReportViewProps = {
  /** What is reported about; without one it is a tip. */
  article: { id: number; headline: string } | undefined;
  /** What was written already, when the form comes back with a problem. */
  given: { quote: string; text: string; contact: string };
  problem: { field: string; message: string } | undefined;
};

/** A plain form: it works without script and without an account. */
export function ReportView({ article, given, problem }: ReportViewProps) {
  const problemOf = (field: string) => (problem?.field === field ? problem.message : undefined);
  const isGeneral = problem !== undefined && !['quote', 'text', 'contact'].includes(problem.field);
  return (
    <div className="report">
      <h1>{article ? '纠错' : '报料'}</h1>
      {article ? (
        <p>
          关于《<a href={articleAddress(article.id)}>{article.headline}</a>
          》。编辑部会核实；确有差错的，会改正并注明。
        </p>
      ) : (
        <p>告诉编辑部您看到、听到的事。写明时间、地点和经过；愿意接受采访的，请留下联系方式。</p>
      )}
      {isGeneral && <p role="alert">{problem.message}</p>}
      <form method="post" action={reportAddress}>
        <input type="hidden" name="article" value={article?.id ?? ''} />
        {article && (
          <Field name="quote" label="原文（可不填）" problem={problemOf('quote')}>
            {(shared) => (
              <textarea {...shared} rows={2} maxLength={longestQuote} defaultValue={given.quote} />
            )}
          </Field>
        )}
        <Field name="text" label={article ? '哪里有问题' : '您要说的事'} problem={problemOf('text')}>
          {(shared) => (
            <textarea
              {...shared}
              rows={5}
              minLength={5}
              maxLength={1000}
              required
              defaultValue={given.text}
            />
          )}
        </Field>
        <Field name="contact" label="电话或邮箱（可不填，只有编辑部看得到）" problem={problemOf('contact')}>
          {(shared) => <input {...shared} type="text" maxLength={100} defaultValue={given.contact} />}
        </Field>
        <p className="not-for-people" aria-hidden="true">
          <label htmlFor="report-website">请不要填写这一项</label>
          <input id="report-website" name="website" type="text" tabIndex={-1} autoComplete="off" />
        </p>
        <button type="submit">提交</button>
      </form>
    </div>
  );
}

type FieldProps = {
  name: string;
  label: string;
  problem: string | undefined;
  children: (shared: {
    id: string;
    name: string;
    'aria-invalid'?: true;
    'aria-describedby'?: string;
  }) => React.ReactNode;
};

function Field({ name, label, problem, children }: FieldProps) {
  const id = `report-${name}`;
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        name,
        ...(problem !== undefined && { 'aria-invalid': true, 'aria-describedby': `${id}-problem` }),
      })}
      {problem !== undefined && (
        <span id={`${id}-problem`} className="problem" role="alert">
          {problem}
        </span>
      )}
    </p>
  );
}
