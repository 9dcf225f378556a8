import { ArticleList } from '@/components/list/article-list';
import { Pager } from '@/components/navigation/pager';
import type { SectionPage } from '@/features/articles/list-section-page';

type SectionViewProps = {
  name: string;
  description: string;
  address: string;
  subsections: { name: string; address: string }[];
  list: SectionPage;
};

export function SectionView({ name, description, address, subsections, list }: SectionViewProps) {
  return (
    <div className="section-view">
      <header>
        <h1>{name}</h1>
        {description && <p>{description}</p>}
        {subsections.length > 0 && (
          <ul aria-label={`${name}的子栏目`}>
            {subsections.map((section) => (
              <li key={section.address}>
                <a href={section.address}>{section.name}</a>
              </li>
            ))}
          </ul>
        )}
      </header>
      {list.articles.length === 0 ? (
        <p className="empty">
          这个栏目还没有稿件。可以先看看<a href="/latest">最新消息</a>，或者回到<a href="/">首页</a>。
        </p>
      ) : (
        <ArticleList articles={list.articles} />
      )}
      <Pager address={address} page={list.page} pageCount={list.pageCount} />
    </div>
  );
}
