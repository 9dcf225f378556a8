import { beforeEach, expect, test } from 'vitest';
import { desc } from 'drizzle-orm';
import { database, reader } from '@/db/client';
import { timelineEvents } from '@/db/schema/desk';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { NotAllowedError } from '@/features/access/permission';
import { roleVerbs } from '@/features/access/role-verbs';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { addSection } from '@/features/articles/testing/desk-articles';
import { addStyleRule } from '@/features/house-style/add-style-rule';
import { changeStyleRule, switchStyleRule } from '@/features/house-style/change-style-rule';
import {
  exportStyleRules,
  importStarterRules,
  importStyleRules,
} from '@/features/house-style/exchange-style-rules';
import { listStyleRules, rulesOnPage } from '@/features/house-style/list-style-rules';
import { removeStyleRule } from '@/features/house-style/remove-style-rule';
import { generalRules } from '@/features/house-style/starter-rules';
import { listRuleRows } from '@/features/house-style/style-rule-rows';
import { tryText } from '@/features/house-style/try-text';
import { editorRoles } from '@/lib/editor-role';
import { PlainError } from '@/lib/problems';
import type { StyleRuleFields } from '@/lib/style-rule-form';
import { styleRuleQuestion } from '@/lib/style-rule-question';
import { readStyleRules } from '@/lib/style-rules-csv';

useFreshDatabase();

let proofreader: Editor;
let town: number;
let sea: number;

beforeEach(async () => {
  const root = await rootSectionId();
  town = await addSection(root, 'town');
  sea = await addSection(root, 'sea');
  proofreader = await addEditor('校对甲', ['proofreader']);
});

const rule = (given: Partial<StyleRuleFields> = {}): StyleRuleFields => ({
  kind: 'word',
  text: '部份',
  message: '应写作“部分”',
  replacement: '部分',
  level: 'warn',
  category: 'typo',
  sectionId: null,
  exceptions: [],
  skips: ['address'],
  isEnabled: true,
  ...given,
});

async function added(editor: Editor, given: Partial<StyleRuleFields> = {}): Promise<number> {
  const outcome = await addStyleRule(editor, rule(given));
  if (!outcome.ok) throw new Error(outcome.problems[0]!.message);
  return outcome.value.ruleId;
}

const rows = () => listRuleRows(reader());
const question = styleRuleQuestion.parse({});
const everything = () => database().reader.serialize();

async function newestEvent() {
  const [event] = await reader().select().from(timelineEvents).orderBy(desc(timelineEvents.id)).limit(1);
  return event!;
}

test.for(editorRoles)('%s keeps rules exactly when the table of rights says so', async (role) => {
  const isGranted = roleVerbs[role].editStyleRules === 'any';
  const ruleId = await added(proofreader);
  const editor = await addEditor('被试', [role]);
  const acts = [
    () => listStyleRules(editor, question),
    () => exportStyleRules(editor),
    () => tryText(editor, { text: '部份', sectionId: null }),
    () => addStyleRule(editor, rule({ text: '帐号', replacement: '账号' })),
    () => switchStyleRule(editor, { ruleId, version: 1, isEnabled: false }),
    () => changeStyleRule(editor, { ...rule({ level: 'block' }), ruleId, version: 2 }),
    () => importStyleRules(editor, [{ line: 2, rule: { ...rule({ text: '水份' }), sectionPath: '' } }]),
    () => importStarterRules(editor),
    () => removeStyleRule(editor, { ruleId, version: 4 }),
  ];
  for (const act of acts) {
    const before = everything();
    const answer = await act().catch((error: unknown) => error);
    if (isGranted) {
      expect(answer).not.toBeInstanceOf(Error);
      expect(answer).not.toMatchObject({ ok: false });
    } else {
      expect(answer).toBeInstanceOf(NotAllowedError);
      expect(everything().equals(before)).toBe(true);
    }
  }
});

test('a proofreader of one section keeps rules for it and below, for nothing else', async () => {
  const street = await addSection(town, 'town/street');
  const local = await addEditor('校对乙', ['proofreader'], town);
  const ruleId = await added(local, { sectionId: street });
  for (const sectionId of [null, sea]) {
    await expect(addStyleRule(local, rule({ sectionId }))).rejects.toBeInstanceOf(NotAllowedError);
    const move = changeStyleRule(local, { ...rule({ sectionId }), ruleId, version: 1 });
    await expect(move).rejects.toBeInstanceOf(NotAllowedError);
    const rest = { ...rule(), sectionPath: sectionId === null ? '' : 'sea' };
    expect(await importStyleRules(local, [{ line: 7, rule: rest }])).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('第 7 行') }],
    });
  }
  await expect(importStarterRules(local)).rejects.toBeInstanceOf(NotAllowedError);
  const portalRule = await added(proofreader);
  const page = await listStyleRules(local, question);
  expect(page.rules.map(({ id, mayEdit }) => [id, mayEdit])).toEqual([
    [portalRule, false],
    [ruleId, true],
  ]);
});

