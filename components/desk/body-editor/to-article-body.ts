import type { JSONContent } from '@tiptap/core';
import type { ArticleBody, Block } from '@/lib/article-body';

/**
 * The editor's document as a body: transient boxes are left out, attributes that only the editor knows are
 * dropped, and so are empty paragraphs at the end, where the editor keeps one to write on.
 */
export function toArticleBody(document: JSONContent): ArticleBody {
  const content = (document.content ?? []).flatMap((node) => toBlock(node) ?? []);
  const last = content.findLastIndex((block) => block.type !== 'paragraph' || block.content !== undefined);
  return { type: 'doc', content: content.slice(0, last + 1) };
}

function toBlock(node: JSONContent): Block | undefined {
  if (node.type === 'waitingPicture') return undefined;
  if (node.type === 'related' && (node.attrs?.articleIds as number[] | undefined)?.length === 0)
    return undefined;
  return plain(node) as Block;
}

type Plain = {
  type: string;
  text?: string;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  attrs?: Record<string, unknown>;
  content?: Plain[];
};

function plain(node: JSONContent): Plain {
  const { type = '', text, marks, content } = node;
  const attrs = keptAttributes(type, node.attrs ?? {});
  const inner = content?.map(plain);
  const isEmptyCell = cells.has(type) && inner?.length === 1 && inner[0]!.content === undefined;
  return {
    type,
    ...(text !== undefined && { text: text.toWellFormed() }),
    ...(marks !== undefined && marks.length > 0 && { marks: marks.map(plainMark) }),
    ...(attrs !== undefined && { attrs }),
    ...(inner !== undefined && inner.length > 0 && !isEmptyCell && { content: inner }),
  };
}

const cells = new Set(['tableCell', 'tableHeader']);

function plainMark(mark: { type: string; attrs?: Record<string, unknown> }) {
  return mark.type === 'link' ? { type: 'link', attrs: { href: mark.attrs?.href } } : { type: mark.type };
}

function keptAttributes(type: string, attrs: Record<string, unknown>): Record<string, unknown> | undefined {
  switch (type) {
    case 'image':
      return pick(attrs, ['assetId', 'alt', 'caption', 'credit']);
    case 'list':
      return pick(attrs, ['ordered']);
    case 'table':
      return pick(attrs, ['caption']);
    case 'note':
      return pick(attrs, ['label']);
    case 'related':
      return pick(attrs, ['articleIds']);
    case 'video':
      return pick(
        attrs,
        attrs.posterAssetId === null
          ? ['src', 'caption', 'credit']
          : ['src', 'posterAssetId', 'caption', 'credit'],
      );
    case 'tableCell':
    case 'tableHeader':
      // A span of one is what a cell is without saying so.
      return attrs.colspan === 1 && attrs.rowspan === 1 ? undefined : pick(attrs, ['colspan', 'rowspan']);
    default:
      return undefined;
  }
}

function pick(attrs: Record<string, unknown>, names: string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, attrs[name]]));
}
