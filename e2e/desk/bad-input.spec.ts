import { expect, test } from '@playwright/test';
import { deep, extra, many, stillAnswers } from '@/e2e/support/bad-input';
import {
  answerOf,
  askAction,
  captureActions,
  type CapturedAction,
  dumpOf,
  type FormAction,
  type Signed,
  signedCookie,
} from '@/e2e/support/desk-actions';
import { asEditor, sectionIdOf } from '@/e2e/support/desk-articles';
import { replays } from '@/e2e/support/replays';
import { leaveInState } from '@/features/articles/testing/article-acts';

/* What no page of ours would send, sent by somebody who may: a sentence or a 4xx, and nothing has changed. */

let actions: Record<FormAction, CapturedAction>;
let chief: Signed;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(90_000);
  actions = await captureActions(browser);
  chief = await signedCookie(browser, ['chiefEditor']);
});

type Fields = Record<string, unknown>;

/** Values that no field of any form takes. */
const strange: [string, unknown][] = [
  ['a list', ['a', 'b']],
  ['a huge number', 1e20],
  ['a fraction', 1.5],
  ['a negative number', -1],
  ['zero', 0],
  ['NaN in words', 'NaN'],
  ['Infinity in words', '$Infinity'],
  ['NaN of React', '$NaN'],
  ['minus zero of React', '$-0'],
  ['a big integer of React', '$n99999999999999999999'],
  ['undefined of React', '$undefined'],
  ['a date of React', '$D2026-01-01T00:00:00.000Z'],
  ['an object', { a: 1 }],
  ['true', true],
  ['U+0000', 'a\0b'],
  ['another control character', 'a\u0007b'],
  ['half a character', 'a\uD800b'],
  ['the other half', 'a\uDC00b'],
  ['half a megabyte', 'x'.repeat(500_000)],
];

/** Whole inputs made of one that would be taken; as JSON, because some cannot be written as objects. */
function inputsFrom(good: Fields): [string, string][] {
  const json = (input: unknown) => JSON.stringify([input]);
  const isEmptyAllowed = (field: string, name: string) => field === 'assigneeId' && /undefined/u.test(name);
  return [
    ...extra.map(([name, value]): [string, string] => [`with ${name}`, json({ ...good, [name]: value })]),
    ...Object.keys(good).flatMap((field) =>
      strange
        .filter(([name]) => !isEmptyAllowed(field, name) && !isWelcome(field, name))
        .map(([name, value]): [string, string] => [`${field}: ${name}`, json({ ...good, [field]: value })]),
    ),
    ...Object.entries(good)
      .filter(([, value]) => typeof value === 'number')
      .map(([field, value]): [string, string] => [
        `${field} in words`,
        json({ ...good, [field]: String(value) }),
      ]),
    ...Object.keys(good)
      .filter((field) => !['assigneeId', 'note', 'dueAt'].includes(field))
      .map((field): [string, string] => [
        `without ${field}`,
        json(Object.fromEntries(Object.entries(good).filter(([name]) => name !== field))),
      ]),
    ['fields of the prototype', `[{"__proto__":${JSON.stringify(good)}}]`],
    ['ten thousand fields', json({ ...good, ...many })],
    ['a thousand levels', `[${deep(1000)}]`],
    ['a thousand levels in a field', `[{"articleId":${deep(1000)}}]`],
    ['a hundred thousand levels', `[${deep(100_000)}]`],
    ['nine hundred kilobytes', json({ ...good, filler: 'x'.repeat(900_000) })],
    ['nothing', '[]'],
    ['null', '[null]'],
    ['undefined', '["$undefined"]'],
    ['a number', '[1]'],
    ['a text', '["x"]'],
    ['a list', json([good])],
    ['the input twice over', `[[${JSON.stringify(good)},${JSON.stringify(good)}]]`],
    ['a form that is not there', '["$K1"]'],
    ['a part that is not there', '["$1"]'],
    ['a promise that is not kept', '["$@1"]'],
    ['a way into the prototype', '["$0:__proto__:constructor"]'],
    ['a function of the server', '["$F1"]'],
    ['a blob that is not there', '["$B1"]'],
    ['a map that is not there', '["$Q1"]'],
    ['an iterator that is not there', '["$i1"]'],
    ['no JSON', 'hello'],
    ['half of a JSON', '[{"articleId":'],
    ['no body', ''],
    ['an object instead of a list', JSON.stringify(good)],
    ['JSON of another thing', 'null'],
  ];
}

