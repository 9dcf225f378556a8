import type { Metadata } from 'next';
import { cache } from 'react';
import { HomeFront } from '@/components/front/home-front';
import { PageFrame } from '@/components/navigation/page-frame';
import { listFrontBlocks } from '@/features/fronts/list-front-blocks';
import { getRootSection } from '@/features/sections/section-tree';
import { getSiteView } from '@/features/sections/get-site-view';
import { formatFrontPageDate } from '@/lib/dates';

const homeSite = cache(async () => getSiteView((await getRootSection()).id));

export async function generateMetadata(): Promise<Metadata> {
  const site = await homeSite();
  return { title: site.name, description: site.slogan, alternates: { canonical: '/' } };
}

export default async function HomePage() {
  const site = await homeSite();
  const blocks = await listFrontBlocks('home');
  return (
    <PageFrame site={site} isFront dateLine={formatFrontPageDate()}>
      <h1 className="sr-only">{site.name}</h1>
      <HomeFront blocks={blocks} />
    </PageFrame>
  );
}
