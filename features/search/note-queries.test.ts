import { expect, test } from 'vitest';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { NotAllowedError } from '@/features/access/permission';
import { addEditor } from '@/features/access/testing/newcomers';
import { listQueries } from '@/features/search/list-queries';
import { createQueryNotes } from '@/features/search/note-queries';

useFreshDatabase();

const now = new Date('2026-05-04T04:00:00Z');

test('what is asked for is counted, whoever asks and however it is spelled', async () => {
  const editor = await addEditor('编辑', ['editor']);
  const notes = createQueryNotes();
  for (const query of ['三桥', ' 三桥 ', 'G20', 'ｇ２０', '三桥']) notes.note(query);
  await notes.write(now);
  notes.note('三桥');
  await notes.write(now);
  expect(await listQueries(editor, { days: 7 }, now)).toEqual([
    { query: '三桥', asked: 4, found: 0 },
    { query: 'g20', asked: 2, found: 0 },
  ]);
});

test.each(['', '13800000000', 'name@example.cn', '很'.repeat(30)])('%s is not kept', async (query) => {
  const editor = await addEditor('编辑', ['editor']);
  const notes = createQueryNotes();
  notes.note(query);
  await notes.write(now);
  expect(await listQueries(editor, { days: 7 }, now)).toEqual([]);
});

test('a flood of different queries is let go by, the known ones go on counting', async () => {
  const editor = await addEditor('编辑', ['editor']);
  const notes = createQueryNotes();
  for (let number = 0; number < 2000; number += 1) notes.note(`词${number}`);
  notes.note('词0');
  await notes.write(now);
  expect((await listQueries(editor, { days: 7 }, now))[0]).toMatchObject({ query: '词0', asked: 2 });
});

test('counts older than ninety days are gone', async () => {
  const editor = await addEditor('编辑', ['editor']);
  const notes = createQueryNotes();
  notes.note('旧词');
  await notes.write(new Date('2026-01-01T00:00:00Z'));
  notes.note('新词');
  await notes.write(now);
  expect((await listQueries(editor, { days: 365 }, now)).map(({ query }) => query)).toEqual(['新词']);
});

test('who may not look at articles may not look at what is asked for', async () => {
  const administrator = await addEditor('管理员', ['administrator']);
  await expect(listQueries(administrator, { days: 7 }, now)).rejects.toThrow(NotAllowedError);
});
