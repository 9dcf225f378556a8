import type { Editor, JSONContent } from '@tiptap/core';
import { Fragment, Node as DocumentNode, type ResolvedPos, Slice } from '@tiptap/pm/model';
import { fromBlock } from '@/components/desk/body-editor/from-article-body';
import { blocksFromHtml, type PastedBlock } from '@/lib/blocks-from-html';
import { blocksFromPlainText } from '@/lib/blocks-from-plain-text';

/** What came with the clipboard that has to be uploaded, by the key of its box. */
export type PastedFile = { key: string; file: File };

/**
 * Puts what the clipboard holds into the text as our blocks. Answers the pictures that came along and how
 * many stayed behind, or undefined where the editor's own paste is right: between two of our editors.
 */
export function pasteInto(
  editor: Editor,
  clipboard: DataTransfer,
): { files: PastedFile[]; missing: number } | undefined {
  const html = clipboard.getData('text/html');
  if (html.includes('data-pm-slice')) return undefined;
  const text = clipboard.getData('text/plain');
  const blocks: PastedBlock[] = html === '' ? blocksFromPlainText(text) : blocksFromHtml(html).blocks;
  if (blocks.length === 0) return { files: [], missing: 0 };
  const { nodes, files, missing } = withBoxes(blocks);
  insertBlocks(editor, nodes);
  return { files, missing };
}

/** Pasted pictures become boxes: data of the clipboard to be uploaded, addresses to be fetched by hand. */
function withBoxes(blocks: PastedBlock[]): { nodes: JSONContent[]; files: PastedFile[]; missing: number } {
  const files: PastedFile[] = [];
  let missing = 0;
  const nodes = blocks.map((block) => {
    if (block.type !== 'pastedPicture') return fromBlock(block);
    const { picture, caption } = block;
    const key = crypto.randomUUID();
    const file = picture.kind === 'data' ? fileOf(picture.dataUrl) : undefined;
    if (file !== undefined) files.push({ key, file });
    else missing += 1;
    const state = file === undefined ? 'missing' : 'uploading';
    const words = picture.kind === 'remote' ? picture.url : '';
    return { type: 'waitingPicture', attrs: { key, state, words, caption } };
  });
  return { nodes, files, missing };
}

/** Undefined for data that is no picture we take. */
function fileOf(dataUrl: string): File | undefined {
  const found = /^data:(image\/(?:jpeg|png|webp|gif));base64,([\w+/=\s]+)$/u.exec(dataUrl);
  if (found === null) return undefined;
  try {
    const bytes = Uint8Array.from(atob(found[2]!), (letter) => letter.codePointAt(0)!);
    return new File([bytes], `粘贴的图片.${found[1]!.slice(6)}`, { type: found[1] });
  } catch {
    return undefined;
  }
}

/**
 * Text that is one paragraph goes into the line at the cursor; more comes as blocks, the first and the last
 * of which join the paragraph they were pasted into.
 */
export function insertBlocks(editor: Editor, blocks: JSONContent[]): void {
  const { schema, tr } = editor.state;
  const nodes = blocks.map((block) => DocumentNode.fromJSON(schema, block));
  const isOpen = (node: DocumentNode | undefined) => (node?.type.name === 'paragraph' ? 1 : 0);
  const { $from } = editor.state.selection;
  const target =
    nodes.every((node) => node.type.name === 'paragraph') || isPlace($from) ? nodes : plainOf(nodes);
  const slice = new Slice(Fragment.from(target), isOpen(target[0]), isOpen(target.at(-1)));
  editor.view.dispatch(tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true));
}

/** Whether any block may stand here: not inside a list, a cell or a subhead. */
function isPlace($from: ResolvedPos): boolean {
  return $from.depth <= 1;
}

/** The text alone, for places that take nothing else. */
function plainOf(nodes: DocumentNode[]): DocumentNode[] {
  return nodes.flatMap((node) => {
    if (node.type.name === 'paragraph') return [node];
    const paragraphs: DocumentNode[] = [];
    node.descendants((inner) => {
      if (inner.type.name === 'paragraph' || inner.type.name === 'subheadLine') {
        paragraphs.push(node.type.schema.nodes.paragraph!.create(null, inner.content));
      }
      return inner.type.name !== 'paragraph';
    });
    return paragraphs;
  });
}

/** The files of a drop or a paste that are pictures. */
export function picturesIn(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
}
