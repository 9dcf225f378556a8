import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reader } from '@/db/client';
import { timelineEvents } from '@/db/schema/desk';
import { mediaAssets } from '@/db/schema/media-assets';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { NotAllowedError } from '@/features/access/permission';
import { roleVerbs } from '@/features/access/role-verbs';
import { addEditor } from '@/features/access/testing/newcomers';
import { addPicture } from '@/features/media/add-picture';
import { changePicture } from '@/features/media/change-picture';
import { listPictures } from '@/features/media/list-pictures';
import { mediaFolder, mediaStorage } from '@/features/media/media-storage';
import { storePicture } from '@/features/media/store-picture';
import { form, mediaFiles, uploaded, useFreshMedia } from '@/features/media/testing/library';
import { gifOf, jpeg, jpegWithPlace, noisyPng } from '@/features/media/testing/test-pictures';
import { viewPicture } from '@/features/media/view-picture';
import { whereUsed } from '@/features/media/where-used';
import { editorRoles } from '@/lib/editor-role';
import { originalFile, pictureFilePattern } from '@/lib/picture';

useFreshDatabase();
useFreshMedia();

test('an uploaded picture is in the library, with its files, its original and a line in the record', async () => {
  const editor = await addEditor('记者甲', ['reporter']);
  const original = await jpegWithPlace();
  const picture = await uploaded(editor, original, 'C:\\照片\\大桥\u0000.jpg');
  expect(picture).toMatchObject({
    fileName: '大桥.jpg',
    width: 600,
    height: 400,
    hasAvif: true,
    alt: '',
    focalX: 50,
    focalY: 50,
  });
  const kept = originalFile(picture.contentHash, 'jpeg');
  expect(readFileSync(path.join(mediaFolder(), kept))).toEqual(original);
  expect(pictureFilePattern.test(kept)).toBe(false);
  const served = mediaFiles().filter((name) => name !== kept);
  expect(served).toHaveLength(5);
  expect(served.filter((name) => !pictureFilePattern.test(name))).toEqual([]);
  const [row] = await reader().select().from(mediaAssets);
  expect(row).toMatchObject({ uploadedBy: editor.id, byteCount: original.length, originalFormat: 'jpeg' });
  const [event] = await reader().select().from(timelineEvents);
  expect(event).toMatchObject({ kind: 'pictureAdded', editorId: editor.id, subject: '大桥.jpg' });
});

test('the same file is one asset, under whatever name, one after the other and at once', async () => {
  const editor = await addEditor('编辑', ['editor']);
  const original = await jpeg();
  const ids = await Promise.all(
    ['一.jpg', '二.png', '三.jpg'].map(async (name) => (await uploaded(editor, original, name)).id),
  );
  expect(new Set(ids).size).toBe(1);
  expect((await uploaded(editor, original, '四.gif')).id).toBe(ids[0]);
  expect(await storePicture(original, { alt: '别的', credit: '' })).toBe(ids[0]);
  expect(await reader().select().from(mediaAssets)).toHaveLength(1);
  expect(await reader().select().from(timelineEvents)).toHaveLength(1);
});

test('files that were lost come back with the same picture', async () => {
  const editor = await addEditor('编辑', ['editor']);
  const original = await jpeg();
  const { id } = await uploaded(editor, original);
  const before = mediaFiles().toSorted();
  rmSync(mediaFolder(), { recursive: true });
  expect((await uploaded(editor, original)).id).toBe(id);
  expect(mediaFiles().toSorted()).toEqual(before);
});

