import { type DeskPicture, largestPicture } from '@/lib/picture';

export type UploadResult = { ok: true; picture: DeskPicture } | { ok: false; message: string };

/** How a component sends a picture; `onProgress` hears the share that has left, from 0 to 1. */
export type UploadPicture = (file: File, onProgress: (share: number) => void) => Promise<UploadResult>;

const lost = '网络中断，图片没有上传。请检查网络后再试。';

/**
 * Sends a picture to the library; called in the browser. Never throws: whatever happens is one sentence that
 * says what to do. Not with fetch, which does not tell how much of a body has left.
 */
export const uploadPicture: UploadPicture = (file, onProgress) => {
  // Said here, because a server that refuses at once may close the connection before its answer is read.
  if (file.size > largestPicture) return refuse(`“${file.name}”超过 20 MB。请压缩或缩小后再上传。`);
  if (file.size === 0) return refuse(`“${file.name}”是空的。请重新选择图片。`);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = (message: string) => resolve({ ok: false, message });
    request.open('POST', '/desk/pictures');
    request.responseType = 'json';
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name.toWellFormed()));
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('error', () => fail(lost));
    request.addEventListener('abort', () => fail(lost));
    request.addEventListener('load', () => {
      const answer = request.response as { picture?: DeskPicture; problem?: string } | null;
      if (request.status === 200 && answer?.picture) resolve({ ok: true, picture: answer.picture });
      else fail(answer?.problem ?? sentenceFor(request.status));
    });
    request.send(file);
  });
};

/** For answers that do not come from the entrance itself but from what stands before it. */
function sentenceFor(status: number): string {
  switch (status) {
    case 401:
      return '登录已失效，图片没有上传。请在新的标签页登录后再试。';
    case 403:
      return '这次上传没有被接受。请刷新页面后再试。';
    case 408:
      return '网络太慢，图片没有传完。请换个网络，或缩小图片后再试。';
    case 413:
      return '图片超过 20 MB。请压缩或缩小后再上传。';
    case 503:
      return '服务器正忙，图片没有上传。请过一会儿再试。';
    default:
      return '图片没有上传成功。请稍后再试。';
  }
}

function refuse(message: string): Promise<UploadResult> {
  return Promise.resolve({ ok: false, message });
}
