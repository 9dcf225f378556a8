import type { NextRequest } from 'next/server';
import { NotAllowedError } from '@/features/access/permission';
import { requireEditor } from '@/features/access/require-editor';
import { exportEvents } from '@/features/timeline/export-events';
import { eventFilters } from '@/features/timeline/list-events';
import { formatDate } from '@/lib/dates';
import { parseInput } from '@/lib/parse-input';

/** The audit as a file, with the filters of the page. It is sent as it is read, never held as a whole. */
export async function GET(request: NextRequest): Promise<Response> {
  const editor = await requireEditor();
  const input = parseInput(eventFilters, Object.fromEntries(request.nextUrl.searchParams));
  if (!input.ok) return refusal(400, input.problems.map(({ message }) => message).join('\n'));
  try {
    const pieces = await exportEvents(editor, input.value);
    return new Response(streamOf(pieces), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="audit-${formatDate(new Date())}.csv"`,
      },
    });
  } catch (error) {
    if (error instanceof NotAllowedError) return refusal(403, error.message);
    throw error;
  }
}

/** A piece is made when the browser has room for it; one that goes away ends the reading. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

function refusal(status: number, words: string): Response {
  return new Response(`${words}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
