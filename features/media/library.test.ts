import { expect, test } from 'vitest';
import { z } from 'zod';
import { reader, tx } from '@/db/client';
import { readContentVersion } from '@/db/content-version';
import { timelineEvents } from '@/db/schema/desk';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { NotAllowedError } from '@/features/access/permission';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { insertArticle } from '@/features/articles/insert-article';
import { changePicture, pictureForm } from '@/features/media/change-picture';
import { getPictures } from '@/features/media/get-pictures';
import { listPictures, pictureQuery } from '@/features/media/list-pictures';
import { storePicture } from '@/features/media/store-picture';
import { addArticle, addRow, form, uploaded, useFreshMedia } from '@/features/media/testing/library';
import { jpeg } from '@/features/media/testing/test-pictures';
import { viewPicture } from '@/features/media/view-picture';
import { whereUsed } from '@/features/media/where-used';
import { articleBodySchema } from '@/lib/article-body';
import { type DeskPicture } from '@/lib/picture';

useFreshDatabase();
useFreshMedia();

test('what is changed is stored, recorded, and seen by readers where the picture is live', async () => {
  const editor = await addEditor('编辑', ['editor']);
  const picture = await uploaded(editor, await jpeg());
  await addArticle(picture.id, { status: 'draft' });
  const before = await readContentVersion();
  await changePicture(editor, form(picture));
  expect(await readContentVersion()).toBe(before);
  expect((await getPictures([picture.id, 999])).get(picture.id)).toMatchObject(
    (({ pictureId, ...words }) => ({ id: pictureId, ...words }))(form(picture)),
  );
  await addArticle(picture.id);
  await changePicture(editor, form(picture, { alt: '换一句' }));
  expect(await readContentVersion()).toBe(before + 1);
  const events = await reader().select().from(timelineEvents);
  expect(events.map(({ kind, subject }) => [kind, subject])).toEqual([
    ['pictureAdded', '大桥.jpg'],
    ['pictureChanged', '大桥.jpg'],
    ['pictureChanged', '大桥.jpg'],
  ]);
});

test('a picture that came with an import counts as seen, because its articles may be older than the record', async () => {
  const editor = await addEditor('编辑', ['editor']);
  const id = await storePicture(await jpeg(), { alt: '', credit: '' });
  const before = await readContentVersion();
  await changePicture(editor, form((await getPictures([id])).get(id)!));
  expect(await readContentVersion()).toBe(before + 1);
});

test.each([
  [{ alt: '长'.repeat(301) }, 'alt'],
  [{ credit: '长'.repeat(201) }, 'credit'],
  [{ rights: '长'.repeat(501) }, 'rights'],
  [{ focalX: 101 }, 'focalX'],
  [{ focalX: -1 }, 'focalX'],
  [{ focalY: 1.5 }, 'focalY'],
  [{ focalY: Number.NaN }, 'focalY'],
  [{ focalX: '50' }, 'focalX'],
  [{ focalX: 1e20 }, 'focalX'],
  [{ alt: ['a'] }, 'alt'],
  [{ pictureId: 0 }, 'pictureId'],
  [{ uploadedBy: 1 }, ''],
  [{ contentHash: 'a'.repeat(64) }, ''],
])('%j is no change to a picture', async (changes, field) => {
  const editor = await addEditor('编辑', ['editor']);
  const id = await addRow(1);
  const picture = (await getPictures([id])).get(id)!;
  const given = { ...form(picture), ...changes };
  const parsed = pictureForm.safeParse(given);
  expect(parsed.error?.issues[0]?.path.join('.')).toBe(field);
  await expect(changePicture(editor, given as never)).rejects.toThrow(z.ZodError);
  expect((await getPictures([id])).get(id)).toEqual(picture);
});

test('the library is read in pages of forty, newest first, without gap or repetition', async () => {
  const editor = await addEditor('编辑', ['editor']);
  const ids: number[] = [];
  for (let number = 1; number <= 85; number += 1) ids.push(await addRow(number));
  const read: number[] = [];
  const lengths: number[] = [];
  for (let before: number | undefined, isLast = false; !isLast;) {
    const page = await listPictures(editor, before === undefined ? {} : { before });
    read.push(...page.pictures.map(({ id }) => id));
    lengths.push(page.pictures.length);
    before = page.before;
    isLast = before === undefined;
  }
  expect(lengths).toEqual([40, 40, 5]);
  expect(read).toEqual(ids.toReversed());
});

test('the library is searched by all words in alt text, credit and file name, and nothing is a wildcard', async () => {
  const editor = await addEditor('编辑', ['editor']);
  const bridge = await addRow(1, { alt: '大桥通车', credit: '陈晓 摄', fileName: 'DSC_0100.JPG' });
  const market = await addRow(2, { alt: '早市', credit: '陈晓 摄', fileName: '100%.png' });
  const found = async (words: string) => (await listPictures(editor, { words })).pictures.map(({ id }) => id);
  expect(await found('陈晓')).toEqual([market, bridge]);
  expect(await found('  陈晓 大桥 ')).toEqual([bridge]);
  expect(await found('dsc_0100')).toEqual([bridge]);
  expect(await found('%')).toEqual([market]);
  expect(await found('_')).toEqual([bridge]);
  expect(await found("' or 1=1 --")).toEqual([]);
  expect(await found('')).toEqual([market, bridge]);
  expect(pictureQuery.safeParse({ words: 'x', all: true }).success).toBe(false);
  expect(pictureQuery.safeParse({ before: 1e20 }).success).toBe(false);
});

test('where a picture is used is told as far as the editor may look at articles', async () => {
  const reporter = await addEditor('记者', ['reporter']);
  const correspondent = await addEditor('通讯员', ['correspondent']);
  const picture = await uploaded(correspondent, await jpeg());
  const foreign = await addArticle(picture.id);
  const own = await addArticle(picture.id, { status: 'draft', createdBy: correspondent.id });
  expect(await whereUsed(reporter, picture.id)).toEqual([
    { id: own, headline: 'draft 的稿件', status: 'draft', isLive: false },
    { id: foreign, headline: 'published 的稿件', status: 'published', isLive: true },
  ]);
  expect((await whereUsed(correspondent, picture.id)).map(({ id }) => id)).toEqual([own]);
});

test('articles that come by import are found, by text and by cover', async () => {
  const editor = await addEditor('编辑', ['editor']);
  const cover = await addRow(1);
  const figure = await addRow(2);
  const image = { type: 'image' as const, attrs: { assetId: figure, alt: '', caption: '', credit: '' } };
  const article = {
    sectionId: await rootSectionId(),
    headline: '旧稿',
    body: articleBodySchema.parse({ type: 'doc', content: [image] }),
    coverAssetId: cover,
    credits: [],
  };
  const id = await tx((q) => insertArticle(q, article, new Date()));
  const use = { id, headline: '旧稿', status: 'draft', isLive: false };
  expect(await whereUsed(editor, cover)).toEqual([use]);
  expect(await whereUsed(editor, figure)).toEqual([use]);
});

test('a picture that is not there is said to be gone, to those who may change pictures', async () => {
  const editor = await addEditor('编辑', ['editor']);
  const proofreader = await addEditor('校对', ['proofreader']);
  const given = { ...form({ id: 99 } as DeskPicture) };
  expect(await changePicture(editor, given)).toMatchObject({ ok: false, problems: [{ field: 'pictureId' }] });
  await expect(changePicture(proofreader, given)).rejects.toThrow(NotAllowedError);
  expect(await viewPicture(proofreader, 99)).toBeUndefined();
});
