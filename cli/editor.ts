import type { Command } from 'commander';
import { eq } from 'drizzle-orm';
import { closeDatabase, reader, tx } from '@/db/client';
import { prepareDatabase } from '@/db/migrate';
import { ensureFoundation } from '@/db/seed/foundation';
import { editorRoleScopes, editors } from '@/db/schema/editors';
import { setDisabled } from '@/features/access/disable-editor';
import { invitationDraft, inviteEditor } from '@/features/access/invite-editor';
import { listScopeSections } from '@/features/access/list-scope-sections';
import { forgetSecondFactor, makePasswordLink } from '@/features/access/reset-password';
import { describeRoles } from '@/lib/describe-roles';
import { type EditorRole, editorRoleLabels, editorRoles } from '@/lib/editor-role';
import { readEnv } from '@/lib/env';
import { parseInput } from '@/lib/parse-input';
import { type Outcome, PlainError } from '@/lib/problems';

const allRoles = Object.values(editorRoleLabels).join('、');

type RoleWish = { role: EditorRole; sectionPath: string };
type Invitation = { name?: string; email?: string; role?: string[] };

/** Accounts from the server itself: for the first colleagues, and for whoever locked themselves out. */
export function addEditorCommands(program: Command): void {
  const editor = program.command('editor').description('管理采编台的账号（网站可以照常运行）');
  editor
    .command('invite')
    .description('邀请一位同事，显示一次性链接（7 天内有效）')
    .option('--name <姓名>', '署名和操作记录里显示的名字')
    .option('--email <邮箱>', '登录时用')
    .option(
      '--role <岗位[:栏目路径]>',
      `可以写几次；岗位是${allRoles}之一，不写栏目就是全站`,
      (role: string, before: string[] = []) => [...before, role],
    )
    .action((given: Invitation) => onDatabase(() => invite(given)));
  editor
    .command('list')
    .description('列出所有账号')
    .action(() => onDatabase(list));
  editor
    .command('disable')
    .description('停用一个账号，登录立即失效')
    .argument('<邮箱>')
    .action((email: string) => onDatabase(() => disable(email, true)));
  editor
    .command('enable')
    .description('恢复一个停用的账号')
    .argument('<邮箱>')
    .action((email: string) => onDatabase(() => disable(email, false)));
  editor
    .command('reset')
    .description('生成重设密码的一次性链接（2 小时内有效）')
    .argument('<邮箱>')
    .option('--second-factor', '同时解除两步验证（手机和备用码都丢了时用，请先确认是本人）')
    .action((email: string, { secondFactor = false }: { secondFactor?: boolean }) =>
      onDatabase(() => reset(email, secondFactor)),
    );
}

/** `记者:city/school`, `记者` or `reporter`. */
function readRole(text: string): RoleWish {
  const [name = '', sectionPath = ''] = text.split(/[:：]/u, 2);
  const role = editorRoles.find((one) => one === name || editorRoleLabels[one] === name);
  if (role === undefined) throw new PlainError(`没有“${name}”这个岗位，请写${allRoles}之一。`);
  return { role, sectionPath: sectionPath.replaceAll(/^\/|\/$/gu, '') };
}

async function onDatabase(work: () => Promise<void>): Promise<void> {
  await prepareDatabase(readEnv().dataDir);
  try {
    await tx((q) => ensureFoundation(q));
    await work();
  } finally {
    await closeDatabase();
  }
}

async function invite({ name = '', email = '', role: wishes = [] }: Invitation): Promise<void> {
  const sections = await listScopeSections();
  const roles = wishes.map(readRole).map(({ role, sectionPath }) => {
    // The portal itself has the empty path.
    const section = sections.find(({ path }) => path === sectionPath);
    if (section === undefined)
      throw new PlainError(`没有路径是“${sectionPath}”的栏目，请照网址里的写法填写。`);
    return { role, sectionId: section.id };
  });
  const draft = valueOf(parseInput(invitationDraft, { name, email, roles }));
  const { link } = valueOf(await inviteEditor(undefined, draft));
  console.log(`请把下面的链接发给${draft.name}，7 天内有效，只能用一次：\n${link}`);
}

async function list(): Promise<void> {
  const people = await reader().select().from(editors).orderBy(editors.id);
  const scopes = Map.groupBy(await reader().select().from(editorRoleScopes), ({ editorId }) => editorId);
  const sections = await listScopeSections();
  for (const { id, name, email, disabledAt, twoFactorEnabled } of people) {
    const roles = describeRoles(scopes.get(id) ?? [], sections)
      .map(({ role, sections: where }) => `${role}（${where}）`)
      .join('、');
    const remarks = [
      ...(disabledAt === null ? [] : ['已停用']),
      twoFactorEnabled ? '两步验证已开启' : '两步验证未开启',
    ];
    console.log(`${name} <${email}>  ${roles || '没有岗位'}  ${remarks.join('，')}`);
  }
  console.log(`共 ${people.length} 个账号。`);
}

async function disable(email: string, isDisabled: boolean): Promise<void> {
  const { id, name } = await findPerson(email);
  valueOf(await setDisabled(undefined, { editorId: id, isDisabled }));
  console.log(isDisabled ? `已停用${name}的账号，登录已全部退出。` : `已恢复${name}的账号。`);
}

async function reset(email: string, withSecondFactor: boolean): Promise<void> {
  const { id, name } = await findPerson(email);
  const { link } = valueOf(await makePasswordLink(undefined, id));
  if (withSecondFactor) {
    valueOf(await forgetSecondFactor(undefined, id));
    console.log(`已解除${name}的两步验证。`);
  }
  console.log(`请把下面的链接发给${name}，2 小时内有效，只能用一次：\n${link}`);
}

async function findPerson(email: string): Promise<{ id: number; name: string }> {
  const [person] = await reader()
    .select({ id: editors.id, name: editors.name })
    .from(editors)
    .where(eq(editors.email, email.trim().toLowerCase()));
  if (person === undefined) throw new PlainError(`没有邮箱是 ${email} 的账号，可用 editor list 查看。`);
  return person;
}

function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new PlainError(
    outcome.problems.map(({ message }) => `${message}。`.replace(/。。$/u, '。')).join(''),
  );
}
