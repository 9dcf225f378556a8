import { findPublishedArticle, type PublishedArticle } from '@/features/articles/find-published-article';
import type { ListedArticle } from '@/features/articles/listed-article';
import { findAuthor, listNewestOf } from '@/features/contributors/list-author-page';
import { listCityObservation } from '@/features/fronts/list-city-observation';
import { findTagById, listNewestTagged } from '@/features/tags/list-tag-page';
import { listOwnLatest } from '@/features/crawlers/list-own-latest';
import { bodyHtml, correctionsHtml } from '@/features/crawlers/body-html';
import { mediaStorage } from '@/features/media/media-storage';
import { findSectionByPath, getRootSection, type Section } from '@/features/sections/section-tree';
import { getSiteSettings } from '@/features/settings/get-site-settings';
import { articleAddress, authorAddress, sectionAddress, tagAddress } from '@/lib/addresses';
import { bodyLines } from '@/lib/article-body';
import { readEnv } from '@/lib/env';
import { fallbackWidth, type Picture, pictureAddress, pictureFile } from '@/lib/picture';

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
  picture: FeedPicture;
};

/** A JPEG. */
export type FeedPicture = { address: string; alt: string; byteCount: number } | undefined;

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
  const { feeds } = await getSiteSettings();
  return feedOf(await listOwnLatest(section.id, feeds.entryLimit), {
    title: await titleOf(section),
    description: section.description || `${section.name}的最新稿件`,
    path: sectionAddress(section.path),
  });
}

/** The newest live articles that a person has signed; undefined for whoever has signed none. */
export async function findAuthorFeed(contributorId: number): Promise<Feed | undefined> {
  const author = await findAuthor(contributorId);
  if (author === undefined) return undefined;
  const { feeds } = await getSiteSettings();
  const { name } = await getRootSection();
  return feedOf(await listNewestOf(contributorId, feeds.entryLimit), {
    title: `${author.name}的稿件 - ${name}`,
    description: `${name}${author.name}署名的最新稿件`,
    path: authorAddress(contributorId),
  });
}

/** The newest live articles with a tag; undefined for a tag that no live article has. */
export async function findTagFeed(tagId: number): Promise<Feed | undefined> {
  const tag = await findTagById(tagId);
  const path = tag && tagAddress(tag.name);
  if (tag === undefined || path === undefined) return undefined;
  const { feeds } = await getSiteSettings();
  const { name } = await getRootSection();
  return feedOf(await listNewestTagged(tagId, feeds.entryLimit), {
    title: `${tag.name} - ${name}`,
    description: `${name}关于${tag.name}的最新稿件`,
    path,
  });
}

/** What stands under 城市观察 on the front page and in the side bar and is an article of this portal. */
export async function findCityObservationFeed(): Promise<Feed> {
  const { feeds } = await getSiteSettings();
  const { name } = await getRootSection();
  return feedOf(await listCityObservation(feeds.entryLimit), {
    title: `城市观察 - ${name}`,
    description: `${name}的城市观察`,
    path: '/',
  });
}

async function feedOf(
  latest: ListedArticle[],
  { title, description, path }: { title: string; description: string; path: string },
): Promise<Feed> {
  const { siteUrl } = readEnv();
  const { feeds } = await getSiteSettings();
  const entries: FeedEntry[] = [];
  for (const { id, sectionName, cover } of latest) {
    const article = await findPublishedArticle(id);
    if (article === undefined) continue;
    entries.push(await entryOf(article, { sectionName, cover, siteUrl, isWhole: feeds.fullText }));
  }
  const updates = entries.map(({ updatedAt }) => updatedAt.getTime());
  return {
    title,
    description,
    address: siteUrl + path,
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

async function entryOf(article: PublishedArticle, around: Surroundings): Promise<FeedEntry> {
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
    picture: picture && (await pictureOf(picture, siteUrl)),
  };
}

/** With its true length, which an enclosure has to tell; undefined when the file is not there. */
async function pictureOf(
  { contentHash, width: original, alt }: Picture,
  siteUrl: string,
): Promise<FeedPicture> {
  const width = fallbackWidth(original);
  const file = await mediaStorage().stat(pictureFile(contentHash, width, 'jpg'));
  if (file === undefined) return undefined;
  return { address: siteUrl + pictureAddress(contentHash, width, 'jpg'), alt, byteCount: file.byteCount };
}
