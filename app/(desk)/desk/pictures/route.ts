import { answerAction } from '@/app/(desk)/desk/answer-action';
import { mayAnywhere } from '@/features/access/permission';
import { currentEditor } from '@/features/access/require-editor';
import { addPicture } from '@/features/media/add-picture';
import { readUpload } from '@/features/media/read-upload';
import { largestPicture } from '@/lib/picture';
import { createTurns, OverloadError } from '@/lib/turns';

/** As many originals in memory at a time; the bodies of the others wait in their connections. */
const inTurn = createTurns({ atOnce: 4, waitingLimit: 200 });

/**
 * The entrance for pictures: the file itself as the body, its name in X-File-Name (percent-encoded). Answers
 * `{ picture }` or `{ problem }`. Who asks is settled before anything is read.
 */
export async function POST(request: Request): Promise<Response> {
  const editor = await currentEditor();
  if (editor === undefined) return refuse(401, '登录已失效，图片没有上传。请重新登录后再试。');
  if (!mayAnywhere(editor, 'addPicture')) {
    return refuse(403, '您的岗位没有“上传图片”的权限。请联系管理员调整岗位。');
  }
  const fileName = decodeName(request.headers.get('x-file-name') ?? '');
  if (fileName === undefined) return refuse(400, '文件名无法识别。请重命名后再上传。');
  // The page server lets in only what says its length and is not larger; asked again, because this protects.
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!Number.isSafeInteger(length)) return refuse(411, '图片没有注明大小，无法接收。请换一个浏览器再试。');
  if (length > largestPicture) return refuse(413, '图片超过 20 MB。请压缩或缩小后再上传。');
  try {
    return await inTurn(async () => {
      const content = await readUpload(request.body, length);
      if (content === undefined) return refuse(400, '图片没有传完整。请再上传一次。');
      const outcome = await answerAction(() => addPicture(editor, { content, fileName }));
      if (outcome.ok) return Response.json({ picture: outcome.value });
      const { field, message } = outcome.problems[0]!;
      return refuse(statusOf[field] ?? 500, message);
    });
  } catch (error) {
    if (error instanceof OverloadError) return refuse(503, '同时上传的图片太多。请过一会儿再试。');
    throw error;
  }
}

/** By what the verb calls the refusal. */
const statusOf: Record<string, number> = { size: 413, format: 415, file: 400 };

function refuse(status: number, problem: string): Response {
  return Response.json({ problem }, { status });
}

function decodeName(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