/** What a free text takes although other fields do not, and the one field that holds a date or nothing. */
function isWelcome(field: string, name: string): boolean {
  if (field === 'dueAt') return ['a date of React', 'undefined of React'].includes(name);
  const forText = ['NaN in words', 'another control character'];
  if (field === 'note' && name === 'undefined of React') return true;
  return ['note', 'text', 'reason'].includes(field) && forText.includes(name);
}

for (const { action, state, input } of replays) {
  test(`${action}: nothing but its own fields in its own shapes`, async () => {
    test.setTimeout(120_000);
    const editor = asEditor(chief, ['chiefEditor']);
    const subject = await leaveInState(editor, state, editor, await sectionIdOf('city'));
    const before = await dumpOf(subject.articleId);
    const at = `/desk/articles/${subject.articleId}`;
    const good = (await input(subject)) as Fields;
    const wrong: unknown[] = [];
    for (const [name, body] of inputsFrom(good)) {
      const answer = await askAction(actions[action], body, { cookie: chief.cookie, at });
      const isRefused = answer.status < 500 && (answer.status >= 400 || answerOf(answer)?.ok === false);
      if (!isRefused) wrong.push([name, answer.status, answer.text.slice(0, 200)]);
      if ((await dumpOf(subject.articleId)) !== before) wrong.push([name, 'changed the row']);
      if (wrong.length > 8) break;
    }
    expect(wrong).toEqual([]);
    expect(await stillAnswers()).toBe(true);
    const answer = await askAction(actions[action], good, { cookie: chief.cookie, at });
    expect(answerOf(answer)?.ok).toBe(true);
  });
}

test('a text of an article with characters that cannot be kept is refused in every field', async () => {
  test.setTimeout(60_000);
  const editor = asEditor(chief, ['chiefEditor']);
  const subject = await leaveInState(editor, 'draft', editor, await sectionIdOf('city'));
  const before = await dumpOf(subject.articleId);
  const save = replays.find(({ action }) => action === 'save')!;
  const good = (await save.input(subject)) as Fields & { content: Fields };
  const text = (given: string) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: given }] }],
  });
  for (const bad of ['a\0b', 'a\uD800b', '\uDC00', 'a\u001Bb']) {
    const contents: Fields[] = [
      ...[
        'headline',
        'kicker',
        'subheadline',
        'shortHeadline',
        'abstract',
        'sourceName',
        'originalHeadline',
      ].map((field) => ({ [field]: bad })),
      { sourceUrl: `https://a.example/${bad}` },
      { originalUrl: `https://a.example/${bad}` },
      { tags: [bad] },
      { credits: [{ role: 'editor', name: bad }] },
      { body: text(bad) },
      {
        body: {
          type: 'doc',
          content: [{ type: 'note', attrs: { label: bad }, content: [{ type: 'paragraph' }] }],
        },
      },
      {
        body: {
          type: 'doc',
          content: [
            {
              type: 'paragraph',
              content: [
                {
                  type: 'text',
                  text: 'x',
                  marks: [{ type: 'link', attrs: { href: `https://a.example/${bad}` } }],
                },
              ],
            },
          ],
        },
      },
    ];
    for (const change of contents) {
      const answer = await askAction(
        actions.save,
        { ...good, content: { ...good.content, ...change } },
        { cookie: chief.cookie, at: `/desk/articles/${subject.articleId}` },
      );
      expect([change, answer.status, answerOf(answer)?.ok]).toEqual([change, 200, false]);
    }
  }
  expect(await dumpOf(subject.articleId)).toBe(before);
});

test('an action that does not exist, and a body over the limit', async () => {
  const at = '/desk';
  const statuses: [string, number][] = [];
  for (const id of ['x', '0'.repeat(42), 'f'.repeat(42), '__proto__', 'constructor', '../../x', '%00']) {
    const answer = await askAction({ id }, {}, { cookie: chief.cookie, at });
    expect(answerOf(answer)).toBeUndefined();
    statuses.push([id, answer.status]);
  }
  expect(statuses.filter(([, status]) => status < 400 || status > 499)).toEqual([]);
  const { status } = await askAction(actions.save, 'x'.repeat(1_100_000), { cookie: chief.cookie, at });
  expect(status).toBe(413);
  expect(await stillAnswers()).toBe(true);
});
