import { currentEditor } from '@/features/access/require-editor';
import { countUnseenNotices } from '@/features/notices/list-notices';

/** How many notices the editor has not seen; asked by the navigation of every open page. */
export async function GET(): Promise<Response> {
  const editor = await currentEditor();
  if (editor === undefined) return new Response(null, { status: 401 });
  return Response.json(await countUnseenNotices(editor));
}
