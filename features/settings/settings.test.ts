import { beforeEach, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { reader, tx } from '@/db/client';
import { readContentVersion } from '@/db/content-version';
import { timelineEvents } from '@/db/schema/desk';
import { outbox } from '@/db/schema/outbox';
import { siteSettings } from '@/db/schema/site';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { NotAllowedError } from '@/features/access/permission';
import { roleVerbs } from '@/features/access/role-verbs';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { valueOf } from '@/features/articles/testing/article-acts';
import { addSection } from '@/features/articles/testing/desk-articles';
import { enqueue } from '@/features/outbox/enqueue';
import { listOutbox } from '@/features/outbox/list-outbox';
import { retryDelivery } from '@/features/outbox/retry-delivery';
import { addWebhook, removeWebhook, webhookForm } from '@/features/settings/change-webhooks';
import { getSettingsForDesk } from '@/features/settings/get-settings-for-desk';
import { getSiteSettings } from '@/features/settings/get-site-settings';
import { saveSettings, settingsForm } from '@/features/settings/save-settings';
import { editorRoles } from '@/lib/editor-role';
import { hasSecret, settingGroups, shownValue } from '@/lib/setting-groups';

useFreshDatabase();

let administrator: Editor;
beforeEach(async () => {
  administrator = await addEditor('管理员甲', ['administrator']);
});

type Group = Parameters<typeof saveSettings>[1]['group'];
const save = (group: Group, values: Record<string, string>, editor = administrator) =>
  saveSettings(editor, { group, values });

test('what is saved counts with the next request, and other groups stay what they were', async () => {
  const before = await readContentVersion();
  valueOf(await save('feeds', { entryLimit: '10' }));
  valueOf(await save('footer', { icpNumber: '沪ICP备14003370号-1' }));
  const settings = await getSiteSettings();
  // A switch that is off is not sent.
  expect(settings.feeds).toEqual({ fullText: false, entryLimit: 10 });
  expect(settings.footer.icpNumber).toBe('沪ICP备14003370号-1');
  expect(await readContentVersion()).toBe(before + 2);
});

test('every group can be saved as its form shows it, and changes nothing', async () => {
  const before = await getSiteSettings();
  for (const group of settingGroups) {
    const values = Object.fromEntries(
      group.fields.map((field) => [field.name, shownValue(before[group.key], field)]),
    );
    expect([group.key, await save(group.key as Group, values)]).toEqual([
      group.key,
      { ok: true, value: undefined },
    ]);
  }
  expect(await getSiteSettings()).toEqual(before);
});

test.for([
  ['footer', { icpNumber: '12345' }, 'icpNumber', 'ICP 备案号的形式'],
  ['footer', { newsLicence: '1' }, 'newsLicence', '11 位数字'],
  ['push', { indexNowKey: 'Too Short' }, 'indexNowKey', '小写字母'],
  ['push', { webSubHub: 'javascript:alert(1)' }, 'webSubHub', 'http'],
  ['crawlers', { securityContact: 'nobody' }, 'securityContact', '邮箱'],
  ['verification', { baidu: '"><script>' }, 'baidu', 'content'],
] as const)(
  '%s: %j is refused at its field, and nothing is stored',
  async ([group, values, field, words]) => {
    const refused = await save(group, values);
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ field, message: expect.stringContaining(words) }],
    });
    expect(await reader().$count(siteSettings)).toBe(0);
  },
);

test('fields that no form has are refused', async () => {
  expect(await save('feeds', { fullText: 'on', role: 'administrator' })).toMatchObject({ ok: false });
  expect(settingsForm.safeParse({ group: 'nonsense', values: {} }).success).toBe(false);
  expect(settingsForm.safeParse({ group: 'feeds', values: { entryLimit: ['1'] } }).success).toBe(false);
});

