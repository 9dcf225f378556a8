import type { Node } from '@tiptap/pm/model';
import { blocksFromNode } from '@/components/desk/body-editor/to-article-body';
import type { ContentText } from '@/lib/style-content';

/** Where a text of the editor's document stands: in its flow, or in a field of a block. */
export type TextPlace = { kind: 'flow'; from: number } | { kind: 'attribute'; node: number; name: string };

export type DocumentText = ContentText & { place: TextPlace };

/**
 * The texts of the editor's document, named as lib/style-content.ts names those of the body it becomes: the
 * same blocks, the same parts, empty ones left out, a line break as one character.
 */
export function documentTexts(doc: Node): DocumentText[] {
  const texts: DocumentText[] = [];
  let block = 0;
  doc.forEach((node, position) => {
    const blocks = blocksFromNode(node).length;
    // A picture on its way is no block yet.
    if (blocks > 0) {
      const field = `body.${block}`;
      const words = textsOfNode(node, position).filter(({ text }) => text !== '');
      texts.push(...words.map((found, part) => ({ ...found, field, part })));
    }
    block += blocks;
  });
  return texts;
}

type Found = Pick<DocumentText, 'text' | 'place'>;

/** In the order of blockTexts(). */
function textsOfNode(node: Node, position: number): Found[] {
  const field = (name: string): Found => ({
    text: String(node.attrs[name] ?? ''),
    place: { kind: 'attribute', node: position, name },
  });
  if (node.isTextblock) {
    const text = node.textBetween(0, node.content.size, '', '\n');
    return [{ text, place: { kind: 'flow', from: position + 1 } }];
  }
  switch (node.type.name) {
    case 'image':
      return node.attrs.assetId === 0 ? [] : [field('caption'), field('credit'), field('alt')];
    case 'video':
      return [field('caption'), field('credit')];
    case 'note':
      return [field('label'), ...textsBelow(node, position)];
    case 'table':
      return [field('caption'), ...textsBelow(node, position)];
    default:
      return textsBelow(node, position);
  }
}

function textsBelow(node: Node, position: number): Found[] {
  const texts: Found[] = [];
  node.forEach((child, offset) => texts.push(...textsOfNode(child, position + 1 + offset)));
  return texts;
}
