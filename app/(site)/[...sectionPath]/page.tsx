import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { descriptionOf, feedLinks, indexable } from '@/app/(site)/machine-metadata';
import { JsonLd } from '@/components/head/json-ld';
import { describeListForBaidu, describeSection } from '@/features/crawlers/structured-data';
import { readEnv } from '@/lib/env';
import { SideBar } from '@/components/front/side-bar';
import { SectionView } from '@/components/list/section-view';
import { Breadcrumb } from '@/components/navigation/breadcrumb';
import { PageFrame } from '@/components/navigation/page-frame';
import { listSectionPage } from '@/features/articles/list-section-page';
import { listFrontBlocks } from '@/features/fronts/list-front-blocks';
import { getSiteView } from '@/features/sections/get-site-view';
import { findSectionByPath, listChildSections } from '@/features/sections/section-tree';
import { shareImagesOfSection } from '@/features/share-pictures/share-images';
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
    description: descriptionOf(
      section.description,
      `${names.join('，')}：最新稿件、图片和观察，按发布时间排列。`,
    ),
    robots: indexable,
    alternates: {
      canonical: listPageAddress(sectionAddress(section.path), page),
      types: feedLinks(section.path, section.name),
    },
    openGraph: {
      type: 'website',
      title: section.name,
      url: listPageAddress(sectionAddress(section.path), page),
      siteName: trail[0]!.name,
      locale: 'zh_CN',
      images: [{ ...shareImagesOfSection(section.id, trail, readEnv().siteUrl).wide, type: 'image/jpeg' }],
    },
    twitter: { card: 'summary_large_image' },
  };
}

export default async function SectionPage(props: Props) {
  const { section, page } = await getRequested(props);
  const site = await siteView(section.id);
  const address = sectionAddress(section.path);
  const children = await listChildSections(section.id);
  const list = await listSectionPage(section.id, page);
  const data = describeSection(
    { name: section.name, description: section.description, address },
    list.articles.map(({ id }) => id),
    site.trail,
    readEnv().siteUrl,
  );
  return (
    <PageFrame site={site}>
      <JsonLd data={data} />
      <JsonLd data={describeListForBaidu(readEnv().siteUrl + address, list.articles[0]?.publishedAt)} />
      <Breadcrumb trail={site.trail} />
      <div className="with-side-bar">
        <SectionView
          name={section.name}
          description={section.description}
          address={address}
          subsections={children.map(({ name, path }) => ({ name, address: sectionAddress(path) }))}
          list={list}
        />
        <SideBar blocks={await listFrontBlocks('article')} />
      </div>
    </PageFrame>
  );
}
