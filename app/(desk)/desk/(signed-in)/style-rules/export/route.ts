import { NotAllowedError } from '@/features/access/permission';
import { requireEditor } from '@/features/access/require-editor';
import { exportStyleRules } from '@/features/house-style/exchange-style-rules';
import { formatDate } from '@/lib/dates';

/** All rules of the newsroom as a file that an import takes back. */
export async function GET(): Promise<Response> {
  const editor = await requireEditor();
  try {
    return new Response(await exportStyleRules(editor), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="style-rules-${formatDate(new Date())}.csv"`,
      },
    });
  } catch (error) {
    if (!(error instanceof NotAllowedError)) throw error;
    const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
    return new Response(`${error.message}\n`, { status: 403, headers });
  }
}