test('every change is written down with what was before', async () => {
  const ruleId = await added(proofreader);
  expect(await newestEvent()).toMatchObject({
    kind: 'styleRuleAdded',
    subject: '部份',
    editorName: '校对甲',
  });
  await changeStyleRule(proofreader, { ...rule({ level: 'block', replacement: null }), ruleId, version: 1 });
  expect(await newestEvent()).toMatchObject({
    kind: 'styleRuleChanged',
    note: '替换为：部分 → （无）；级别：应改 → 必改',
  });
  await switchStyleRule(proofreader, { ruleId, version: 2, isEnabled: false });
  expect(await newestEvent()).toMatchObject({ kind: 'styleRuleChanged', note: '启用：启用 → 停用' });
  await removeStyleRule(proofreader, { ruleId, version: 3 });
  expect(await newestEvent()).toMatchObject({ kind: 'styleRuleRemoved', subject: '部份' });
  await importStarterRules(proofreader);
  expect(await newestEvent()).toMatchObject({
    kind: 'styleRulesImported',
    note: `新增 ${generalRules.length} 条，修改 0 条，没有变化 0 条`,
  });
});

test('a change that changes nothing is no event and no new version', async () => {
  const ruleId = await added(proofreader);
  const { id } = await newestEvent();
  expect(await changeStyleRule(proofreader, { ...rule(), ruleId, version: 1 })).toMatchObject({ ok: true });
  expect((await newestEvent()).id).toBe(id);
  expect(await rows()).toMatchObject([{ id: ruleId, version: 1 }]);
});

test('whoever has an old state of a rule before them changes and deletes nothing', async () => {
  const ruleId = await added(proofreader);
  await changeStyleRule(proofreader, { ...rule({ level: 'block' }), ruleId, version: 1 });
  const before = everything();
  const stale = { ruleId, version: 1 };
  await expect(changeStyleRule(proofreader, { ...rule(), ...stale })).rejects.toBeInstanceOf(PlainError);
  await expect(switchStyleRule(proofreader, { ...stale, isEnabled: false })).rejects.toThrow('刚被同事改过');
  await expect(removeStyleRule(proofreader, stale)).rejects.toThrow('刚被同事改过');
  await expect(removeStyleRule(proofreader, { ruleId: 99, version: 1 })).rejects.toThrow('已被同事删除');
  expect(everything().equals(before)).toBe(true);
});

test('two rules for the same words in the same section are refused, in different sections not', async () => {
  await added(proofreader);
  expect(await addStyleRule(proofreader, rule())).toMatchObject({ ok: false, problems: [{ field: 'text' }] });
  expect(await addStyleRule(proofreader, rule({ sectionId: town }))).toMatchObject({ ok: true });
  const twin = await added(proofreader, { sectionId: sea });
  const change = { ...rule({ sectionId: town }), ruleId: twin, version: 1 };
  expect(await changeStyleRule(proofreader, change)).toMatchObject({ ok: false });
  expect(await addStyleRule(proofreader, rule({ sectionId: 999, text: '水份' })).catch(() => 'refused')).toBe(
    'refused',
  );
});

test('the list is filtered by words, level, category, kind and state', async () => {
  await importStarterRules(proofreader);
  await added(proofreader, { text: '澄兰', replacement: '澄澜', category: 'title', isEnabled: false });
  const find = async (given: Record<string, string>) =>
    listStyleRules(proofreader, styleRuleQuestion.parse(given));
  expect((await find({})).found).toBe(generalRules.length + 1);
  expect((await find({ words: '澄澜' })).rules.map(({ text }) => text)).toEqual(['澄兰']);
  expect((await find({ state: 'off' })).found).toBe(1);
  expect((await find({ level: 'block' })).rules.every(({ level }) => level === 'block')).toBe(true);
  expect((await find({ kind: 'pattern', category: 'number' })).found).toBeGreaterThan(5);
  expect((await find({ level: 'nonsense', page: 'x' })).found).toBe(generalRules.length + 1);
  expect((await find({ page: '3' })).rules).toHaveLength(generalRules.length + 1 - 2 * rulesOnPage);
});

test('a file of all rules is read into an empty table as the same rules, and again without any change', async () => {
  await importStarterRules(proofreader);
  await added(proofreader, {
    text: '=1+1',
    replacement: '',
    sectionId: town,
    exceptions: ['=1+11', "'=1+1"],
  });
  const written = await exportStyleRules(proofreader);
  const lines = readStyleRules(new TextEncoder().encode(written));
  if (!lines.ok) throw new Error(lines.problems[0]!.message);
  expect(await importStyleRules(proofreader, lines.value)).toMatchObject({
    value: { added: 0, changed: 0, unchanged: generalRules.length + 1 },
  });
  const before = await rows();
  for (const { id, version } of before) await removeStyleRule(proofreader, { ruleId: id, version });
  expect(await rows()).toEqual([]);
  expect(await importStyleRules(proofreader, lines.value)).toMatchObject({
    value: { added: generalRules.length + 1 },
  });
  expect(await exportStyleRules(proofreader)).toBe(written);
});

test('one line of a file that cannot be taken keeps the whole file out', async () => {
  const before = everything();
  const good = { line: 2, rule: { ...rule(), sectionPath: '' } };
  const bad = { line: 3, rule: { ...rule({ text: '水份' }), sectionPath: 'nowhere' } };
  expect(await importStyleRules(proofreader, [good, bad])).toEqual({
    ok: false,
    problems: [{ field: 'file', message: '第 3 行：没有地址为 /nowhere 的栏目。' }],
  });
  expect(everything().equals(before)).toBe(true);
});

test('a trial asks the rules that count in the chosen section', async () => {
  await added(proofreader, { sectionId: town });
  await added(proofreader, { text: '停用的词', replacement: null, isEnabled: false });
  const tried = async (sectionId: number | null) =>
    (await tryText(proofreader, { text: '大部份\n停用的词', sectionId })).map(({ words, from }) => [
      words,
      from,
    ]);
  expect(await tried(null)).toEqual([]);
  expect(await tried(town)).toEqual([['部份', 1]]);
});
