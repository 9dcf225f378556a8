import path from 'node:path';

const pages = /^\.(?:html?|shtml?|xhtml|txt|text|jsp|aspx?|php|csv|tsv|json|jsonl|ndjson|xml)$/iu;
const pictures = /^\.(?:jpe?g|png|gif|webp|bmp)$/iu;
/** What pages need to look as they did; nobody expects it in a report. */
const furniture =
  /^\.(?:css|js|mjs|map|ico|svg|woff2?|ttf|otf|eot|swf|cur|less|scss|log|db|ini|lnk|download|mp[34]|flv|avi|wmv|mov)$/iu;
const archives = /^\.(?:zip|rar|7z|tar|gz|tgz|bz2|xz)$/iu;

export type FileKind = 'page' | 'picture' | 'ignored' | 'unknown' | 'archive';

/** What a file is for an import, by its name. Without an ending it may be a page: mirrors keep such names. */
export function fileKindOf(filePath: string): FileKind {
  const segments = filePath.split('/');
  const name = segments.at(-1)!;
  if (segments.some((segment) => segment === '__MACOSX' || (segment.startsWith('.') && segment !== '.')))
    return 'ignored';
  if (/^(?:thumbs\.db|desktop\.ini)$/iu.test(name)) return 'ignored';
  const ending = path.posix.extname(name);
  if (pages.test(ending)) return 'page';
  if (pictures.test(ending)) return 'picture';
  if (furniture.test(ending)) return 'ignored';
  if (archives.test(ending)) return 'archive';
  // 第一章.桥 is a name, .docx is an ending.
  return ending === '' || !/^\.[a-z\d]{2,5}$/iu.test(ending) ? 'page' : 'unknown';
}

/** Why a file that is no page is not read; undefined where nobody would ask. */
export function reasonFor(kind: FileKind): string | undefined {
  if (kind === 'unknown') return '这种文件不能导入。请另存为网页（.html）或文本（.txt）';
  if (kind === 'archive') return '压缩包里的压缩包不会打开。请先解压，再导入里面的文件';
  return undefined;
}
