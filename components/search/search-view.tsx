import { FoundArticleItem } from '@/components/search/found-article-item';
import { SearchForm } from '@/components/search/search-form';
import type { SearchCounts } from '@/features/search/count-search-sections';
import type { SearchPage } from '@/features/search/search-articles';
import { latestAddress } from '@/lib/addresses';
import { type SearchQuestion, searchQuestionAddress, searchSpans } from '@/lib/search-question';

type SearchViewProps = {
  question: SearchQuestion;
  page: SearchPage;
  counts: SearchCounts;
  /** What may have been meant instead. */
  meant: string[];
};

/** The whole of the search page: every filter is a link, so that it works without a script. */
export function SearchView({ question, page, counts, meant }: SearchViewProps) {
  const { query } = question;
  return (
    <div className="search-view">
      <h1>搜索</h1>
      <SearchForm id="page-search" query={query} />
      {query !== '' && (
        <>
          <p className="search-count">{summary(question, counts.total)}</p>
          {meant.length > 0 && (
            <p className="search-meant">
              您是不是要找：
              {meant.map((term) => (
                <a key={term} href={searchQuestionAddress({ query: term })}>
                  {term}
                </a>
              ))}
            </p>
          )}
          {counts.total > 0 && <Filters question={question} counts={counts} />}
          {page.articles.length > 0 ? (
            <ol className="search-results">
              {page.articles.map((article) => (
                <FoundArticleItem key={article.id} article={article} />
              ))}
            </ol>
          ) : (
            <EmptySearch question={question} total={counts.total} />
          )}
          {(page.next !== undefined || question.from !== undefined) && (
            <nav className="pager" aria-label="翻页">
              <ol>
                {question.from && (
                  <li>
                    <a href={searchQuestionAddress({ ...question, from: undefined })}>回到第一页</a>
                  </li>
                )}
                {page.next && (
                  <li>
                    <a rel="next" href={searchQuestionAddress({ ...question, from: page.next })}>
                      下一页
                    </a>
                  </li>
                )}
              </ol>
            </nav>
          )}
        </>
      )}
    </div>
  );
}

function summary({ query }: SearchQuestion, total: number): string {
  if (total === 0) return `没有找到“${query}”。`;
  return total >= 1000 ? `与“${query}”有关的稿件超过 1000 篇。` : `找到 ${total} 篇与“${query}”有关的稿件。`;
}

function Filters({ question, counts }: { question: SearchQuestion; counts: SearchCounts }) {
  const to = (change: Partial<SearchQuestion>) =>
    searchQuestionAddress({ ...question, from: undefined, ...change });
  return (
    <nav className="search-filters" aria-label="缩小范围">
      <Choices
        label="排序"
        choices={[
          { label: '最相关', href: to({ order: 'relevance' }), isChosen: question.order === 'relevance' },
          { label: '最新', href: to({ order: 'time' }), isChosen: question.order === 'time' },
        ]}
      />
      <Choices
        label="时间"
        choices={searchSpans.map(({ days, label }) => ({
          label,
          href: to({ days }),
          isChosen: question.days === days,
        }))}
      />
      {counts.sections.length > 1 && (
        <Choices
          label="栏目"
          choices={[
            { label: '全部', href: to({ section: '' }), isChosen: question.section === '' },
            ...counts.sections.map(({ path, name, count }) => ({
              label: `${name}（${count}）`,
              href: to({ section: path }),
              isChosen: question.section === path,
            })),
          ]}
        />
      )}
      {question.source !== '' && (
        <Choices
          label="来源"
          choices={[{ label: `${question.source} ×`, href: to({ source: '' }), isChosen: false }]}
        />
      )}
      {question.person !== '' && (
        <Choices
          label="署名"
          choices={[{ label: `${question.person} ×`, href: to({ person: '' }), isChosen: false }]}
        />
      )}
    </nav>
  );
}

type Choice = { label: string; href: string; isChosen: boolean };

function Choices({ label, choices }: { label: string; choices: Choice[] }) {
  return (
    <p>
      <span className="label">{label}</span>
      {choices.map(({ label: name, href, isChosen }) =>
        isChosen ? (
          <strong key={name} aria-current="true">
            {name}
          </strong>
        ) : (
          <a key={name} href={href}>
            {name}
          </a>
        ),
      )}
    </p>
  );
}

function EmptySearch({ question, total }: { question: SearchQuestion; total: number }) {
  return (
    <div className="search-empty">
      {total > 0 ? (
        <p>
          这个范围里没有。
          <a href={searchQuestionAddress({ query: question.query })}>在全部 {total} 篇里看</a>
        </p>
      ) : (
        <p>
          换一个更短的词，或者少写一个词试试；也可以看看<a href={latestAddress}>最新消息</a>。
        </p>
      )}
    </div>
  );
}
