import { expect, test } from 'vitest';
import { z } from 'zod';
import { articleBodySchema } from '@/lib/article-body';
import { articleContentSchema } from '@/lib/article-content';
import { parseInput } from '@/lib/parse-input';

const form = z.strictObject({
  note: z.string(),
  rows: z.array(z.strictObject({ name: z.string() })).default([]),
});

test.for(['a\0b', '\0', 'a\uD800', '\uDC00b'])('the text %j is refused wherever it stands', (bad) => {
  expect(parseInput(form, { note: bad })).toMatchObject({ ok: false, problems: [{ field: 'note' }] });
  expect(parseInput(form, { note: '', rows: [{ name: '甲' }, { name: bad }] })).toMatchObject({
    ok: false,
    problems: [{ field: 'rows.1.name' }],
  });
  const posted = new FormData();
  posted.set('note', 'a\0b');
  expect(parseInput(form, posted).ok).toBe(false);
});

test.for(['𠮷野家', '行\u2028隔', '👩‍👩‍👧', 'a\nb\tc', ''])('the text %j is kept as it is', (good) => {
  expect(parseInput(form, { note: good })).toEqual({ ok: true, value: { note: good, rows: [] } });
});

test.for(['\u0001', '\u001B', '\u0085', '\u007F'])('no address carries the control character %j', (mark) => {
  const taken = (address: string) => articleContentSchema.shape.sourceUrl.safeParse(address).success;
  expect(taken('https://a.example/x')).toBe(true);
  expect(taken(`https://a.example/${mark}x`)).toBe(false);
  const link = (href: string) =>
    articleBodySchema.safeParse({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: '链', marks: [{ type: 'link', attrs: { href } }] }],
        },
      ],
    }).success;
  for (const start of ['https://a.example/', 'mailto:a', '/a']) {
    expect(link(`${start}x`)).toBe(true);
    expect(link(`${start}${mark}x`)).toBe(false);
  }
});
