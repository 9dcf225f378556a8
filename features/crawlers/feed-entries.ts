import { findPublishedArticle, type PublishedArticle } from '@/features/articles/find-published-article';
import { listLatest } from '@/features/articles/list-latest';
import { bodyHtml, correctionsHtml } from '@/features/crawlers/body-html';
import { findSectionByPath, getRootSection, type Section } from '@/features/sections/section-tree';
import { getSiteSettings } from '@/features/settings/get-site-settings';
import { articleAddress, sectionAddress } from '@/lib/addresses';
import { bodyLines } from '@/lib/article-body';
import { readEnv } from '@/lib/env';
import { fallbackWidth, type Picture, pictureAddress } from '@/lib/picture';

export type FeedEntry = {
  /** The article's address: it never changes, so it is the identity as well. */
  address: string;
  headline: string;
  summary: string;
  /** The whole text, where the newsroom gives it away. */
  html: string | undefined;
  publishedAt: Date;
  updatedAt: Date;
  authors: string[];
  sectionName: string;
  picture: { address: string; alt: string } | undefined;
};

export type Feed = {
  title: string;
  description: string;
  /** The page that the feed follows. */
  address: string;
  updatedAt: Date;
  entries: FeedEntry[];
};

/** The newest live articles of a section and below it, or of the whole portal; undefined without such a section. */
export async function findFeed(sectionPath: string): Promise<Feed | undefined> {
  const section = await findSectionByPath(sectionPath);
  if (section === undefined) return undefined;
  const { siteUrl } = readEnv();
  const { feeds } = await getSiteSettings();
  const latest = await listLatest(section.id, feeds.entryLimit);
  const entries: FeedEntry[] = [];
  for (const { id, sectionName, cover } of latest) {
    const article = await findPublishedArticle(id);
    if (article !== undefined)
      entries.push(entryOf(article, { sectionName, cover, siteUrl, isWhole: feeds.fullText }));
  }
  const updates = entries.map(({ updatedAt }) => updatedAt.getTime());
  return {
    title: await titleOf(section),
    description: section.description || `${section.name}的最新稿件`,
    address: siteUrl + sectionAddress(section.path),
    // Never the time of the request: an unchanged feed has to stay the same to be answered by 304.
    updatedAt: new Date(updates.length === 0 ? 0 : Math.max(...updates)),
    entries,
  };
}

async function titleOf(section: Section): Promise<string> {
  const root = await getRootSection();
  return section.id === root.id ? root.name : `${section.name} - ${root.name}`;
}

type Surroundings = { sectionName: string; cover: Picture | null; siteUrl: string; isWhole: boolean };

function entryOf(article: PublishedArticle, around: Surroundings): FeedEntry {
  const { id, headline, abstract, body, publishedAt, modifiedAt, credits } = article;
  const { sectionName, cover, siteUrl, isWhole } = around;
  const picture = cover ?? article.pictures.values().next().value;
  return {
    address: siteUrl + articleAddress(id),
    headline,
    summary: abstract || `${bodyLines(body).join('').slice(0, 140)}`.toWellFormed(),
    html: isWhole
      ? [correctionsHtml(article.corrections), bodyHtml(body, article, siteUrl)].filter(Boolean).join('\n')
      : undefined,
    publishedAt,
    updatedAt: modifiedAt ?? publishedAt,
    authors: credits
      .filter(({ role }) => role === 'reporter' || role === 'correspondent')
      .map(({ name }) => name),
    sectionName,
    picture: picture && {
      address: siteUrl + pictureAddress(picture.contentHash, fallbackWidth(picture.width), 'jpg'),
      alt: picture.alt,
    },
  };
}
