import { beforeEach, expect, test } from 'vitest';
import { tx } from '@/db/client';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { findPublishedArticle } from '@/features/articles/find-published-article';
import { insertArticle } from '@/features/articles/insert-article';
import { addSection } from '@/features/articles/testing/desk-articles';
import { findAuthor } from '@/features/contributors/list-author-page';
import { correctArticle } from '@/features/corrections/correct-article';
import {
  describeArticle,
  describeAuthor,
  describeHome,
  describeSection,
} from '@/features/crawlers/structured-data';
import { unknownTerms } from '@/features/crawlers/testing/schema-org';
import { uploaded, useFreshMedia } from '@/features/media/testing/library';
import { jpeg } from '@/features/media/testing/test-pictures';
import { getSiteView } from '@/features/sections/get-site-view';
import { paragraph } from '@/lib/article-body';

useFreshDatabase();
useFreshMedia();

const siteUrl = 'https://news.example.cn';
let town: number;
beforeEach(async () => {
  town = await addSection(await rootSectionId(), 'town');
});

test('everything an article says of itself is a type or property of schema.org', async () => {
  const chief = await addEditor('总编甲', ['chiefEditor']);
  const picture = await uploaded(chief, await jpeg(1600, 1000));
  const attrs = { assetId: picture.id, alt: '桥', caption: '桥', credit: '沈知渔 摄' };
  const publishedAt = new Date('2026-05-04T01:00:00Z');
  const id = await tx((q) =>
    insertArticle(
      q,
      {
        sectionId: town,
        headline: '三桥通车',
        subheadline: '历时三年',
        abstract: '桥上又走人了。',
        source: { name: '澄江日报' },
        originalUrl: 'https://old.example.cn/1.html',
        body: { type: 'doc', content: [paragraph('正文。'), { type: 'image', attrs }] },
        credits: [
          { role: 'reporter', name: '沈知渔' },
          { role: 'editor', name: '庄书白' },
        ],
        publishedAt,
      },
      publishedAt,
    ),
  );
  await correctArticle(chief, { articleId: id, text: '“三年”应为“四年”。' });
  const article = (await findPublishedArticle(id))!;
  const { trail } = await getSiteView(town);
  const described = describeArticle(article, trail, siteUrl);
  expect(JSON.stringify(described)).toContain('CorrectionComment');
  expect(unknownTerms(described)).toEqual([]);
  const author = (await findAuthor(1))!;
  expect(unknownTerms(describeAuthor(author, '澄江网', siteUrl))).toEqual([]);
});

test('so is what the front page and a section say', async () => {
  const { trail } = await getSiteView(town);
  const section = { name: '城镇', description: '城镇新闻', address: '/town' };
  expect(unknownTerms(describeHome('澄江网', siteUrl))).toEqual([]);
  expect(unknownTerms(describeSection(section, [1, 2], trail, siteUrl))).toEqual([]);
});

test.each([
  [{ '@type': 'NewsArticel' }, ['NewsArticel']],
  [{ '@type': 'NewsArticle', colour: 'red' }, ['NewsArticle.colour']],
  [{ '@type': 'Person', name: '沈知渔', headline: 'x' }, ['Person.headline']],
])('%j is told', (node, found) => {
  expect(unknownTerms(node)).toEqual(found);
});
