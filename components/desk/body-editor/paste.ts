import type { Editor, JSONContent } from '@tiptap/core';
import { Node as DocumentNode } from '@tiptap/pm/model';
import { fromBlock } from '@/components/desk/body-editor/from-article-body';
import { insertBlocks } from '@/components/desk/body-editor/insert-blocks';
import { blocksFromHtml, type PastedBlock } from '@/lib/blocks-from-html';
import { blocksFromPlainText } from '@/lib/blocks-from-plain-text';

/** What came with the clipboard that has to be uploaded, by the key of its box. */
export type PastedFile = { key: string; file: File };

/**
 * Puts what the clipboard holds into the text as our blocks. Answers the pictures that came along; those
 * that stayed behind keep an empty place that names their address.
 */
export function pasteInto(editor: Editor, clipboard: DataTransfer): PastedFile[] {
  const html = clipboard.getData('text/html');
  const blocks: PastedBlock[] =
    html === '' ? blocksFromPlainText(clipboard.getData('text/plain')) : blocksFromHtml(html).blocks;
  const { nodes, files } = withPlaces(blocks);
  const { state, schema } = editor;
  editor.view.dispatch(
    insertBlocks(
      state,
      nodes.map((node) => DocumentNode.fromJSON(schema, node)),
    ),
  );
  return files;
}

/** Pasted pictures become empty places: data of the clipboard to be uploaded, addresses to be fetched by hand. */
function withPlaces(blocks: PastedBlock[]): { nodes: JSONContent[]; files: PastedFile[] } {
  const files: PastedFile[] = [];
  const nodes = blocks.map((block) => {
    if (block.type !== 'pastedPicture') return fromBlock(block);
    const { picture, caption } = block;
    const uploadKey = crypto.randomUUID();
    const file = picture.kind === 'data' ? fileOf(picture.dataUrl) : undefined;
    if (file !== undefined) files.push({ key: uploadKey, file });
    const address = picture.kind === 'remote' ? picture.url : '';
    return { type: 'image', attrs: { uploadKey, address, caption, alt: picture.alt } };
  });
  return { nodes, files };
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

/** The files of a drop or a paste that are pictures. */
export function picturesIn(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
}
