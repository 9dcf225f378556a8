import type { Metadata } from 'next';
import { cache } from 'react';
import { feedLinks, indexable } from '@/app/(site)/machine-metadata';
import { JsonLd } from '@/components/head/json-ld';
import { ShareCard } from '@/components/head/share-card';
import { lastVisibleChange } from '@/features/crawlers/last-visible-change';
import { describeHome, describeListForBaidu } from '@/features/crawlers/structured-data';
import { readEnv } from '@/lib/env';
import { HomeFront } from '@/components/front/home-front';
import { PageFrame } from '@/components/navigation/page-frame';
import { listFrontBlocks } from '@/features/fronts/list-front-blocks';
import { getRootSection } from '@/features/sections/section-tree';
import { getSiteView } from '@/features/sections/get-site-view';
import { shareImagesOfSection } from '@/features/share-pictures/share-images';
import { formatFrontPageDate } from '@/lib/dates';

const homeSite = cache(async () => getSiteView((await getRootSection()).id));

const homeImages = cache(async () => {
  const { id } = await getRootSection();
  return shareImagesOfSection(id, (await homeSite()).trail, readEnv().siteUrl);
});

export async function generateMetadata(): Promise<Metadata> {
  const site = await homeSite();
  return {
    title: site.name,
    description: site.slogan,
    robots: indexable,
    alternates: { canonical: '/', types: feedLinks('', site.name) },
    openGraph: {
      type: 'website',
      title: site.name,
      description: site.slogan,
      url: '/',
      siteName: site.name,
      locale: 'zh_CN',
      images: [{ ...(await homeImages()).wide, type: 'image/jpeg' }],
    },
    twitter: { card: 'summary_large_image' },
  };
}

export default async function HomePage() {
  const site = await homeSite();
  const blocks = await listFrontBlocks('home');
  return (
    <PageFrame site={site} isFront dateLine={formatFrontPageDate()}>
      <ShareCard name={site.name} description={site.slogan} image={(await homeImages()).square.url} />
      <JsonLd data={describeHome(site.name, readEnv().siteUrl)} />
      <JsonLd data={describeListForBaidu(`${readEnv().siteUrl}/`, await lastVisibleChange())} />
      <h1 className="sr-only">{site.name}</h1>
      <HomeFront blocks={blocks} />
    </PageFrame>
  );
}
