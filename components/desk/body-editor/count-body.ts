import { type ArticleBody, type Block, blockLines, countCharacters } from '@/lib/article-body';

/** By block: of a long text one block changes at a time, and to-article-body answers the others unchanged. */
const known = new WeakMap<Block, number>();

/** How long the text is, as newsrooms count it. */
export function countBody(body: ArticleBody): { characters: number; blocks: number } {
  const characters = body.content.reduce((sum, block) => sum + countBlock(block), 0);
  return { characters, blocks: body.content.length };
}

function countBlock(block: Block): number {
  const count = known.get(block) ?? countCharacters(blockLines(block).join('\n'));
  known.set(block, count);
  return count;
}
