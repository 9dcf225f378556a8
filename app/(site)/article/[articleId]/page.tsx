import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ArticleView } from '@/components/article/article-view';
import { articleMetadata, describeBriefly } from '@/app/(site)/article/[articleId]/article-metadata';
import { JsonLd } from '@/components/head/json-ld';
import { ShareCard } from '@/components/head/share-card';
import { listTags } from '@/features/crawlers/article-names';
import { describeArticle, describeForBaidu } from '@/features/crawlers/structured-data';
import { SideBar } from '@/components/front/side-bar';
import { Breadcrumb } from '@/components/navigation/breadcrumb';
import { PageFrame } from '@/components/navigation/page-frame';
import { findNeighbours } from '@/features/articles/find-neighbours';
import { findPublishedArticle } from '@/features/articles/find-published-article';
import { listFrontBlocks } from '@/features/fronts/list-front-blocks';
import { getSiteSettings } from '@/features/settings/get-site-settings';
import { getSiteView } from '@/features/sections/get-site-view';
import { shareImagesOf } from '@/features/share-pictures/share-images';
import { articleAddress } from '@/lib/addresses';
import { readEnv } from '@/lib/env';

type Props = PageProps<'/article/[articleId]'>;

const publishedArticle = cache(findPublishedArticle);
const siteView = cache(getSiteView);

async function getArticle(params: Props['params']) {
  return (await publishedArticle(Number((await params).articleId))) ?? notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await getArticle(params);
  return articleMetadata(article, await siteView(article.sectionId));
}

export default async function ArticlePage({ params }: Props) {
  const article = await getArticle(params);
  const site = await siteView(article.sectionId);
  const { siteUrl } = readEnv();
  const { previous, next } = await findNeighbours({ ...article, articleId: article.id });
  const { corrections } = await getSiteSettings();
  const tags = (await listTags([article.id])).get(article.id);
  const sideBlocks = await listFrontBlocks('article', article.id);
  return (
    <PageFrame site={site} copyrightNotice={article.copyrightNotice}>
      <JsonLd data={describeArticle(article, site.trail, siteUrl)} />
      <JsonLd data={describeForBaidu(article, siteUrl)} />
      <ShareCard
        name={article.headline}
        description={describeBriefly(article)}
        image={shareImagesOf(article, site.trail, siteUrl).square.url}
      />
      <Breadcrumb trail={site.trail} current="正文" />
      <div className="with-side-bar">
        <ArticleView
          article={article}
          address={siteUrl + articleAddress(article.id)}
          correctionPlacement={corrections.placement}
          tags={tags}
          previous={previous}
          next={next}
        />
        <SideBar blocks={sideBlocks} />
      </div>
    </PageFrame>
  );
}
