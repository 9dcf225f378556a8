import type {
  BreadcrumbList,
  CollectionPage,
  Graph,
  NewsArticle,
  NewsMediaOrganization,
  Person,
  ProfilePage,
  WebSite,
} from 'schema-dts';
import type { PublishedArticle } from '@/features/articles/find-published-article';
import type { Author } from '@/features/contributors/list-author-page';
import type { SiteView } from '@/features/sections/get-site-view';
import { jpegAddress, searchImagesOf } from '@/features/share-pictures/share-images';
import { articleAddress, authorAddress, searchAddress } from '@/lib/addresses';
import { contributorRoleLabels, isByline } from '@/lib/contributor-role';
import { formatWithOffset } from '@/lib/dates';

/*
 * What a page says of itself to machines, in the words of schema.org. Everything in it stands on the page as
 * well; nothing is invented for search engines. `siteUrl` has no slash at its end.
 */

type Trail = SiteView['trail'];

/** Google cuts headlines here. */
const longestHeadline = 110;

export function describeArticle(article: PublishedArticle, trail: Trail, siteUrl: string): Graph {
  const address = siteUrl + articleAddress(article.id);
  const people = (...roles: string[]): Person[] =>
    article.credits
      .filter(({ role }) => roles.includes(role))
      .map(({ name, role, contributorId }) => ({
        '@type': 'Person',
        name,
        ...(contributorId !== undefined && isByline(role) && { url: siteUrl + authorAddress(contributorId) }),
      }));
  const authors = people('reporter', 'correspondent');
  const editors = people('editor', 'responsibleEditor');
  const newsArticle: NewsArticle = {
    '@type': 'NewsArticle',
    '@id': `${address}#article`,
    headline: [...article.headline].slice(0, longestHeadline).join(''),
    ...(article.subheadline && { alternativeHeadline: article.subheadline }),
    ...(article.abstract && { description: article.abstract }),
    datePublished: formatWithOffset(article.publishedAt),
    dateModified: formatWithOffset(article.modifiedAt ?? article.publishedAt),
    author: authors.length > 0 ? authors : { '@id': organizationId(siteUrl) },
    ...(editors.length > 0 && { editor: editors }),
    publisher: organization(trail[0]!.name, siteUrl),
    ...(article.sourceName && { sourceOrganization: { '@type': 'Organization', name: article.sourceName } }),
    ...(article.originalUrl && { isBasedOn: article.originalUrl }),
    articleSection: trail.at(-1)!.name,
    wordCount: article.characterCount,
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    mainEntityOfPage: address,
    ...(article.corrections.length > 0 && {
      correction: article.corrections.map(({ text, publishedAt }) => ({
        '@type': 'CorrectionComment' as const,
        text,
        datePublished: formatWithOffset(publishedAt),
      })),
    }),
    image: describeImages(article, trail, siteUrl),
  };
  return { '@context': 'https://schema.org', '@graph': [newsArticle, breadcrumb(trail, siteUrl)] };
}

/** The page of what a person has signed. */
export function describeAuthor(author: Author, siteName: string, siteUrl: string): Graph {
  const address = siteUrl + authorAddress(author.id);
  const page: ProfilePage = {
    '@type': 'ProfilePage',
    '@id': `${address}#page`,
    url: address,
    inLanguage: 'zh-CN',
    mainEntity: {
      '@type': 'Person',
      '@id': `${address}#person`,
      name: author.name,
      url: address,
      jobTitle: contributorRoleLabels[author.roles[0]!],
      worksFor: { '@type': 'NewsMediaOrganization', '@id': organizationId(siteUrl), name: siteName },
    },
  };
  return { '@context': 'https://schema.org', '@graph': [page] };
}

/** Baidu's time factor: when a page was made and changed, in its own vocabulary and in Beijing time. */
export function describeForBaidu(article: PublishedArticle, siteUrl: string): Record<string, unknown> {
  const plain = (instant: Date) => formatWithOffset(instant).slice(0, 19);
  return {
    '@context': 'https://ziyuan.baidu.com/contexts/cambrian.jsonld',
    '@id': siteUrl + articleAddress(article.id),
    title: article.headline,
    images: [...article.pictures.values()].slice(0, 3).map((picture) => jpegAddress(picture, siteUrl)),
    pubDate: plain(article.publishedAt),
    upDate: plain(article.modifiedAt ?? article.publishedAt),
  };
}

/** The page of a section with what it lists, in the order of the page. */
export function describeSection(
  section: { name: string; description: string; address: string },
  articleIds: number[],
  trail: Trail,
  siteUrl: string,
): Graph {
  const page: CollectionPage = {
    '@type': 'CollectionPage',
    '@id': siteUrl + section.address,
    name: section.name,
    ...(section.description && { description: section.description }),
    inLanguage: 'zh-CN',
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: articleIds.map((id, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        url: siteUrl + articleAddress(id),
      })),
    },
  };
  const hasTrail = trail.length > 1;
  return {
    '@context': 'https://schema.org',
    '@graph': hasTrail ? [page, breadcrumb(trail, siteUrl)] : [page],
  };
}

/** Whose site this is, and how it is searched. */
export function describeHome(name: string, siteUrl: string): Graph {
  const site: WebSite = {
    '@type': 'WebSite',
    '@id': `${siteUrl}/#site`,
    name,
    url: `${siteUrl}/`,
    inLanguage: 'zh-CN',
    publisher: { '@id': organizationId(siteUrl) },
    potentialAction: {
      '@type': 'SearchAction',
      target: `${siteUrl}${searchAddress}?q={search_term_string}`,
      // @ts-expect-error -- Google's notation, which the vocabulary does not know
      'query-input': 'required name=search_term_string',
    },
  };
  return { '@context': 'https://schema.org', '@graph': [site, organization(name, siteUrl)] };
}

function organizationId(siteUrl: string): string {
  return `${siteUrl}/#organization`;
}

function organization(name: string, siteUrl: string): NewsMediaOrganization {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': organizationId(siteUrl),
    name,
    url: `${siteUrl}/`,
    logo: { '@type': 'ImageObject', url: `${siteUrl}/apple-touch-icon.png`, width: '180', height: '180' },
  };
}

/** The visible breadcrumb without its last word 正文, which is no place. */
function breadcrumb(trail: Trail, siteUrl: string): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: siteUrl + address,
    })),
  };
}

/** In the shapes that search engines ask for; the credit is that of the photograph. */
function describeImages(article: PublishedArticle, trail: Trail, siteUrl: string) {
  const credit = [...article.pictures.values()][0]?.credit ?? '';
  return searchImagesOf(article, trail, siteUrl).map(({ url, width, height, alt }) => ({
    '@type': 'ImageObject' as const,
    url,
    width: String(width),
    height: String(height),
    ...(alt && { caption: alt }),
    ...(credit && { creditText: credit }),
  }));
}

/** Baidu's time factor of a list: when what it shows last changed. */
export function describeListForBaidu(
  address: string,
  changedAt: Date | undefined,
): Record<string, unknown> | undefined {
  if (changedAt === undefined) return undefined;
  const time = formatWithOffset(changedAt).slice(0, 19);
  return {
    '@context': 'https://ziyuan.baidu.com/contexts/cambrian.jsonld',
    '@id': address,
    pubDate: time,
    upDate: time,
  };
}
