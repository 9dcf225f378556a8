import type { Metadata } from 'next';
import { Breadcrumb } from '@/components/navigation/breadcrumb';
import { PageFrame } from '@/components/navigation/page-frame';
import { SearchView } from '@/components/search/search-view';
import { countSearchSections } from '@/features/search/count-search-sections';
import { searchArticles } from '@/features/search/search-articles';
import { findMeantTerms } from '@/features/search/suggest-terms';
import { getSiteView } from '@/features/sections/get-site-view';
import { findSectionByPath, getRootSection } from '@/features/sections/section-tree';
import { searchAddress } from '@/lib/addresses';
import { readSearchQuestion, type SearchQuestion, startOfSpan } from '@/lib/search-question';

type Props = PageProps<'/search'>;

async function questionOf(searchParams: Props['searchParams']): Promise<SearchQuestion> {
  const params = Object.entries(await searchParams).filter(([, value]) => typeof value === 'string');
  return readSearchQuestion(new URLSearchParams(params as [string, string][]));
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { query } = await questionOf(searchParams);
  return {
    title: query === '' ? '搜索' : `搜索：${query}`,
    description: '在全部稿件的标题和正文里搜索。',
    robots: { index: false, follow: true },
    alternates: { canonical: searchAddress },
  };
}

export default async function SearchPage({ searchParams }: Props) {
  const question = await questionOf(searchParams);
  const site = await getSiteView((await getRootSection()).id);
  const section = question.section === '' ? undefined : await findSectionByPath(question.section);
  const page = await searchArticles(question.query, {
    filters: {
      sectionId: section?.id,
      from: startOfSpan(question),
      source: question.source || undefined,
      person: question.person || undefined,
    },
    from: question.from,
    order: question.order,
  });
  const counts = await countSearchSections(question.query);
  // The words of a search that finds something are most likely right.
  const meant = counts.total < 3 ? await findMeantTerms(question.query) : [];
  return (
    <PageFrame site={site}>
      <Breadcrumb trail={site.trail} current="搜索" />
      <SearchView question={question} page={page} counts={counts} meant={meant} />
    </PageFrame>
  );
}
