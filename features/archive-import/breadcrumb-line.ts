/** 您当前的位置, 您的当前位置, 当前位置, 现在位置, 您所在的位置, 您现在所在的位置, 您的位置, 您正在浏览 … */
const opening =
  /^[【[（(]?\s*(?:(?:[您你]\s*)?的?(?:当前|现在|目前|所处|所在)*的?(?:所在)?的?位置|[您你](?:现在)?正在(?:浏览|查看|阅读))(?:是|在)?\s*(?:[:：∶︰﹕]|(?=\s)|(?=[>›»→]))\s*/u;

const separator = /\s*(?:[-—–=]*[>＞]+|[›»→≫〉])\s*/u;

/** The last step of a trail that names no section: where the reader is. */
const lastStep = /^(?:正文|正文页|内容|内容页|详情|详细内容|文章内容|文章正文|新闻正文|浏览文章|阅读文章)$/u;

const longestTrail = 120;

export type Breadcrumb = {
  names: string[];
  /** Whether the line itself says that it is a trail: by its opening, by 首页 or by 正文. */
  isCertain: boolean;
};

/**
 * The names of a breadcrumb line without the closing 正文; undefined when the line is none. A line that does
 * not say what it is must have two separators and read like names, not like a sentence.
 */
export function readBreadcrumb(line: string): Breadcrumb | undefined {
  if (line.length > longestTrail) return undefined;
  const text = line.replace(opening, '').replace(/[】\]）)]$/u, '');
  const hasOpening = opening.test(line);
  const parts = partsOf(text, hasOpening);
  if (parts.length === 0 || parts.some((part) => /[。！？!?]$/u.test(part))) return undefined;
  const last = parts.at(-1)!;
  // 正文 often stands behind a blank, or behind nothing, instead of a separator.
  const name = lastStep.test(last) ? '' : last.replace(/\s*正文$/u, '');
  const names = name === '' ? parts.slice(0, -1) : [...parts.slice(0, -1), name];
  const isCertain = hasOpening || (parts.length > 1 && (name !== last || parts[0]!.endsWith('首页')));
  if (hasOpening && parts.length === 1 && /[，。,]/u.test(text)) return undefined;
  const readsAsNames = parts.every((part) => part.length <= 16 && !/[，。,]|\d{3}/u.test(part));
  if (!hasOpening && !(readsAsNames && (parts.length > 2 || isCertain))) return undefined;
  return { names, isCertain };
}

function partsOf(text: string, hasOpening: boolean): string[] {
  const parts = text.split(separator).map((part) => part.trim());
  const known = parts.filter((part) => part !== '');
  // Where the arrows were pictures only blanks are left.
  return hasOpening && known.length === 1 ? known[0]!.split(/\s+/u) : known;
}

/** Whether a line is the opening of a breadcrumb alone; its names are then on the next line. */
export function isBreadcrumbOpening(line: string): boolean {
  return opening.test(line) && line.replace(opening, '') === '';
}