test('a hundred uploads at once leave a hundred pictures and nothing half-written', async () => {
  const editor = await addEditor('编辑', ['editor']);
  const originals = await Promise.all(Array.from({ length: 100 }, (_, seed) => noisyPng(seed, 16)));
  const broken = originals.map((original) => original.subarray(0, 60));
  const outcomes = await Promise.all(
    [...originals, ...broken.slice(0, 20)].map((content) =>
      addPicture(editor, { content, fileName: 'x.png' }),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(100);
  const names = mediaFiles();
  expect(names.filter((name) => !pictureFilePattern.test(name) && !name.startsWith('originals/'))).toEqual(
    [],
  );
  expect(names.filter((name) => name.startsWith('originals/'))).toHaveLength(100);
}, 120_000);

test('a refused picture leaves no row, no file and no line in the record', async () => {
  const editor = await addEditor('编辑', ['editor']);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  expect(await addPicture(editor, { content: svg, fileName: '图.jpg' })).toMatchObject({
    ok: false,
    problems: [{ field: 'format', message: expect.stringContaining('请另存为') }],
  });
  expect(await addPicture(editor, { content: Buffer.alloc(0), fileName: '空.jpg' })).toMatchObject({
    ok: false,
  });
  expect(await reader().select().from(mediaAssets)).toEqual([]);
  expect(await reader().select().from(timelineEvents)).toEqual([]);
  expect(await mediaStorage().stat('originals')).toBeUndefined();
});

test('a GIF called .jpg is kept as what it is', async () => {
  const editor = await addEditor('编辑', ['editor']);
  await uploaded(editor, gifOf(3), '照片.jpg');
  const [row] = await reader().select().from(mediaAssets);
  expect(row).toMatchObject({ originalFormat: 'gif', width: 2 });
});

test.each(editorRoles)('what the role %s may do with pictures is what the table says', async (role) => {
  const uploader = await addEditor('上传者', ['editor']);
  const picture = await uploaded(uploader, await jpeg(40, 30));
  const someone = await addEditor('某人', [role]);
  const { addPicture: mayAdd, editPicture: mayEdit, viewPictures: mayView } = roleVerbs[role];

  const adding = addPicture(someone, { content: await noisyPng(1, 8), fileName: 'a.png' });
  if (mayAdd) expect(await adding).toMatchObject({ ok: true });
  else await expect(adding).rejects.toThrow(NotAllowedError);

  const changing = changePicture(someone, form(picture));
  if (mayEdit) expect(await changing).toMatchObject({ ok: true });
  else await expect(changing).rejects.toThrow(NotAllowedError);

  const listing = listPictures(someone);
  const seen = [...(mayView ? [picture.id] : []), ...(mayAdd ? [picture.id + 1] : [])];
  if (seen.length === 0) await expect(listing).rejects.toThrow(NotAllowedError);
  else expect((await listing).pictures.map(({ id }) => id).toSorted()).toEqual(seen);

  const viewing = viewPicture(someone, picture.id);
  if (mayView) expect(await viewing).toMatchObject({ mayChange: mayEdit !== undefined });
  else if (mayAdd) expect(await viewing).toBeUndefined();
  else await expect(viewing).rejects.toThrow(NotAllowedError);

  const using = whereUsed(someone, picture.id);
  if (mayView) expect(await using).toEqual([]);
  else await expect(using).rejects.toThrow(NotAllowedError);
});

test('a correspondent looks after own pictures and learns nothing of others by sending the same file', async () => {
  const correspondent = await addEditor('通讯员', ['correspondent']);
  const editor = await addEditor('编辑', ['editor']);
  const own = await uploaded(correspondent, await noisyPng(2, 8));
  expect(await changePicture(correspondent, form(own))).toMatchObject({ ok: true });
  expect(await viewPicture(correspondent, own.id)).toMatchObject({ mayChange: true });
  expect(await whereUsed(correspondent, own.id)).toEqual([]);

  const original = await noisyPng(3, 8);
  const foreign = await uploaded(editor, original, '内部.png');
  await changePicture(editor, form(foreign, { rights: '仅供内部' }));
  const again = await addPicture(correspondent, { content: original, fileName: '同一张.png' });
  expect(again).toMatchObject({ ok: false, problems: [{ field: 'file' }] });
  expect(JSON.stringify(again)).not.toMatch(/内部|\d/u);
  await expect(changePicture(correspondent, form(foreign))).rejects.toThrow(NotAllowedError);
  expect(await viewPicture(correspondent, foreign.id)).toBeUndefined();
  expect((await listPictures(correspondent)).pictures.map(({ id }) => id)).toEqual([own.id]);

  const dismissed = { ...correspondent, roles: [] };
  await expect(changePicture(dismissed, form(own))).rejects.toThrow(NotAllowedError);
});
