import type { JSONContent } from '@tiptap/core';
import type { ArticleBody, Block } from '@/lib/article-body';

/** A body as the editor takes it. There, a document and a cell are never without a paragraph. */
export function fromArticleBody(body: ArticleBody): JSONContent {
  return {
    type: 'doc',
    content: body.content.length === 0 ? [{ type: 'paragraph' }] : body.content.map(fromBlock),
  };
}

export function fromBlock(block: Block): JSONContent {
  if (block.type !== 'table') return block as JSONContent;
  return {
    ...block,
    content: block.content.map((row) => ({
      ...row,
      content: row.content.map((cell) => ({
        ...cell,
        content:
          cell.content === undefined || cell.content.length === 0 ? [{ type: 'paragraph' }] : cell.content,
      })),
    })),
  } as JSONContent;
}
