import { Fragment, Node as DocumentNode } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { fromArticleBody } from '@/components/desk/body-editor/from-article-body';
import { isAwaited } from '@/components/desk/body-editor/fill-pictures';
import { toArticleBody } from '@/components/desk/body-editor/to-article-body';
import type { ArticleBody } from '@/lib/article-body';

/** The transaction that turns the document into its tidied form; undefined where nothing changes. */
export function tidyDocument<Suggestion>(
  state: EditorState,
  tidy: (body: ArticleBody) => { body: ArticleBody; suggestions: Suggestion[] },
): { tr: Transaction | undefined; body: ArticleBody; suggestions: Suggestion[] } {
  const awaited: DocumentNode[] = [];
  const { body, suggestions } = tidy(toArticleBody(withStandIns(state.doc, awaited)));
  const tidied = withoutStandIns(DocumentNode.fromJSON(state.schema, fromArticleBody(body)), awaited);
  return { tr: replaceWhatDiffers(state, tidied), body, suggestions };
}

/**
 * Pictures on their way are no part of a body. So that they keep their places, they go through tidying under
 * numbers that no asset has.
 */
function withStandIns(node: DocumentNode, awaited: DocumentNode[]): DocumentNode {
  if (isAwaited(node)) {
    awaited.push(node);
    return node.type.create({ ...node.attrs, assetId: Number.MAX_SAFE_INTEGER - (awaited.length - 1) });
  }
  return node.type.name === 'doc' || node.type.name === 'gallery'
    ? node.copy(Fragment.from(node.children.map((child) => withStandIns(child, awaited))))
    : node;
}

function withoutStandIns(node: DocumentNode, awaited: DocumentNode[]): DocumentNode {
  const original =
    node.type.name === 'image' ? awaited[Number.MAX_SAFE_INTEGER - node.attrs.assetId] : undefined;
  if (original !== undefined) {
    const { caption, alt, credit } = node.attrs;
    return node.type.create({ ...original.attrs, caption, alt, credit });
  }
  return node.type.name === 'doc' || node.type.name === 'gallery'
    ? node.copy(Fragment.from(node.children.map((child) => withoutStandIns(child, awaited))))
    : node;
}

/** Only from the first to the last block that differs: what stays the same keeps its view and its place. */
function replaceWhatDiffers(state: EditorState, tidied: DocumentNode): Transaction | undefined {
  const before = state.doc.children;
  const after = tidied.children;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start]!.eq(after[start]!)) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end)!.eq(after.at(-1 - end)!)) end += 1;
  if (start === before.length && start === after.length) return undefined;

  const from = sizeOf(before.slice(0, start));
  const to = state.doc.content.size - sizeOf(end === 0 ? [] : before.slice(-end));
  const block = state.selection.$from.index(0);
  const tr = state.tr.replaceWith(from, to, after.slice(start, after.length - end));
  // The cursor stays in its block as near as can be told: tidying may have removed empty ones before it.
  if (block >= start && block < before.length - end) {
    const position = sizeOf(tr.doc.children.slice(0, Math.min(block, tr.doc.childCount - 1)));
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(position + 1, tr.doc.content.size))));
  }
  return tr;
}

function sizeOf(nodes: readonly DocumentNode[]): number {
  return nodes.reduce((size, node) => size + node.nodeSize, 0);
}
