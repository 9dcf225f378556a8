import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageFrame } from '@/components/navigation/page-frame';
import { NoticeView } from '@/components/notice/notice-view';
import { findWithdrawnArticle } from '@/features/articles/find-withdrawn-article';
import { getSiteView } from '@/features/sections/get-site-view';
import { formatDate, formatWithOffset } from '@/lib/dates';

export const metadata: Metadata = { title: '稿件已撤回', robots: { index: false, follow: true } };

/** Sent by the page server with status 410 at the address of a withdrawn article. Never its text. */
export default async function GonePage({ searchParams }: PageProps<'/notice/gone'>) {
  const article = (await findWithdrawnArticle(Number((await searchParams).article))) ?? notFound();
  const site = await getSiteView(article.sectionId);
  return (
    <PageFrame site={site}>
      <NoticeView headline="这篇稿件已经撤回">
        <p>
          本站已于{' '}
          <time dateTime={formatWithOffset(article.withdrawnAt)}>{formatDate(article.withdrawnAt)}</time>{' '}
          撤回原在此处的稿件，不再提供阅读。
        </p>
        {article.withdrawalReason && <p>撤回原因：{article.withdrawalReason}</p>}
      </NoticeView>
    </PageFrame>
  );
}
