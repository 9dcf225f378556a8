import type { Metadata } from 'next';
import { ArticleList } from '@/components/list/article-list';
import { Breadcrumb } from '@/components/navigation/breadcrumb';
import { PageFrame } from '@/components/navigation/page-frame';
import { SearchForm } from '@/components/search/search-form';
import { mostSearchResults, searchArticles } from '@/features/search/search-articles';
import { getSiteView } from '@/features/sections/get-site-view';
import { getRootSection } from '@/features/sections/section-tree';
import { searchAddress } from '@/lib/addresses';

type Props = PageProps<'/search'>;

async function queryOf(searchParams: Props['searchParams']): Promise<string> {
  const { q = '' } = await searchParams;
  return typeof q === 'string' ? q : '';
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = await queryOf(searchParams);
  return {
    title: query === '' ? '搜索' : `搜索：${query}`,
    description: '在全部稿件的标题和正文里搜索。',
    robots: { index: false, follow: true },
    alternates: { canonical: searchAddress },
  };
}

export default async function SearchPage({ searchParams }: Props) {
  const query = await queryOf(searchParams);
  const site = await getSiteView((await getRootSection()).id);
  const found = await searchArticles(query);
  return (
    <PageFrame site={site}>
      <Breadcrumb trail={site.trail} current="搜索" />
      <div className="search-view">
        <h1>搜索</h1>
        <SearchForm id="page-search" query={query} />
        {query !== '' && <p className="search-count">{summary(query, found.length)}</p>}
        <ArticleList articles={found} />
      </div>
    </PageFrame>
  );
}

function summary(query: string, count: number): string {
  if (count === 0) return `没有找到“${query}”。换一个更短的词试试，或者从上面的栏目里找。`;
  if (count === mostSearchResults)
    return `“${query}”的前 ${count} 篇，最相关的在前。再加一个词可以缩小范围。`;
  return `找到 ${count} 篇与“${query}”有关的稿件，最相关的在前。`;
}
