import { Parser } from 'htmlparser2';
import type { ReadRow, Row } from '@/features/archive-import/records/read-rows';

/** The elements of an item that are taken, and under which name. */
const taken: Record<string, string> = {
  title: 'title',
  link: 'link',
  'content:encoded': 'content',
  'excerpt:encoded': 'excerpt',
  'wp:post_id': 'id',
  'wp:post_date': 'date',
  'wp:status': 'status',
  'wp:post_type': 'type',
  'dc:creator': 'creator',
};

/** Pages, menus, comments, pictures and revisions of WordPress are no articles. */
const articleTypes = new Set(['post', '']);

/**
 * The posts of a WordPress export (WXR: RSS with WordPress's elements), one by one. Entities that a document
 * defines for itself are not expanded: the parser knows none.
 */
export async function* readWxr(text: AsyncIterable<string>, largest: number): AsyncGenerator<ReadRow> {
  let found: ReadRow[] = [];
  let item: Record<string, string | string[]> | undefined;
  let open: { name: string; text: string; domain: string } | undefined;
  let row = 0;
  let size = 0;
  let hasChannel = false;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'channel') hasChannel = true;
        if (name === 'item') {
          item = { sections: [], tags: [] };
          size = 0;
        } else if (item !== undefined) open = { name, text: '', domain: attributes.domain ?? '' };
      },
      ontext(words) {
        if (open === undefined) return;
        size += words.length;
        if (size <= largest) open.text += words;
      },
      onclosetag(name) {
        if (item === undefined) return;
        if (name === 'item') {
          row += 1;
          const value: Row = item;
          item = undefined;
          if (!articleTypes.has(String(value.type ?? ''))) return;
          found.push(size > largest ? { row, problem: '一条记录超过 5 MB，没有读取' } : { row, value });
          return;
        }
        if (open?.name !== name) return;
        const field = taken[name];
        if (field !== undefined) item[field] = open.text.trim();
        else if (name === 'category')
          (item[open.domain === 'post_tag' ? 'tags' : 'sections'] as string[]).push(open.text.trim());
        open = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for await (const piece of text) {
    parser.write(piece);
    yield* found;
    found = [];
  }
  parser.end();
  yield* found;
  if (!hasChannel) yield { row: 0, problem: '不是 WordPress 的导出文件（WXR），没有读取' };
}

/** Gutenberg's comments and the shortcodes that stand around pictures; what is in them stays. */
export function withoutShortcodes(html: string): string {
  return html
    .replaceAll(/<!--\s*\/?wp:[^>]*-->/gu, '')
    .replaceAll(
      /\[caption[^\]]*\](?<picture>[\s\S]*?<img[^>]*>(?:<\/a>)?)(?<words>[^[]*)\[\/caption\]/gu,
      (...found) => {
        const { picture, words } = found.at(-1) as { picture: string; words: string };
        return `<figure>${picture}<figcaption>${words.trim()}</figcaption></figure>`;
      },
    )
    .replaceAll(/\[\/?(?:caption|gallery|audio|video|embed|playlist|more)[^\]]*\]/gu, '');
}

/** WordPress parts paragraphs by empty lines where a post holds no paragraphs of its own. */
export function withParagraphs(html: string): string {
  if (/<(?:p|div|br)[\s/>]/iu.test(html)) return html;
  return html
    .split(/\n\s*\n/u)
    .map((part) => `<p>${part}</p>`)
    .join('\n');
}