test('a secret is kept when its field is left empty, and never shown again', async () => {
  valueOf(await save('push', { baiduToken: 'token12345' }));
  valueOf(await save('push', { indexNowKey: 'abcdef123456', baiduToken: '' }));
  const { push } = await getSiteSettings();
  expect([push.baiduToken, push.indexNowKey]).toEqual(['token12345', 'abcdef123456']);
  const field = settingGroups
    .find(({ key }) => key === 'push')!
    .fields.find(({ kind }) => kind === 'secret')!;
  expect([shownValue(push, field), hasSecret(push, field)]).toEqual(['', true]);
  const events = await reader().select().from(timelineEvents);
  expect(JSON.stringify(events)).not.toContain('token12345');
  expect(events.map(({ kind, subject }) => [kind, subject])).toContainEqual(['settingsChanged', '主动推送']);
});

test('a receiver is added once under a name, with a secret that is told once, and removed', async () => {
  const add = (name: string, address = 'https://app.chenglan.example/hook') =>
    addWebhook(administrator, { name, address });
  const { secret } = valueOf(await add('客户端'));
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  expect(await add('客户端')).toMatchObject({ ok: false, problems: [{ message: '名字不能重复' }] });
  expect(webhookForm.safeParse({ name: '甲', address: 'file:///etc/passwd' }).success).toBe(false);
  valueOf(await save('push', { indexNowKey: 'abcdef123456' }));
  expect((await getSiteSettings()).push.webhooks).toHaveLength(1);
  valueOf(await removeWebhook(administrator, { name: '客户端' }));
  expect(await removeWebhook(administrator, { name: '客户端' })).toMatchObject({ ok: false });
  expect(JSON.stringify(await reader().select().from(timelineEvents))).not.toContain(secret);
});

test('what was given up is tried again from the start, but not beside the same thing waiting', async () => {
  const now = new Date();
  const put = () =>
    tx((q) =>
      enqueue(q, [{ kind: 'indexNow', subject: '/article/1', payload: {}, dedupeKey: 'indexNow 1' }], now),
    );
  await put();
  await tx((q) => q.update(outbox).set({ state: 'failed', attempts: 8, endedAt: now }));
  valueOf(await retryDelivery(administrator, { deliveryId: 1 }, now));
  const { rows, counts } = await listOutbox(administrator, { state: 'waiting' });
  expect(rows).toMatchObject([{ attempts: 0, subject: '/article/1' }]);
  expect(counts).toEqual({ waiting: 1, done: 0, failed: 0 });
  await tx((q) => q.update(outbox).set({ state: 'failed', endedAt: now }).where(eq(outbox.id, 1)));
  await put();
  expect(await retryDelivery(administrator, { deliveryId: 1 }, now)).toMatchObject({ ok: false });
  expect(await retryDelivery(administrator, { deliveryId: 2 }, now)).toMatchObject({ ok: false });
});

test.for(editorRoles)('%s may do with settings and pushes what the table of rights grants', async (role) => {
  const isGranted = roleVerbs[role].editSettings === 'any';
  const town = await addSection(await rootSectionId(), 'town');
  const acts = (editor: Editor) => [
    () => getSettingsForDesk(editor),
    () => save('feeds', { fullText: 'on', entryLimit: '10' }, editor),
    () => addWebhook(editor, { name: '甲', address: 'https://a.example/' }),
    () => removeWebhook(editor, { name: '甲' }),
    () => listOutbox(editor, { state: 'waiting' }),
    () => retryDelivery(editor, { deliveryId: 1 }),
  ];
  const refused = async (editor: Editor) =>
    (await Promise.all(acts(editor).map((act) => act().catch((error: unknown) => error)))).filter(
      (answer) => answer instanceof NotAllowedError,
    ).length;
  expect(await refused(await addEditor('全站的人', [role]))).toBe(isGranted ? 0 : 6);
  // A setting belongs to no section.
  expect(await refused(await addEditor('一个栏目的人', [role], town))).toBe(6);
});
