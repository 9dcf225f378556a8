import type { Node } from '@tiptap/pm/model';
import type { ArticleBody, Block, BlockOf, Inline, Paragraph } from '@/lib/article-body';
import { isLinkAddress } from '@/components/desk/body-editor/link-address';

/*
 * From the editor's document to a body that articleBodySchema accepts whatever was typed or pasted.
 * A body that went through the editor unchanged differs from what it was only in this (see
 * testing/normalised-body.ts):
 * - neighbouring texts with equal marks are one, marks stand in the schema's order and once each;
 * - empty lists of content and marks, and spans of 1, are left out; so is a cell's only, empty paragraph;
 * - an empty line of a subhead goes if the other one has text;
 * - empty paragraphs at the end go: the editor puts one behind a last picture.
 */

const longestText = 20_000;

/** Blocks of a node, at most once per node: ProseMirror never changes a node, so a key stroke costs one block. */
const known = new WeakMap<Node, Block[]>();

export function toArticleBody(doc: Node): ArticleBody {
  const blocks = doc.children.flatMap(blocksFromNode);
  const end = blocks.findLastIndex((block) => block.type !== 'paragraph' || block.content !== undefined);
  return { type: 'doc', content: blocks.slice(0, Math.min(end + 1, mostBlocks)) };
}

/** The body ends here; the status line says so before anybody types that much. */
export const mostBlocks = 5000;

/**
 * A top-level node as blocks: none for a picture on its way, several where one would be longer than the
 * body allows.
 */
export function blocksFromNode(node: Node): Block[] {
  const blocks = known.get(node) ?? convert(node);
  known.set(node, blocks);
  return blocks;
}

function convert(node: Node): Block[] {
  switch (node.type.name) {
    case 'paragraph':
      return paragraphs(node);
    case 'subhead':
      return [subheadBlock(node)];
    case 'image':
      return images([node]);
    case 'gallery':
      return chunks(images(node.children), 100).map((content) => ({ type: 'gallery', content }));
    case 'quote':
      return chunks(childParagraphs(node), 100).map((content) => ({ type: 'quote', content }));
    case 'note':
      return chunks(childParagraphs(node), 100).map((content) => ({
        type: 'note',
        attrs: { label: savable(node.attrs.label, 20) },
        content,
      }));
    case 'list':
      return chunks(node.children.flatMap(listItems), 500).map((content) => ({
        type: 'list',
        attrs: { ordered: node.attrs.ordered === true },
        content,
      }));
    case 'table':
      return [tableBlock(node)];
    case 'video':
      return videos(node);
    case 'divider':
      return [{ type: 'divider' }];
    case 'related':
      return related(node);
    default:
      return [];
  }
}

/** Well-formed, without control characters, not longer than allowed: what plainText of the body accepts. */
function savable(text: unknown, longest: number): string {
  const clean = cleanText(String(text));
  // Cutting between the halves of a pair would make the text ill-formed again.
  return clean.length <= longest ? clean : clean.slice(0, longest).replace(/[\ud800-\udbff]$/u, '');
}

function cleanText(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is removed here
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu, '').toWellFormed();
}

type Text = Extract<Inline, { type: 'text' }>;

function texts(node: Node): Text[] {
  const marks = node.marks.flatMap((mark): NonNullable<Text['marks']> => {
    if (mark.type.name === 'strong' || mark.type.name === 'emphasis') return [{ type: mark.type.name }];
    const href: unknown = mark.attrs.href;
    return typeof href === 'string' && isKnownLink(href) ? [{ type: 'link', attrs: { href } }] : [];
  });
  const clean = cleanText(node.text ?? '');
  return pieces(clean).map((text) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) }));
}

function pieces(text: string): string[] {
  if (text === '') return [];
  const piece = savable(text, longestText);
  return [piece, ...pieces(text.slice(piece.length))];
}

/** The rule itself is a parse of a whole body; a text of many links asks for the same few again and again. */
const knownLinks = new Map<string, boolean>();

