import type { Metadata } from 'next';
import { descriptionOf, feedLinks, indexable } from '@/app/(site)/machine-metadata';
import type { PublishedArticle } from '@/features/articles/find-published-article';
import { jpegAddress } from '@/features/crawlers/structured-data';
import type { SiteView } from '@/features/sections/get-site-view';
import { articleAddress } from '@/lib/addresses';
import { bodyLines } from '@/lib/article-body';
import type { ContributorRole } from '@/lib/contributor-role';
import { formatDateTime, formatWithOffset } from '@/lib/dates';
import { readEnv } from '@/lib/env';
import { fallbackWidth } from '@/lib/picture';

/** The head of an article: for search engines, link previews, and the aggregators of Chinese portals. */
export function articleMetadata(article: PublishedArticle, { trail, name }: SiteView): Metadata {
  const { headline, publishedAt } = article;
  const address = articleAddress(article.id);
  const updatedAt = article.modifiedAt ?? publishedAt;
  const sections = trail.map((section) => section.name);
  const description = descriptionOf(article.abstract, bodyLines(article.body).join(''), headline);
  const named = (...roles: ContributorRole[]) =>
    article.credits.filter(({ role }) => roles.includes(role)).map((credit) => credit.name);
  const authors = named('reporter', 'correspondent');
  const picture = article.pictures.values().next().value;
  const { siteUrl } = readEnv();
  return {
    title: [headline, ...sections.toReversed()].join(' - '),
    description,
    robots: indexable,
    alternates: { canonical: address, types: feedLinks(trail.at(-1)!.address.slice(1), sections.at(-1)!) },
    openGraph: {
      type: 'article',
      title: headline,
      description,
      url: address,
      siteName: sections[0] ?? name,
      locale: 'zh_CN',
      publishedTime: formatWithOffset(publishedAt),
      modifiedTime: formatWithOffset(updatedAt),
      section: sections.at(-1),
      authors,
      images: picture && {
        url: jpegAddress(picture, siteUrl),
        width: fallbackWidth(picture.width),
        height: Math.round((picture.height * fallbackWidth(picture.width)) / picture.width),
        alt: picture.alt,
      },
    },
    twitter: { card: 'summary_large_image' },
    other: {
      'applicable-device': 'pc,mobile',
      contentid: String(article.id),
      publishdate: formatDateTime(publishedAt).slice(0, 10),
      ...(authors.length > 0 && { author: authors.join('、') }),
      ...(named('editor', 'responsibleEditor').length > 0 && {
        editor: named('editor', 'responsibleEditor').join('、'),
      }),
      ...(article.sourceName && { source: article.sourceName, ContentSource: article.sourceName }),
      SiteName: sections[0] ?? name,
      ColumnName: sections.at(-1)!,
      ArticleTitle: headline,
      PubDate: formatDateTime(publishedAt),
      'weibo: article:create_at': formatDateTime(publishedAt),
      'weibo: article:update_at': formatDateTime(updatedAt),
      'bytedance:published_time': formatWithOffset(publishedAt),
      'bytedance:updated_time': formatWithOffset(updatedAt),
    },
  };
}
