import type { Metadata } from 'next';
import { Breadcrumb } from '@/components/navigation/breadcrumb';
import { PageFrame } from '@/components/navigation/page-frame';
import { getSiteView } from '@/features/sections/get-site-view';
import { getRootSection } from '@/features/sections/section-tree';
import { getSiteSettings } from '@/features/settings/get-site-settings';
import type { StandingPageKey } from '@/lib/site-settings';

/** 关于我们, 版权声明, 联系我们: one page each, written in the settings. */
export async function StandingPage({ pageKey }: { pageKey: StandingPageKey }) {
  const site = await getSiteView((await getRootSection()).id);
  const { title, text } = (await getSiteSettings()).standingPages[pageKey];
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '');
  return (
    <PageFrame site={site}>
      <Breadcrumb trail={site.trail} current={title} />
      <article className="article standing-page">
        <header className="article-header">
          <h1>{title}</h1>
        </header>
        <div className="article-body">
          {paragraphs.length === 0 && <p>这一页还没有内容，请稍后再来。</p>}
          {paragraphs.map((line, index) => (
            <p key={index}>{line}</p>
          ))}
        </div>
      </article>
    </PageFrame>
  );
}

export async function standingPageMetadata(pageKey: StandingPageKey): Promise<Metadata> {
  const root = await getRootSection();
  const { title, text } = (await getSiteSettings()).standingPages[pageKey];
  return {
    title: `${title} - ${root.name}`,
    description: text.replaceAll('\n', ' ').slice(0, 120) || `${root.name}${title}`,
    alternates: { canonical: `/${pageKey}` },
  };
}
