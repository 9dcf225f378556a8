import type { Metadata } from 'next';
import { descriptionOf, feedLinks, indexable } from '@/app/(site)/machine-metadata';
import type { PublishedArticle } from '@/features/articles/find-published-article';
import type { SiteView } from '@/features/sections/get-site-view';
import { shareImagesOf } from '@/features/share-pictures/share-images';
import { articleAddress } from '@/lib/addresses';
import { bodyLines } from '@/lib/article-body';
import type { ContributorRole } from '@/lib/contributor-role';
import { formatDateTime, formatWithOffset } from '@/lib/dates';
import { readEnv } from '@/lib/env';

/** In a sentence or two: the abstract, or how the text begins. */
export function describeBriefly({ abstract, body, headline }: PublishedArticle): string {
  return descriptionOf(abstract, bodyLines(body).join(''), headline);
}

/** The head of an article: for search engines, link previews, and the aggregators of Chinese portals. */
export function articleMetadata(article: PublishedArticle, { trail, name }: SiteView): Metadata {
  const { headline, publishedAt } = article;
  const address = articleAddress(article.id);
  const updatedAt = article.modifiedAt ?? publishedAt;
  const sections = trail.map((section) => section.name);
  const description = describeBriefly(article);
  const named = (...roles: ContributorRole[]) =>
    article.credits.filter(({ role }) => roles.includes(role)).map((credit) => credit.name);
  const authors = named('reporter', 'correspondent');
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
      images: [{ ...shareImagesOf(article, trail, siteUrl).wide, type: 'image/jpeg' }],
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
