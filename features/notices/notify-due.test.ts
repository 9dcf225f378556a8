import { beforeEach, expect, test } from 'vitest';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { rootSectionId } from '@/features/access/testing/newcomers';
import { addSection } from '@/features/articles/testing/desk-articles';
import { valueOf } from '@/features/articles/testing/article-acts';
import { listNotices } from '@/features/notices/list-notices';
import { dueAhead, notifyDue } from '@/features/notices/notify-due';
import {
  approve,
  fourPeople,
  type People,
  walk,
  writeAndSend,
} from '@/features/review/testing/review-people';

useFreshDatabase();

let people: People;
let town: number;
const dueAt = new Date(Date.now() + 2 * 3_600_000);
const at = (milliseconds: number) => new Date(dueAt.getTime() + milliseconds);
const told = async (editor: Editor) => (await listNotices(editor)).map(({ kind }) => kind);

beforeEach(async () => {
  town = await addSection(await rootSectionId(), 'town');
  people = await fourPeople(town);
});

test('whose turn it is is told half an hour before, once, and again when the time is over; the sender then, too', async () => {
  await writeAndSend(people.reporter, town, dueAt);
  expect(await notifyDue(at(-dueAhead - 1))).toBe(0);
  expect(await notifyDue(at(-dueAhead))).toBe(1);
  expect(await notifyDue(at(-60_000))).toBe(0);
  expect(await told(people.editor)).toEqual(['due']);
  expect(await notifyDue(at(0))).toBe(2);
  expect(await notifyDue(at(3_600_000))).toBe(0);
  expect(await told(people.editor)).toEqual(['late', 'due']);
  expect(await told(people.reporter)).toEqual(['late']);
  expect(await told(people.head)).toEqual([]);
});

test('after a signature it is the next one whose turn it is', async () => {
  const articleId = await writeAndSend(people.reporter, town, dueAt);
  valueOf(await approve(people.editor, articleId, 'first'));
  await notifyDue(at(0));
  expect(await told(people.head)).toEqual(['late']);
  expect(await told(people.editor)).toEqual([]);
});

test('what has no time, or is signed at every stage, is due to nobody', async () => {
  await writeAndSend(people.reporter, town);
  const signed = await writeAndSend(people.reporter, town, dueAt);
  await walk(people, signed);
  expect(await notifyDue(at(3_600_000))).toBe(0);
});
