import { beforeEach, expect, test } from 'vitest';
import { reader } from '@/db/client';
import { timelineEvents } from '@/db/schema/desk';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { acceptInvitation } from '@/features/access/accept-invitation';
import type { Editor } from '@/features/access/editor';
import { findSignedIn } from '@/features/access/find-editor';
import { inviteEditor } from '@/features/access/invite-editor';
import { listOpenInvitations } from '@/features/access/list-editors';
import { listScopeSections } from '@/features/access/list-scope-sections';
import { NotAllowedError } from '@/features/access/permission';
import { readInvitation } from '@/features/access/read-invitation';
import { revokeInvitation } from '@/features/access/revoke-invitation';
import { confirmSecondFactor, offerSecondFactor } from '@/features/access/set-up-second-factor';
import { signIn } from '@/features/access/sign-in';
import { addEditor, rootSectionId, useSecret } from '@/features/access/testing/newcomers';
import { turnOffSecondFactor } from '@/features/access/turn-off-second-factor';
import { verifyCode } from '@/features/access/verify-code';
import { authenticatorCode } from '@/lib/testing/authenticator-code';

useFreshDatabase();

let chief: Editor;

beforeEach(async () => {
  useSecret();
  await rootSectionId();
  chief = await addEditor('方既白', ['administrator']);
});

const password = '渡船与石桥 一起在等天亮';
const email = 'reporter@city.example';

function headersWith(lines: string[] = []): Headers {
  const cookie = lines.map((line) => line.split(';', 1)[0]).join('; ');
  return new Headers({ cookie, 'x-forwarded-for': '198.51.100.7', 'user-agent': 'test' });
}

async function invite(): Promise<string> {
  const answer = await inviteEditor(chief, {
    name: '叶小满',
    email,
    roles: [{ role: 'reporter', sectionId: 1 }],
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value.link.split('/').at(-1)!;
}

test('an open link tells whom it is for; a used, an expired and an invented one tell nothing', async () => {
  const token = await invite();
  expect(await readInvitation(token)).toEqual({ purpose: 'join', name: '叶小满', email });
  expect(await readInvitation(token, new Date(Date.now() + 8 * 24 * 3600_000))).toBeUndefined();
  expect(await readInvitation('invented')).toBeUndefined();
  await acceptInvitation({ token, name: 'x', email: 'x@x.example', password, repeated: password });
  expect(await readInvitation(token)).toBeUndefined();
});

test('a revoked invitation opens nothing, is gone from the list, and is written down once', async () => {
  const token = await invite();
  const [open] = await listOpenInvitations(chief);
  const reporter = await addEditor('叶小满', ['reporter']);
  await expect(revokeInvitation(reporter, open!.id)).rejects.toThrow(NotAllowedError);
  expect(await readInvitation(token)).toBeDefined();
  expect(await revokeInvitation(chief, open!.id)).toEqual({ ok: true, value: undefined });
  expect(await readInvitation(token)).toBeUndefined();
  expect(await listOpenInvitations(chief)).toEqual([]);
  expect((await revokeInvitation(chief, open!.id)).ok).toBe(false);
  const kinds = (await reader().select().from(timelineEvents)).map(({ kind }) => kind);
  expect(kinds).toEqual(['editorInvited', 'invitationRevoked']);
});

test('a new device needs the password, ends the old device’s codes and counts when it is confirmed', async () => {
  const token = await invite();
  await acceptInvitation({ token, name: '', email: '', password, repeated: password });
  const entered = await signIn(headersWith(), { email, password });
  if (!entered.ok) throw new Error('not signed in');
  const first = headersWith(entered.cookies);
  const oldOffer = await offerSecondFactor(first, password);
  if (!oldOffer.ok) throw new Error('no offer');
  const confirmed = await confirmSecondFactor(
    (await findSignedIn(first))!,
    first,
    authenticatorCode(oldOffer.value.address),
  );
  if (!confirmed.ok) throw new Error('not confirmed');
  const here = headersWith(confirmed.cookies);
  const signedIn = (await findSignedIn(here))!;
  expect(signedIn.hasSecondFactor).toBe(true);

  expect(await turnOffSecondFactor(signedIn, here, 'not this one')).toMatchObject({
    ok: false,
    problems: [{ field: 'password' }],
  });
  const off = await turnOffSecondFactor(signedIn, here, password);
  if (!off.ok) throw new Error('not turned off');
  const after = (await findSignedIn(off.headers))!;
  expect(after.hasSecondFactor).toBe(false);
  const newOffer = await offerSecondFactor(off.headers, password);
  if (!newOffer.ok) throw new Error('no new offer');
  const kept = await confirmSecondFactor(after, off.headers, authenticatorCode(newOffer.value.address));
  expect(kept.ok).toBe(true);

  const pending = await signIn(headersWith(), { email, password });
  if (!pending.ok || pending.next !== 'code') throw new Error('no code was asked');
  const waiting = headersWith(pending.cookies);
  expect((await verifyCode(waiting, authenticatorCode(oldOffer.value.address))).ok).toBe(false);
  expect((await verifyCode(waiting, oldOffer.value.backupCodes[0]!)).ok).toBe(false);
  expect((await verifyCode(waiting, newOffer.value.backupCodes[0]!)).ok).toBe(true);
});

test('sections to choose from come with the portal first and children below their parents', async () => {
  const sections = await listScopeSections();
  expect(sections[0]).toMatchObject({ id: 1, depth: 0 });
  for (const [index, { depth }] of sections.entries()) {
    if (index > 0) expect(depth).toBeLessThanOrEqual(sections[index - 1]!.depth + 1);
    if (index > 0) expect(depth).toBeGreaterThan(0);
  }
});
