import type { JSONContent } from '@tiptap/core';
import type { ArticleBody, Block, Inline, Paragraph } from '@/lib/article-body';

/** A valid body as the editor takes it. There, a document is never without a paragraph. */
export function fromArticleBody(body: ArticleBody): JSONContent {
  return {
    type: 'doc',
    content: body.content.length === 0 ? [{ type: 'paragraph' }] : body.content.map(fromBlock),
  };
}

/** A block as the editor takes it: marks in the order of its schema, no cell without a paragraph. */
export function fromBlock(block: Block): JSONContent {
  switch (block.type) {
    case 'paragraph':
      return paragraphJson(block);
    case 'subhead':
      return {
        type: 'subhead',
        content: block.content.map((line) => ({ type: 'subheadLine', content: inlineJson(line.content) })),
      };
    case 'quote':
    case 'note':
      return { ...block, content: block.content.map(paragraphJson) };
    case 'list':
      return {
        ...block,
        content: block.content.map((item) => ({
          type: 'listItem',
          content: item.content.map(paragraphJson),
        })),
      };
    case 'table':
      return {
        ...block,
        content: block.content.map((row) => ({
          type: 'tableRow',
          content: row.content.map((cell) => ({
            type: cell.type,
            attrs: { ...cell.attrs },
            content: (cell.content?.length ? cell.content : [{ type: 'paragraph' as const }]).map(
              paragraphJson,
            ),
          })),
        })),
      };
    default:
      return block;
  }
}

function paragraphJson(paragraph: Paragraph): JSONContent {
  return { type: 'paragraph', content: inlineJson(paragraph.content) };
}

/** ProseMirror wants marks in the schema's order and once each; a body may hold them in any order. */
function inlineJson(content: Inline[] = []): JSONContent[] {
  return content.map((inline) => {
    if (inline.type === 'lineBreak') return inline;
    const marks = markOrder.flatMap((type) => inline.marks?.find((mark) => mark.type === type) ?? []);
    return { type: 'text', text: inline.text, marks };
  });
}

const markOrder = ['strong', 'emphasis', 'link'] as const;
