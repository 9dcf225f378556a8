import { bodyLines } from '@/lib/article-body';
import type { ArticleContent } from '@/lib/article-content';
import { contributorRoleLabels } from '@/lib/contributor-role';
import { formatDateTime } from '@/lib/dates';

/** What nearly every article has: where it is missing, the reading may be wrong. */
const expected = new Set(['栏目', '标题', '发布时间', '来源', '署名']);

type ReadArticleProps = { content: ArticleContent; sectionNames: string[]; publishedAt: Date | null };

/** What was read from a page: the fields of the article, then its text line by line. */
export function ReadArticle({ content, sectionNames, publishedAt }: ReadArticleProps) {
  const fields: [string, string][] = [
    ['栏目', sectionNames.join(' > ')],
    ['引题', content.kicker],
    ['标题', content.headline],
    ['副题', content.subheadline],
    ['发布时间', publishedAt === null ? '' : formatDateTime(publishedAt)],
    ['来源', content.sourceName],
    ['署名', content.credits.map(({ role, name }) => `${contributorRoleLabels[role]} ${name}`).join('，')],
  ];
  return (
    <>
      <dl className="mb-3 grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-2 gap-y-1">
        {fields.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-[0.8125rem] text-muted">{label}</dt>
            <dd className={`break-words ${label === '标题' ? 'font-bold' : ''}`}>
              {value || <span className={expected.has(label) ? 'text-accent' : 'text-muted'}>没有</span>}
            </dd>
          </div>
        ))}
      </dl>
      <div className="grid gap-2 border-t border-rule pt-3">
        {bodyLines(content.body).map((line, index) => (
          <p key={index} className="break-words">
            {line}
          </p>
        ))}
      </div>
    </>
  );
}
