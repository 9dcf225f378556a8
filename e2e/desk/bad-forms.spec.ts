import { type Browser, expect, test } from '@playwright/test';
import { count, eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { editors, logins } from '@/db/schema/editors';
import { deep, extra, many, stillAnswers } from '@/e2e/support/bad-input';
import { portal, signedCookie } from '@/e2e/support/desk-actions';
import { sectionIdOf } from '@/e2e/support/desk-articles';
import { inviteNewcomer } from '@/e2e/support/open-account';
import { ask } from '@/server/testing/http-client';

/* What no page of ours would post, as forms are posted: with the help of script and without. */

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
  for (const field of await page.locator('input[required]:not([readonly]):not([disabled])').all())
    await field.fill('x@y.example');
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
  const chief = await signedCookie(browser, ['chiefEditor']);
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
