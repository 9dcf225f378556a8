import type { Metadata } from 'next';
import { SideBar } from '@/components/front/side-bar';
import { SectionView } from '@/components/list/section-view';
import { Breadcrumb } from '@/components/navigation/breadcrumb';
import { PageFrame } from '@/components/navigation/page-frame';
import { listSectionPage } from '@/features/articles/list-section-page';
import { listFrontBlocks } from '@/features/fronts/list-front-blocks';
import { getSiteView } from '@/features/sections/get-site-view';
import { getRootSection } from '@/features/sections/section-tree';
import { latestAddress, listPageAddress } from '@/lib/addresses';

type Props = PageProps<'/latest'>;

const name = '滚动新闻';

async function pageOf(searchParams: Props['searchParams']): Promise<number> {
  return Number((await searchParams).page ?? 1);
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const page = await pageOf(searchParams);
  const root = await getRootSection();
  return {
    title: [...(page > 1 ? [`第 ${page} 页`] : []), name, root.name].join(' - '),
    description: `${root.name}全部稿件，按发布时间排列。`,
    alternates: { canonical: listPageAddress(latestAddress, page) },
  };
}

export default async function LatestPage({ searchParams }: Props) {
  const root = await getRootSection();
  const site = await getSiteView(root.id);
  const blocks = await listFrontBlocks('article');
  return (
    <PageFrame site={site}>
      <Breadcrumb trail={site.trail} current={name} />
      <div className="with-side-bar">
        <SectionView
          name={name}
          description="全部稿件，按发布时间排列。"
          address={latestAddress}
          subsections={[]}
          list={await listSectionPage(root.id, await pageOf(searchParams))}
        />
        <SideBar blocks={blocks.filter((block) => block.kind !== 'recent')} />
      </div>
    </PageFrame>
  );
}
