import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { inviteEditor } from '@/features/access/invite-editor';
import type { EditorRole } from '@/lib/editor-role';

/** A password that passes the rules; the same for every account of the journeys. */
export const journeyPassword = '渡船与石桥 一起在等天亮';

export type Newcomer = { name: string; email: string; link: string };

/** An invitation as the command line makes it; each call is for somebody new. */
export async function inviteNewcomer(roles: EditorRole[]): Promise<Newcomer> {
  const mark = randomBytes(4).toString('hex');
  const name = `新同事-${mark}`;
  const email = `${mark}@newcomer.example`;
  const answer = await inviteEditor(undefined, {
    name,
    email,
    roles: roles.map((role) => ({ role, sectionId: 1 })),
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return { name, email, link: answer.value.link };
}

/** Opens an account in this browser through its link, with the password of the journeys; ends at the desk. */
export async function openAccount(page: Page, roles: EditorRole[]): Promise<Newcomer> {
  const newcomer = await inviteNewcomer(roles);
  await page.goto(newcomer.link);
  await page.getByLabel('新密码').fill(journeyPassword);
  await page.getByLabel('再输入一次').fill(journeyPassword);
  await page.getByRole('button', { name: '开通并进入采编台' }).click();
  await page.waitForURL('**/desk');
  return newcomer;
}

/** Fills in the sign-in page and sends it. */
export async function signInWithPassword(
  page: Page,
  email: string,
  password = journeyPassword,
): Promise<void> {
  await page.goto('/desk/sign-in');
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}
