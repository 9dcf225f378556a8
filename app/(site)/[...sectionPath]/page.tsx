import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { SideBar } from '@/components/front/side-bar';
import { SectionView } from '@/components/list/section-view';
import { Breadcrumb } from '@/components/navigation/breadcrumb';
import { PageFrame } from '@/components/navigation/page-frame';
import { listSectionPage } from '@/features/articles/list-section-page';
import { listFrontBlocks } from '@/features/fronts/list-front-blocks';
import { getSiteView } from '@/features/sections/get-site-view';
import { findSectionByPath, listChildSections } from '@/features/sections/section-tree';
import { listPageAddress, sectionAddress } from '@/lib/addresses';

type Props = PageProps<'/[...sectionPath]'>;

const sectionByPath = cache(findSectionByPath);
const siteView = cache(getSiteView);

/** The page server has settled that the section exists and that the page number is one of its pages. */
async function getRequested({ params, searchParams }: Props) {
  const path = (await params).sectionPath.map(decodeURIComponent).join('/');
  const section = (await sectionByPath(path)) ?? notFound();
  return { section, page: Number((await searchParams).page ?? 1) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { section, page } = await getRequested(props);
  const { trail } = await siteView(section.id);
  const names = trail.map(({ name }) => name).toReversed();
  return {
    title: [...(page > 1 ? [`第 ${page} 页`] : []), ...names].join(' - '),
    description: section.description || `${names.join('，')}的新闻列表`,
    alternates: { canonical: listPageAddress(sectionAddress(section.path), page) },
  };
}

export default async function SectionPage(props: Props) {
  const { section, page } = await getRequested(props);
  const site = await siteView(section.id);
  const address = sectionAddress(section.path);
  const children = await listChildSections(section.id);
  return (
    <PageFrame site={site}>
      <Breadcrumb trail={site.trail} />
      <div className="with-side-bar">
        <SectionView
          name={section.name}
          description={section.description}
          address={address}
          subsections={children.map(({ name, path }) => ({ name, address: sectionAddress(path) }))}
          list={await listSectionPage(section.id, page)}
        />
        <SideBar blocks={await listFrontBlocks('article')} />
      </div>
    </PageFrame>
  );
}
