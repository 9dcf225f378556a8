import { beforeEach, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { reader, tx } from '@/db/client';
import { editors, logins } from '@/db/schema/editors';
import { timelineEvents } from '@/db/schema/desk';
import { siteSettings } from '@/db/schema/site';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { acceptInvitation } from '@/features/access/accept-invitation';
import { changeOwnPassword } from '@/features/access/change-password';
import { setDisabled } from '@/features/access/disable-editor';
import { findEditor, findSignedIn } from '@/features/access/find-editor';
import { inviteEditor } from '@/features/access/invite-editor';
import { inviteFirstEditor } from '@/features/access/invite-first-editor';
import { listOwnLogins } from '@/features/access/list-logins';
import { makePasswordLink } from '@/features/access/reset-password';
import { confirmSecondFactor, offerSecondFactor } from '@/features/access/set-up-second-factor';
import { signIn } from '@/features/access/sign-in';
import { endLogin } from '@/features/access/sign-out';
import { rootSectionId, useSecret } from '@/features/access/testing/newcomers';
import { verifyCode } from '@/features/access/verify-code';
import { authenticatorCode } from '@/lib/testing/authenticator-code';

useFreshDatabase();

beforeEach(async () => {
  useSecret();
  await rootSectionId();
});

const password = '渡船与石桥 一起在等天亮';
const chief = { name: '方既白', email: 'chief@city.example' };

/** Plays the browser: sends the cookies it was given. */
function headersWith(lines: string[] = [], address = '198.51.100.7'): Headers {
  const cookie = lines.map((line) => line.split(';', 1)[0]).join('; ');
  return new Headers({ cookie, 'x-forwarded-for': address, 'user-agent': 'test' });
}

const tokenOf = (link: string) => link.split('/').at(-1)!;

async function firstAccount(): Promise<void> {
  const link = await inviteFirstEditor();
  const outcome = await acceptInvitation({ token: tokenOf(link!), ...chief, password, repeated: password });
  expect(outcome).toEqual({ ok: true, value: { email: chief.email } });
}

async function signedInHeaders(email = chief.email, secret = password): Promise<Headers> {
  const outcome = await signIn(headersWith(), { email, password: secret });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return headersWith(outcome.cookies);
}

const withoutSecondFactor = () =>
  tx((q) => q.insert(siteSettings).values({ key: 'access', value: { requiresSecondFactor: false } }));

async function withSecondFactor() {
  const headers = await signedInHeaders();
  const offer = await offerSecondFactor(headers, password);
  if (!offer.ok) throw new Error('no offer');
  const signedIn = (await findSignedIn(headers))!;
  const before = Date.now() - 60_000;
  expect((await confirmSecondFactor(signedIn, headers, '000000')).ok).toBe(false);
  const confirmed = await confirmSecondFactor(signedIn, headers, authenticatorCode(offer.value.address));
  if (!confirmed.ok) throw new Error('not confirmed');
  return { ...offer.value, headers: headersWith(confirmed.cookies), before };
}

test('the first link makes an administrator, and works once', async () => {
  const link = await inviteFirstEditor();
  await firstAccount();
  expect(await inviteFirstEditor()).toBeUndefined();
  const again = await acceptInvitation({ token: tokenOf(link!), ...chief, password, repeated: password });
  expect(again.ok).toBe(false);
  await withoutSecondFactor();
  const editor = await findEditor(await signedInHeaders());
  expect(editor?.roles.map(({ role }) => role).toSorted()).toEqual(['administrator', 'chiefEditor']);
});

test('the login cookie is bound to this host', async () => {
  await firstAccount();
  const outcome = await signIn(headersWith(), { email: chief.email, password });
  const [line] = outcome.ok ? outcome.cookies.filter((cookie) => cookie.startsWith('__Host-chengxun=')) : [];
  expect(line?.replace(/=[^;]+/u, '=…')).toBe(
    '__Host-chengxun=…; Max-Age=604800; Path=/; HttpOnly; Secure; SameSite=Lax',
  );
});

test('a wrong password and an unknown address are refused in the same words', async () => {
  await firstAccount();
  const wrong = await signIn(headersWith(), { email: chief.email, password: 'something else entirely' });
  const unknown = await signIn(headersWith(), { email: 'nobody@city.example', password });
  expect(wrong).toEqual(unknown);
  expect(wrong.ok).toBe(false);
});

test('whoever may publish sees nothing of the desk before setting up a second factor', async () => {
  await firstAccount();
  const headers = await signedInHeaders();
  expect(await findEditor(headers)).toBeUndefined();
  expect((await findSignedIn(headers))?.lacksSecondFactor).toBe(true);
});

test('with a second factor the password alone opens nothing; a code and a backup code each work once', async () => {
  await firstAccount();
  const { address, backupCodes, headers } = await withSecondFactor();
  expect((await findEditor(headers))?.email).toBe(chief.email);

  const pending = async () => {
    const outcome = await signIn(headersWith(), { email: chief.email, password });
    if (!outcome.ok || outcome.next !== 'code') throw new Error('no code was asked');
    expect(await findSignedIn(headersWith(outcome.cookies))).toBeUndefined();
    return headersWith(outcome.cookies);
  };
  const code = authenticatorCode(address);
  const first = await verifyCode(await pending(), code);
  expect(first.ok && (await findEditor(headersWith(first.cookies)))?.name).toBe(chief.name);
  expect((await verifyCode(await pending(), code)).ok).toBe(false);
  expect((await verifyCode(await pending(), '12345a')).ok).toBe(false);

  expect((await verifyCode(await pending(), backupCodes[0]!)).ok).toBe(true);
  expect((await verifyCode(await pending(), backupCodes[0]!)).ok).toBe(false);
});

test('a new password by link ends all logins and still asks for the second factor', async () => {
  await firstAccount();
  const { headers } = await withSecondFactor();
  const { id } = (await findEditor(headers))!;
  const answer = await makePasswordLink(undefined, id);
  if (!answer.ok) throw new Error('no link');
  const fresh = '三十六条巷子各有各的名字';
  await acceptInvitation({ token: tokenOf(answer.value.link), ...chief, password: fresh, repeated: fresh });
  expect(await findSignedIn(headers)).toBeUndefined();
  const outcome = await signIn(headersWith(), { email: chief.email, password: fresh });
  expect(outcome.ok && outcome.next).toBe('code');
});

test('after ten wrong passwords the account waits, even for the right one, and others do not', async () => {
  await firstAccount();
  await withoutSecondFactor();
  const sectionId = await rootSectionId();
  const invitation = await inviteEditor(undefined, {
    name: '叶小满',
    email: 'reporter@city.example',
    roles: [{ role: 'reporter', sectionId }],
  });
  if (!invitation.ok) throw new Error('no invitation');
  const token = tokenOf(invitation.value.link);
  await acceptInvitation({ token, name: 'x', email: 'x@x.example', password, repeated: password });
  const start = new Date();
  for (let index = 0; index < 10; index += 1) {
    const address = `203.0.113.${index}`;
    await signIn(headersWith([], address), { email: chief.email, password: 'wrong wrong wrong' }, start);
  }
  const right = { email: chief.email, password };
  expect(await signIn(headersWith(), right, start)).toMatchObject({
    ok: false,
    problems: [{ message: expect.stringContaining('15 分钟') as string }],
  });
  expect((await signIn(headersWith(), { email: 'reporter@city.example', password }, start)).ok).toBe(true);
  expect((await signIn(headersWith(), right, new Date(start.getTime() + 16 * 60_000))).ok).toBe(true);
}, 30_000);

test('one address that tries many accounts has to wait', async () => {
  await firstAccount();
  const start = new Date();
  const address = '2001:db8:1:2::9';
  let refused = '';
  for (let index = 0; index < 62; index += 1) {
    const outcome = await signIn(
      headersWith([], address),
      { email: `guess-${index}@city.example`, password: 'x' },
      start,
    );
    refused = outcome.ok ? '' : outcome.problems[0]!.message;
  }
  expect(refused).toContain('15 分钟');
  // The same customer under another address of its /64.
  const neighbour = headersWith([], '2001:db8:1:2:ffff::1');
  expect((await signIn(neighbour, { email: chief.email, password }, start)).ok).toBe(false);
  expect((await signIn(headersWith([], '2001:db8:1:3::9'), { email: chief.email, password }, start)).ok).toBe(
    true,
  );
}, 60_000);

test('a login ends after twelve hours of rest, after seven days, when it is ended, and with its account', async () => {
  await firstAccount();
  await withoutSecondFactor();
  const hours = (count: number) => new Date(Date.now() + count * 3600_000);
  const rested = await signedInHeaders();
  expect(await findEditor(rested, hours(11))).toBeDefined();
  expect(await findEditor(rested, hours(22))).toBeDefined();
  expect(await findEditor(rested, hours(35))).toBeUndefined();

  const old = await signedInHeaders();
  await tx((q) => q.update(logins).set({ expiresAt: new Date(Date.now() - 1000) }));
  expect(await findEditor(old)).toBeUndefined();

  const ended = await signedInHeaders();
  const signedIn = (await findSignedIn(ended))!;
  expect(await listOwnLogins(signedIn.editor)).toHaveLength(1);
  await endLogin(signedIn, signedIn.loginId);
  expect(await findEditor(ended)).toBeUndefined();

  const disabled = await signedInHeaders();
  const { id } = (await findEditor(disabled))!;
  expect(await setDisabled(undefined, { editorId: id, isDisabled: true })).toMatchObject({ ok: false });
  await tx((q) => q.update(editors).set({ disabledAt: new Date() }).where(eq(editors.id, id)));
  expect(await findEditor(disabled)).toBeUndefined();
  expect((await signIn(headersWith(), { email: chief.email, password })).ok).toBe(false);
}, 20_000);

test('a new password needs the old one and ends the other logins', async () => {
  await firstAccount();
  await withoutSecondFactor();
  const here = await signedInHeaders();
  const there = await signedInHeaders();
  const signedIn = (await findSignedIn(here))!;
  const fresh = '四十二只白鹭落在江堤上面';
  const wrong = { current: 'not this one', password: fresh, repeated: fresh };
  expect(await changeOwnPassword(signedIn, here, wrong)).toMatchObject({ problems: [{ field: 'current' }] });
  expect(await changeOwnPassword(signedIn, here, { ...wrong, current: password })).toMatchObject({
    ok: true,
  });
  expect(await findEditor(there)).toBeUndefined();
  expect(await findEditor(here)).toBeDefined();
});

test.for([
  '短密码',
  'password1234',
  'aaaaaaaaaaaa',
  'qwertyuiop12',
  'chengxun2026',
  '方既白方既白方既白方既白',
])('the password %s is refused', async (weak) => {
  const link = await inviteFirstEditor();
  const outcome = await acceptInvitation({ token: tokenOf(link!), ...chief, password: weak, repeated: weak });
  expect(outcome).toMatchObject({ ok: false, problems: [{ field: 'password' }] });
});

test('every sign-in, and every refusal, is written down without the password', async () => {
  await firstAccount();
  await withoutSecondFactor();
  await signedInHeaders();
  await signIn(headersWith(), { email: chief.email, password: 'my secret slip' });
  const rows = await reader().select().from(timelineEvents);
  expect(rows.map(({ kind }) => kind)).toEqual(['editorJoined', 'signedIn', 'signInRefused']);
  expect(JSON.stringify(rows)).not.toContain('my secret slip');
});
