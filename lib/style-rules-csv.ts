import { CsvError, parse } from 'csv-parse/sync';
import { csvByteOrderMark, csvLine, plainCell } from '@/lib/csv';
import type { Problem } from '@/lib/problems';
import {
  type StyleCategory,
  styleCategoryLabels,
  type StyleLevel,
  styleLevelLabels,
  type StyleRuleKind,
  styleRuleKindLabels,
  type StyleSkip,
  styleSkipLabels,
} from '@/lib/style-rule';
import {
  deletionMark,
  fileTooLarge,
  largestStyleFile,
  problemsOfStyleRule,
  type StyleRuleFields,
  styleRuleSchema,
} from '@/lib/style-rule-form';

/** A rule as a file holds it: its section by path, '' for everywhere. */
export type FiledStyleRule = Omit<StyleRuleFields, 'sectionId'> & { sectionPath: string };

/** A rule of a file with the line it began at, for sentences about it. */
export type FileLine = { line: number; rule: FiledStyleRule };

const columns = ['类别', '级别', '方式', '写法', '替换为', '说明', '栏目', '例外', '不查', '启用'] as const;

type Column = (typeof columns)[number];

/** Lists stand in one cell, one below the other: every other mark may be part of an exception. */
const listSeparator = '\n';

const mostMessages = 20;

/** The whole file, ready for Excel and WPS on a Chinese machine: UTF-8 with a byte order mark. */
export function writeStyleRules(rules: readonly FiledStyleRule[]): string {
  const lines = rules.map((rule) =>
    csvLine([
      styleCategoryLabels[rule.category],
      styleLevelLabels[rule.level],
      styleRuleKindLabels[rule.kind],
      rule.text,
      rule.replacement === null ? '' : rule.replacement === '' ? deletionMark : rule.replacement,
      rule.message,
      rule.sectionPath === '' ? '' : `/${rule.sectionPath}`,
      rule.exceptions.join(listSeparator),
      rule.skips.map((skip) => styleSkipLabels[skip]).join(listSeparator),
      rule.isEnabled ? '是' : '否',
    ]),
  );
  return [csvByteOrderMark, csvLine(columns), ...lines].join('');
}

type ReadOutcome = { ok: true; value: FileLine[] } | { ok: false; problems: Problem[] };

/**
 * The rules of a file in UTF-8 (with or without byte order mark) or GBK. All or nothing: every line that
 * cannot be taken has its sentence, and then no rule of the file is answered.
 */
export function readStyleRules(bytes: Uint8Array): ReadOutcome {
  if (bytes.byteLength > largestStyleFile) return refuse([fileTooLarge]);
  const text = decode(bytes);
  if (text === undefined) return refuse(['文件的编码不是 UTF-8 或 GBK，请在表格软件里另存为 CSV 后再导入。']);
  const records = recordsOf(text);
  if (typeof records === 'string') return refuse([records]);
  const [head, ...rest] = records;
  if (head === undefined) return refuse(['文件是空的。']);
  const names = head.cells.map((name) => name.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    return refuse([`第 1 行要写列名，还缺：${missing.join('、')}。可以先导出一份，照着它的样子填。`]);
  }
  const found: FileLine[] = [];
  const messages: string[] = [];
  const lineOfKey = new Map<string, number>();
  for (const { line, cells } of rest) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const cell = (column: Column) => plainCell(cells[names.indexOf(column)] ?? '');
    const outcome = cells.length > names.length ? ['列数比第 1 行多'] : readRule(cell);
    if (Array.isArray(outcome)) {
      messages.push(...outcome.map((message) => `第 ${line} 行：${message.replace(/。$/u, '')}。`));
      continue;
    }
    const key = keyOfRule(outcome);
    const twin = lineOfKey.get(key);
    if (twin === undefined) lineOfKey.set(key, line);
    else messages.push(`第 ${line} 行：和第 ${twin} 行查的是同一个写法，请只留一行。`);
    found.push({ line, rule: outcome });
  }
  if (messages.length > 0) return refuse(messages);
  if (found.length === 0) return refuse(['文件里没有规则。']);
  return { ok: true, value: found };
}

/** Two rules with the same key are the same rule: an import changes the one that stands. */
export function keyOfRule({
  kind,
  text,
  sectionPath,
}: Pick<FiledStyleRule, 'kind' | 'text' | 'sectionPath'>): string {
  return JSON.stringify([kind, text, sectionPath]);
}

function refuse(messages: string[]): ReadOutcome {
  const more = messages.length - mostMessages;
  const shown = [...messages.slice(0, mostMessages), ...(more > 0 ? [`另有 ${more} 处。`] : [])];
  return { ok: false, problems: shown.map((message) => ({ field: 'file', message })) };
}

/** GB18030 contains GBK; bytes that are neither it nor UTF-8 are no text of a table. */
function decode(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one, then.
    }
  }
  return undefined;
}

type CsvRecord = { line: number; cells: string[] };

/** The records with the lines they begin at, or what is wrong with the file. */
function recordsOf(text: string): CsvRecord[] | string {
  try {
    const parsed = parse(text, { relaxColumnCount: true, info: true, recordDelimiter: ['\r\n', '\n', '\r'] });
    // The library says the line a record ends at, and leaves it to us how many of them are its own.
    return (parsed as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      line:
        info.lines -
        record
          .join('')
          .replaceAll('\r\n', '\n')
          .split(/[\r\n]/u).length +
        1,
      cells: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return typeof error.lines === 'number'
      ? `第 ${error.lines} 行附近的引号没有配对，读不下去了。`
      : '文件里的引号没有配对，读不下去了。';
  }
}

/** The rule, or what is wrong with it. */
function readRule(cell: (column: Column) => string): FiledStyleRule | string[] {
  const written = cell('替换为');
  const list = (column: Column) =>
    cell(column)
      .split(/\r?\n/u)
      .filter((item) => item !== '');
  const parsed = styleRuleSchema.safeParse({
    kind: keyOf(styleRuleKindLabels, cell('方式')),
    text: cell('写法'),
    message: cell('说明'),
    replacement: written === '' ? null : written === deletionMark ? '' : written,
    level: keyOf(styleLevelLabels, cell('级别')),
    category: keyOf(styleCategoryLabels, cell('类别')),
    sectionId: null,
    exceptions: list('例外'),
    skips: list('不查').map((item) => keyOf(styleSkipLabels, item)),
    isEnabled: isEnabledBy[cell('启用').trim()],
  });
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) =>
      path[0] === 'isEnabled' ? '“启用”只能填“是”或“否”' : message,
    );
  }
  const problems = problemsOfStyleRule(parsed.data);
  if (problems.length > 0) return problems.map(({ message }) => message);
  const { sectionId: _, ...rule } = parsed.data;
  return {
    ...rule,
    sectionPath: cell('栏目')
      .trim()
      .replace(/^\/+|\/+$/gu, ''),
  };
}

const isEnabledBy: Record<string, boolean> = { 是: true, 否: false, '': true };

function keyOf<Key extends StyleRuleKind | StyleLevel | StyleCategory | StyleSkip>(
  labels: Record<Key, string>,
  label: string,
): Key | undefined {
  return (Object.keys(labels) as Key[]).find((key) => labels[key] === label.trim());
}
