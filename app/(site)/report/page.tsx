import type { Metadata } from 'next';
import { cache } from 'react';
import { Breadcrumb } from '@/components/navigation/breadcrumb';
import { PageFrame } from '@/components/navigation/page-frame';
import { ReportView } from '@/components/report/report-view';
import { findPublishedArticle } from '@/features/articles/find-published-article';
import { getSiteView } from '@/features/sections/get-site-view';
import { getRootSection } from '@/features/sections/section-tree';
import { reportAddress } from '@/lib/addresses';

type Props = PageProps<'/report'>;

const publishedArticle = cache(findPublishedArticle);

async function articleOf(searchParams: Props['searchParams']) {
  const { article = '' } = await searchParams;
  return article === '' ? undefined : publishedArticle(Number(article));
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const article = await articleOf(searchParams);
  const { name } = await getRootSection();
  return {
    title: [article ? `纠错：${article.headline}` : '报料', name].join(' - '),
    description: article ? `向编辑部指出《${article.headline}》里的差错。` : `向${name}编辑部提供新闻线索。`,
    alternates: { canonical: article ? `${reportAddress}?article=${article.id}` : reportAddress },
    robots: { index: false, follow: true },
  };
}

/** The form; with what was written already when the page server sends it back (server/reader-reports.ts). */
export default async function ReportPage({ searchParams }: Props) {
  const params = await searchParams;
  const given = (name: string) => String(params[name] ?? '');
  const article = await articleOf(searchParams);
  const site = await getSiteView(article?.sectionId ?? (await getRootSection()).id);
  return (
    <PageFrame site={site}>
      <Breadcrumb trail={site.trail} current={article ? '纠错' : '报料'} />
      <ReportView
        article={article}
        given={{ quote: given('quote'), text: given('text'), contact: given('contact') }}
        problem={given('problem') === '' ? undefined : { field: given('field'), message: given('problem') }}
      />
    </PageFrame>
  );
}
