import type { NextRequest } from 'next/server';
import { mayAnywhere } from '@/features/access/permission';
import { currentEditor } from '@/features/access/require-editor';
import { getQueueView } from '@/features/queue/get-queue-view';
import { firstQueueFor } from '@/features/queue/open-queues';
import { readQuestion } from '@/lib/queue-question';

/** What QueueWatch compares: the mark of the queue's page as it would be drawn now. */
export async function GET(request: NextRequest): Promise<Response> {
  const editor = await currentEditor();
  if (editor === undefined) return new Response(null, { status: 401 });
  if (!mayAnywhere(editor, 'viewArticle')) return new Response(null, { status: 403 });
  const question = readQuestion(Object.fromEntries(request.nextUrl.searchParams), firstQueueFor(editor));
  const { mark } = await getQueueView(editor, question);
  return new Response(mark, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
