import type { Metadata } from 'next';
import { PageFrame } from '@/components/navigation/page-frame';
import { NoticeView } from '@/components/notice/notice-view';
import { getSiteView } from '@/features/sections/get-site-view';
import { getRootSection } from '@/features/sections/section-tree';

export const metadata: Metadata = { title: '没有找到这个页面', robots: { index: false, follow: true } };

/** Sent by the page server with status 404 for every address at which nothing stands. */
export default async function MissingPage() {
  const site = await getSiteView((await getRootSection()).id);
  return (
    <PageFrame site={site}>
      <NoticeView headline="没有找到这个页面">
        <p>网址可能输错了，也可能是链接过期了。请检查网址，或者从下面继续浏览。</p>
      </NoticeView>
    </PageFrame>
  );
}
