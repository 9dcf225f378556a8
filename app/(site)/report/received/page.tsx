import type { Metadata } from 'next';
import { PageFrame } from '@/components/navigation/page-frame';
import { getSiteView } from '@/features/sections/get-site-view';
import { getRootSection } from '@/features/sections/section-tree';

export const metadata: Metadata = { title: '已经收到', robots: { index: false, follow: true } };

export default async function ReportReceivedPage() {
  const site = await getSiteView((await getRootSection()).id);
  return (
    <PageFrame site={site}>
      <div className="notice">
        <h1>已经收到，谢谢您</h1>
        <p>编辑部会核实。报道确有差错的，会在稿件上改正并注明，也列在更正页里。</p>
        <p className="ways-on">
          <a href="/corrections">看更正</a>
          <a href="/">回首页</a>
        </p>
      </div>
    </PageFrame>
  );
}
