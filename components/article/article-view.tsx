import { ArticleBodyView } from '@/components/article/article-body-view';
import { CorrectionBox } from '@/components/article/correction-box';
import { CreditLine } from '@/components/article/credit-line';
import { MetaLine } from '@/components/article/meta-line';
import { ReadingTools } from '@/components/article/reading-tools';
import type { Neighbour } from '@/features/articles/find-neighbours';
import type { PublishedArticle } from '@/features/articles/find-published-article';
import { articleAddress, tagAddress } from '@/lib/addresses';
import { signOffRoles } from '@/lib/contributor-role';

type ArticleViewProps = {
  article: PublishedArticle;
  /** The article's full address, for sharing. */
  address: string;
  /** Where corrections stand: before the text, or after it. */
  correctionPlacement?: 'top' | 'bottom';
  tags?: string[];
  previous: Neighbour | undefined;
  next: Neighbour | undefined;
};

export function ArticleView(props: ArticleViewProps) {
  const { article, address, correctionPlacement = 'top', tags = [], previous, next } = props;
  const { kicker, headline, subheadline, body, originalHeadline, originalUrl } = article;
  return (
    <article className="article">
      <header className="article-header">
        {kicker && <p className="kicker">{kicker}</p>}
        <h1>{headline}</h1>
        {subheadline && <p className="subheadline">{subheadline}</p>}
        <MetaLine article={article} />
      </header>
      <ReadingTools articleId={article.id} headline={headline} address={address} />
      {correctionPlacement === 'top' && <CorrectionBox corrections={article.corrections} />}
      <ArticleBodyView body={body} material={article} />
      {correctionPlacement === 'bottom' && <CorrectionBox corrections={article.corrections} />}
      <footer className="article-footer">
        {originalHeadline && (
          <p>（原标题：{originalUrl ? <a href={originalUrl}>{originalHeadline}</a> : originalHeadline}）</p>
        )}
        {tags.length > 0 && <TagLinks tags={tags} />}
        <p className="sign-off">
          <CreditLine credits={article.credits} roles={signOffRoles} separator="：" />
        </p>
      </footer>
      {(previous || next) && (
        <nav className="neighbours" aria-label="上一篇和下一篇">
          {previous && <NeighbourLink label="上一篇" neighbour={previous} rel="prev" />}
          {next && <NeighbourLink label="下一篇" neighbour={next} rel="next" />}
        </nav>
      )}
    </article>
  );
}

function TagLinks({ tags }: { tags: string[] }) {
  return (
    <ul className="article-tags" aria-label="标签">
      {tags.map((name) => {
        const address = tagAddress(name);
        return (
          <li key={name}>
            {address === undefined ? (
              name
            ) : (
              <a href={address} rel="tag">
                {name}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function NeighbourLink({ label, neighbour, rel }: { label: string; neighbour: Neighbour; rel: string }) {
  return (
    <a href={articleAddress(neighbour.id)} rel={rel}>
      <span className="label">{label}</span>
      {neighbour.headline}
    </a>
  );
}
