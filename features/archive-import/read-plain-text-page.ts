import { identityOf } from '@/features/archive-import/page-identity';
import { toBodyBlocks } from '@/features/archive-import/body-blocks';
import { isFurnitureLine } from '@/features/archive-import/furniture-line';
import { claimOriginals } from '@/features/archive-import/original-lines';
import { factsOf } from '@/features/archive-import/page-facts';
import { linesOf, type PageLine, unclaimed } from '@/features/archive-import/page-lines';
import { readHead } from '@/features/archive-import/read-head';
import type { ReadPage } from '@/features/archive-import/read-page';
import { readTail } from '@/features/archive-import/read-tail';
import type { Outcome, Problem } from '@/lib/problems';

/**
 * Reads a page that was saved as plain text. Each step claims the lines it knows: breadcrumb, headlines and meta
 * lines from the top, footer, boxes and sign-off from the bottom; what nobody claims is the body, so that a line
 * that no rule knows is kept rather than lost. `fileTitle` is the headline where the text is a body and nothing
 * else. What a page must have and this one lacks comes back as problems.
 */
export function readPlainTextPage(text: string, fileTitle: string): Outcome<ReadPage> {
  const lines = linesOf(text);
  const identity = identityOf(
    '',
    lines.map(({ text }) => text),
  );
  const original = claimOriginals(lines);
  const head = readHead(lines, fileTitle);
  const tail = readTail(lines);
  const body = claimBody(lines, head.headline);
  const blocks = toBodyBlocks(body.map(({ text: line }) => line));

  const problems: Problem[] = [];
  if (head.headline === '') problems.push({ field: 'headline', message: '没有找到标题' });
  if (blocks.length === 0) problems.push({ field: 'body', message: '没有找到正文' });
  if (problems.length > 0) return { ok: false, problems };

  const { metas: _metas, doubts: _headDoubts, ...headFields } = head;
  const { signOffs: _signOffs, doubts: _tailDoubts, ...tailFields } = tail;
  return {
    ok: true,
    value: {
      ...headFields,
      ...original,
      ...tailFields,
      ...factsOf(
        head,
        tail,
        body.map(({ text: line }) => line),
      ),
      blocks,
      pictures: [],
      lines: lines.map((line) => ({ text: line.text, use: line.use ?? 'body' })),
      address: '',
      identity,
    },
  };
}

/** What nobody claimed; the headline once more above the text, and furniture within it, are none of it. */
function claimBody(lines: PageLine[], headline: string): PageLine[] {
  const open = unclaimed(lines);
  for (const [index, line] of open.entries()) {
    const isRepeatedHeadline = index === 0 && line.text === headline && open.length > 1;
    const isBody = !isRepeatedHeadline && !(isFurnitureLine(line.text) && open.length > 1);
    line.use = isBody ? 'body' : 'leftOut';
  }
  return open.filter(({ use }) => use === 'body');
}