function isKnownLink(href: string): boolean {
  const isKnown = knownLinks.get(href) ?? isLinkAddress(href);
  if (knownLinks.size > 1000) knownLinks.clear();
  knownLinks.set(href, isKnown);
  return isKnown;
}

function paragraphs(node: Node): Paragraph[] {
  const content = node.children.flatMap((child): Inline[] =>
    child.isText ? texts(child) : [{ type: 'lineBreak' }],
  );
  if (content.length === 0) return [{ type: 'paragraph' }];
  return chunks(content, 2000).map((part) => ({ type: 'paragraph', content: part }));
}

function childParagraphs(node: Node): Paragraph[] {
  return node.children.flatMap(paragraphs);
}

function subheadBlock(node: Node): BlockOf<'subhead'> {
  const lines = node.children.map((line) => {
    const content = line.children.flatMap(texts);
    // Fifty changes of marks in one line is no subhead anybody wrote; its words are kept, plain.
    const kept: Text[] =
      content.length > 50 ? [{ type: 'text', text: savable(line.textContent, longestText) }] : content;
    return { type: 'subheadLine' as const, ...(kept.length > 0 && { content: kept }) };
  });
  const full = lines.filter((line) => line.content !== undefined);
  return { type: 'subhead', content: full.length > 0 ? full : [{ type: 'subheadLine' }] };
}

function images(nodes: readonly Node[]): BlockOf<'image'>[] {
  return nodes.flatMap((node) => {
    const { assetId, alt, caption, credit } = node.attrs;
    if (!isId(assetId)) return [];
    return {
      type: 'image',
      attrs: {
        assetId,
        alt: savable(alt, 300),
        caption: savable(caption, 1000),
        credit: savable(credit, 200),
      },
    };
  });
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function listItems(node: Node): BlockOf<'list'>['content'] {
  return chunks(childParagraphs(node), 20).map((content) => ({ type: 'listItem', content }));
}

function tableBlock(node: Node): BlockOf<'table'> {
  // The editor's commands stop at these sizes; only a hostile clipboard gets beyond them.
  const rows = node.children.slice(0, 500).map((row) => ({
    type: 'tableRow' as const,
    content: row.children.slice(0, 50).map(tableCell),
  }));
  // A row that wider spans from above fill completely has no cell of its own; the body wants one.
  return {
    type: 'table',
    attrs: { caption: savable(node.attrs.caption, 200) },
    content: rows.map((row) => (row.content.length > 0 ? row : { ...row, content: [{ type: 'tableCell' }] })),
  };
}

function tableCell(node: Node): BlockOf<'table'>['content'][number]['content'][number] {
  const colspan = Math.min(node.attrs.colspan, 50);
  const rowspan = Math.min(node.attrs.rowspan, 500);
  const attrs = { ...(colspan > 1 && { colspan }), ...(rowspan > 1 && { rowspan }) };
  const content = childParagraphs(node).slice(0, 20);
  const isEmpty = content.length === 1 && content[0]!.content === undefined;
  return {
    type: node.type.name === 'tableHeader' ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(!isEmpty && { content }),
  };
}

function videos(node: Node): BlockOf<'video'>[] {
  const { src, posterAssetId, caption, credit } = node.attrs;
  if (typeof src !== 'string' || !/^\/media\/[\w./-]+$/u.test(src)) return [];
  const poster = isId(posterAssetId) ? { posterAssetId } : {};
  return [
    {
      type: 'video',
      attrs: { src, ...poster, caption: savable(caption, 1000), credit: savable(credit, 200) },
    },
  ];
}

function related(node: Node): BlockOf<'related'>[] {
  const ids: unknown[] = node.attrs.articleIds;
  return chunks(ids.filter(isId), 20).map((articleIds) => ({ type: 'related', attrs: { articleIds } }));
}

function chunks<Item>(items: Item[], size: number): Item[][] {
  if (items.length <= size) return items.length === 0 ? [] : [items];
  return [items.slice(0, size), ...chunks(items.slice(size), size)];
}
