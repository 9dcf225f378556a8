import { type Browser, expect, test } from '@playwright/test';
import { count, eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { editors, logins } from '@/db/schema/editors';
import {
  answerOf,
  askAction,
  captureActions,
  type CapturedAction,
  dumpOf,
  type FormAction,
  portal,
  type Signed,
  signedCookie,
} from '@/e2e/support/desk-actions';
import { asEditor, sectionIdOf } from '@/e2e/support/desk-articles';
import { inviteNewcomer } from '@/e2e/support/open-account';
import { replays } from '@/e2e/support/replays';
import { leaveInState } from '@/features/articles/testing/article-acts';
import { ask } from '@/server/testing/http-client';

/* What no page of ours would send, sent by somebody who may: a sentence or a 4xx, and nothing has changed. */

let actions: Record<FormAction, CapturedAction>;
let chief: Signed;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(90_000);
  actions = await captureActions(browser);
  chief = await signedCookie(browser, ['chiefEditor']);
});

type Fields = Record<string, unknown>;

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`field${index}`, index]));

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

const extra: [string, unknown][] = [
  ['role', 'chiefEditor'],
  ['status', 'published'],
  ['authorId', 1],
  ['createdBy', 1],
  ['publishedAt', '2020-01-01'],
  ['assignee', 1],
  ['constructor', { prototype: { isAdmin: true } }],
  ['isAdmin', true],
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
      .filter((field) => field !== 'assigneeId' && field !== 'note')
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

/** What a free text takes although other fields do not. */
function isWelcome(field: string, name: string): boolean {
  const forText = ['NaN in words', 'undefined of React', 'another control character'];
  return field === 'note' && forText.includes(name);
}

async function stillAnswers(): Promise<boolean> {
  const { status } = await ask(Number(portal().port), '/');
  return status === 200;
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

/** The form's own request by script and by a browser without script. */
async function captureForm(
  browser: Browser,
  { address, cookie, press }: { address: string; cookie?: string; press: string },
): Promise<{ id: string; hidden: [string, string][] }> {
  const context = await browser.newContext();
  if (cookie !== undefined) {
    const [name, value] = cookie.split('=', 2) as [string, string];
    const { hostname } = portal();
    await context.addCookies([
      { name, value, domain: hostname, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' },
    ]);
  }
  const page = await context.newPage();
  await page.goto(address);
  const hidden = await page
    .locator('input[type=hidden][name^="$ACTION"]')
    .evaluateAll((inputs) =>
      inputs.map((one): [string, string] => [
        (one as HTMLInputElement).name,
        (one as HTMLInputElement).value,
      ]),
    );
  for (const field of await page.locator('input[required]:not([readonly]):not([disabled])').all()) await field.fill('x@y.example');
  const sent = page.waitForRequest((request) => request.headers()['next-action'] !== undefined);
  await page.getByRole('button', { name: press }).click();
  const id = (await sent).headers()['next-action']!;
  await context.close();
  return { id, hidden };
}

type Part = [name: string, value: string, filename?: string];

function multipart(parts: Part[]): { body: Buffer; type: string } {
  const boundary = '----journey7MA4YWxkTrZu0gW';
  const lines = parts.map(
    ([name, value, filename]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n\r\n${value}\r\n`,
  );
  return {
    body: Buffer.from(`${lines.join('')}--${boundary}--\r\n`),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

function post(at: string, parts: Part[], { cookie, id }: { cookie?: string; id?: string }) {
  const { body, type } = multipart(parts);
  return ask(Number(portal().port), at, {
    method: 'POST',
    body,
    headers: {
      'content-type': type,
      'content-length': body.length,
      origin: portal().origin,
      ...(id !== undefined && { 'next-action': id, accept: 'text/x-component' }),
      ...(cookie !== undefined && { cookie }),
    },
  });
}

function postsFrom(good: Record<string, string>): [string, Part[]][] {
  const parts = Object.entries(good) as Part[];
  const changed = (field: string, value: string): Part[] =>
    parts.map(([name, own]) => [name, name === field ? value : own]);
  return [
    ...extra.map(([name]): [string, Part[]] => [`with ${name}`, [...parts, [name, 'x']]]),
    ['with __proto__', [...parts, ['__proto__', 'x']]],
    ...Object.keys(good).flatMap((field): [string, Part[]][] => [
      [`${field} twice`, [...parts, [field, 'x']]],
      [`${field} as a file`, [...parts.filter(([name]) => name !== field), [field, 'x', 'a.txt']]],
      [`${field} with U+0000`, changed(field, 'a\0b')],
      [`${field} of half a megabyte`, changed(field, 'x'.repeat(500_000))],
      [`${field} missing`, parts.filter(([name]) => name !== field)],
    ]),
    ['ten thousand fields', [...parts, ...Object.keys(many).map((name): Part => [name, '1'])]],
    ['nothing at all', []],
  ];
}

test('forms: nothing but their own fields, by script and without', async ({ browser }) => {
  test.setTimeout(150_000);
  const newcomer = await inviteNewcomer(['reporter']);
  const token = newcomer.link.split('/').at(-1)!;
  const sectionId = String(await sectionIdOf('city'));
  const forms: { address: string; press: string; cookie?: string; good: Record<string, string> }[] = [
    {
      address: '/desk/articles/new',
      press: '开始写稿',
      cookie: chief.cookie,
      good: { sectionId, headline: '坏的新稿', formKey: crypto.randomUUID() },
    },
    { address: '/desk/sign-in', press: '登录', good: { email: 'a@city.example', password: 'x' } },
    {
      address: `/desk/invitation/${token}`,
      press: '开通并进入采编台',
      good: { token, name: '甲', email: newcomer.email, password: '短', repeated: '短' },
    },
  ];
  const counts = async () => [
    (await reader().select({ all: count() }).from(articles).where(eq(articles.headline, '坏的新稿')))[0],
    (await reader().select({ all: count() }).from(editors).where(eq(editors.email, newcomer.email)))[0],
    (await reader().select({ all: count() }).from(logins).where(eq(logins.userAgent, 'node')))[0],
  ];
  for (const { address, press, cookie, good } of forms) {
    const { id, hidden } = await captureForm(browser, { address, press, cookie });
    const before = await counts();
    const wrong: unknown[] = [];
    for (const [name, parts] of postsFrom(good)) {
      const byScript: Part[] = [
        ...parts.map(([field, ...more]): Part => [`1_${field}`, ...more]),
        ['0', '[{"problems":[]},"$K1"]'],
      ];
      const answers = [
        await post(address, byScript, { cookie, id }),
        await post(address, [...(hidden as Part[]), ...parts], { cookie }),
      ];
      for (const [index, { status, headers, text }] of answers.entries()) {
        const went = headers.location ?? headers['x-action-redirect'];
        if (status >= 500 || went !== undefined) {
          wrong.push([address, name, index, status, went, text.slice(0, 200)]);
        }
      }
    }
    // The name of the action and its first argument are the sender's, too.
    for (const [name, value] of hidden) {
      for (const other of [
        'x',
        '{}',
        '[]',
        '{"id":"x","bound":"$@1"}',
        '["$1:__proto__"]',
        '["$K9"]',
        deep(1000),
      ]) {
        const forged = hidden.map((one): Part => (one[0] === name ? [name, other] : one));
        const { status } = await post(address, forged, { cookie });
        if (status >= 500) wrong.push([address, name, value, other.slice(0, 30), status]);
      }
    }
    expect(wrong).toEqual([]);
    expect(await counts()).toEqual(before);
  }
  expect(await stillAnswers()).toBe(true);
});

test('an action that does not exist, and a body over the limit', async () => {
  const at = '/desk';
  for (const id of ['x', '0'.repeat(42), 'f'.repeat(42), '__proto__', 'constructor', '../../x', '%00']) {
    const { status } = await askAction({ id }, {}, { cookie: chief.cookie, at });
    expect([id, status === 404 || status === 400]).toEqual([id, true]);
  }
  const { status } = await askAction(actions.save, 'x'.repeat(1_100_000), { cookie: chief.cookie, at });
  expect(status).toBe(413);
  expect(await stillAnswers()).toBe(true);
});
