import type { ArticleBody, Block, Inline, Paragraph } from '@/lib/article-body';

/** What the editor may change about a body it only opens and gives back; nothing else. */
export function normalisedBody(body: ArticleBody): ArticleBody {
  const content = body.content.map(normalisedBlock);
  while (content.at(-1)?.type === 'paragraph' && !('content' in content.at(-1)!)) content.pop();
  return { type: 'doc', content };
}

function normalisedBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
      return normalisedParagraph(block);
    case 'quote':
    case 'note':
      return { ...block, content: block.content.map(normalisedParagraph) };
    case 'list':
      return {
        ...block,
        content: block.content.map((item) => ({ ...item, content: item.content.map(normalisedParagraph) })),
      };
    case 'subhead': {
      const lines = block.content.map((line) => withText(line, line.content));
      const full = lines.filter((line) => line.content !== undefined);
      return { ...block, content: full.length > 0 ? full : [{ type: 'subheadLine' }] };
    }
    case 'table':
      return {
        ...block,
        content: block.content.map((row) => ({ ...row, content: row.content.map(normalisedCell) })),
      };
    default:
      return block;
  }
}

type Cell = Extract<Block, { type: 'table' }>['content'][number]['content'][number];

function normalisedCell({ type, attrs, content = [] }: Cell): Cell {
  const spans = Object.entries(attrs ?? {}).filter(([, span]) => span > 1);
  const paragraphs = content.map(normalisedParagraph);
  const isEmpty = paragraphs.length === 0 || (paragraphs.length === 1 && !paragraphs[0]!.content);
  return {
    type,
    ...(spans.length > 0 && { attrs: Object.fromEntries(spans) }),
    ...(!isEmpty && { content: paragraphs }),
  };
}

function normalisedParagraph(paragraph: Paragraph): Paragraph {
  return withText(paragraph, paragraph.content);
}

function withText<Holder extends { type: string }, Run extends Inline>(holder: Holder, content: Run[] = []) {
  const runs: Run[] = [];
  for (const run of content.map(withSortedMarks)) {
    const last = runs.at(-1);
    const isSame =
      last?.type === 'text' &&
      run.type === 'text' &&
      JSON.stringify(last.marks) === JSON.stringify(run.marks);
    if (isSame) runs[runs.length - 1] = { ...last, text: last.text + run.text };
    else runs.push(run);
  }
  return { type: holder.type as Holder['type'], ...(runs.length > 0 && { content: runs }) };
}

function withSortedMarks<Run extends Inline>(run: Run): Run {
  if (run.type !== 'text') return run;
  const { marks = [], ...rest } = run;
  const sorted = (['strong', 'emphasis', 'link'] as const).flatMap(
    (type) => marks.find((mark) => mark.type === type) ?? [],
  );
  return { ...rest, ...(sorted.length > 0 && { marks: sorted }) } as Run;
}
