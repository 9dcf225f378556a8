import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { feedLinksIn, indexable } from '@/app/(site)/machine-metadata';
import { SideBar } from '@/components/front/side-bar';
import { JsonLd } from '@/components/head/json-ld';
import { SectionView } from '@/components/list/section-view';
import { Breadcrumb } from '@/components/navigation/breadcrumb';
import { PageFrame } from '@/components/navigation/page-frame';
import { describeListForBaidu, describeSection } from '@/features/crawlers/structured-data';
import { listFrontBlocks } from '@/features/fronts/list-front-blocks';
import { getSiteView } from '@/features/sections/get-site-view';
import { getRootSection } from '@/features/sections/section-tree';
import { shareImagesOfSection } from '@/features/share-pictures/share-images';
import { findTagById, listTagPage } from '@/features/tags/list-tag-page';
import { listPageAddress, tagAddress } from '@/lib/addresses';
import { readEnv } from '@/lib/env';

type Props = PageProps<'/tag/[tagId]'>;

const tagWith = cache(findTagById);

/** The page server has found the tag by the name in its public address; the number is its path for Next. */
async function getTag(params: Props['params']) {
  const tag = (await tagWith(Number((await params).tagId))) ?? notFound();
  return { ...tag, address: tagAddress(tag.name) ?? notFound() };
}

async function pageOf(searchParams: Props['searchParams']): Promise<number> {
  return Number((await searchParams).page ?? 1);
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { name, address } = await getTag(params);
  const page = await pageOf(searchParams);
  const root = await getRootSection();
  const { trail } = await getSiteView(root.id);
  return {
    title: [...(page > 1 ? [`第 ${page} 页`] : []), name, '标签', root.name].join(' - '),
    description: `${root.name}带有标签“${name}”的稿件，按发布时间排列${page > 1 ? `，第 ${page} 页` : ''}。`,
    robots: indexable,
    alternates: {
      canonical: listPageAddress(address, page),
      types: feedLinksIn(address, `${name} - ${root.name}`),
    },
    openGraph: {
      type: 'website',
      title: name,
      url: listPageAddress(address, page),
      siteName: root.name,
      locale: 'zh_CN',
      images: [{ ...shareImagesOfSection(root.id, trail, readEnv().siteUrl).wide, type: 'image/jpeg' }],
    },
    twitter: { card: 'summary_large_image' },
  };
}

/** Everything live that has a tag. */
export default async function TagPage({ params, searchParams }: Props) {
  const { id, name, address } = await getTag(params);
  const root = await getRootSection();
  const site = await getSiteView(root.id);
  const list = await listTagPage(id, await pageOf(searchParams));
  const data = describeSection(
    { name, description: '', address },
    list.articles.map((article) => article.id),
    [...site.trail, { name, address }],
    readEnv().siteUrl,
  );
  return (
    <PageFrame site={site}>
      <JsonLd data={data} />
      <JsonLd data={describeListForBaidu(readEnv().siteUrl + address, list.articles[0]?.publishedAt)} />
      <Breadcrumb trail={site.trail} current={name} />
      <div className="with-side-bar">
        <SectionView name={name} description="标签" address={address} subsections={[]} list={list} />
        <SideBar blocks={await listFrontBlocks('article')} />
      </div>
    </PageFrame>
  );
}
