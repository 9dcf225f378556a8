import { mayAnywhere } from '@/features/access/permission';
import { currentEditor } from '@/features/access/require-editor';
import { listClaimsFor } from '@/features/review/review-claims';

/** Who says 我在看, of which articles. Open pages ask every second or so, so that a claim is seen within two. */
export async function GET(): Promise<Response> {
  const editor = await currentEditor();
  if (editor === undefined) return new Response(null, { status: 401 });
  if (!mayAnywhere(editor, 'viewArticle')) return new Response(null, { status: 403 });
  return Response.json(await listClaimsFor(editor));
}
