/** 您当前的位置, 您的当前位置, 当前位置, 现在位置, 您所在的位置, 您的位置: the wordings seen on portals. */
const opening = /^[您你]?的?(?:当前|现在|目前|所在)?的?位置\s*[:：]\s*/u;

const separator = /\s*(?:->|>>|[>›»＞→])\s*/u;

/**
 * The names of a breadcrumb line, without the closing 正文; undefined when the line is none. A line without
 * the usual opening is one when it has two separators.
 */
export function readBreadcrumb(line: string): string[] | undefined {
  const text = line.replace(opening, '');
  const parts = text.split(separator);
  const hasOpening = text !== line;
  if (!hasOpening && (parts.length < 3 || line.length > 80)) return undefined;
  const names = parts.map((part) => part.trim()).filter((part) => part !== '');
  // 正文 often stands behind a blank instead of a separator.
  const last = names
    .pop()
    ?.replace(/(?:^|\s+)正文$/u, '')
    .trim();
  return last === undefined || last === '' ? names : [...names, last];
}
