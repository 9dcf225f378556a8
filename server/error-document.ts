import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * The answers of last resort: written out beforehand, because whatever they report may be what rendering a
 * page would need. They ask neither Next nor the database and load nothing.
 */
export type ErrorStatus = 400 | 403 | 404 | 405 | 408 | 410 | 411 | 413 | 421 | 431 | 500 | 503;

const wordings: Record<ErrorStatus, { title: string; text: string }> = {
  400: {
    title: '这个网址无法识别',
    text: '网址里有无法识别的字符，可能在复制时多了或少了几个字。请检查网址，或者从首页继续浏览。',
  },
  403: {
    title: '这个请求没有被接受',
    text: '提交的内容不是从本站的页面发出的，所以没有处理，也没有改动任何东西。请从本站的页面重新操作。',
  },
  404: {
    title: '没有找到这个页面',
    text: '网址可能输错了，也可能是链接过期了。请检查网址，或者从首页继续浏览。',
  },
  405: { title: '不支持这种请求', text: '这个网址只能用来阅读，不接受其他操作。请从首页继续浏览。' },
  408: { title: '请求超时', text: '没有在规定时间内收到完整的请求，请检查网络后再试一次。' },
  410: { title: '这篇稿件已经撤回', text: '本站已经撤回原在此处的稿件，不再提供阅读。请从首页继续浏览。' },
  411: { title: '请求缺少长度', text: '提交的内容没有注明长度，无法接收。请换一个浏览器再试一次。' },
  413: { title: '提交的内容太大', text: '提交的内容超过了允许的大小。请减少内容或压缩文件后再试一次。' },
  421: { title: '网站地址不对', text: '这台服务器上没有您访问的网站，请检查网址中的域名。' },
  431: { title: '请求头太大', text: '浏览器发来的信息太长。请清除本站的 Cookie 后再试一次。' },
  500: {
    title: '页面暂时打不开',
    text: '服务器出了点问题，技术人员会看到这条记录。请稍后再试，或者从首页继续浏览。',
  },
  503: { title: '访问的人太多了', text: '服务器一时忙不过来，请过几秒钟再刷新。' },
};

/** System fonts and the browser's own light and dark colours: an error page needs no design of its own. */
const style =
  ':root{color-scheme:light dark;font:1.125rem/1.8 system-ui,sans-serif}' +
  'body{max-width:34rem;margin:12vh auto;padding:0 1.25rem}h1{font-size:1.6rem}' +
  'input,button{font:inherit;padding:.4rem .8rem}small{opacity:.75}';

/** The hash by which the content security policy admits the style sheet above and no other. */
export const errorStyleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;

function errorDocument(status: ErrorStatus, errorId: string | undefined, wording = wordings[status]): string {
  const [title, text] = [escape(wording.title), escape(wording.text)];
  return (
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<title>${title}</title><meta name="robots" content="noindex"><style>${style}</style></head><body><main>` +
    `<h1>${title}</h1><p>${text}</p>` +
    '<form action="/search" role="search"><label for="q">站内搜索</label> ' +
    '<input id="q" name="q" type="search"> <button>搜索</button></form>' +
    '<p><a href="/">回首页</a></p>' +
    (errorId === undefined ? '' : `<p><small>错误编号：${errorId}</small></p>`) +
    '</main></body></html>'
  );
}

/** What a newsroom wrote is text, whatever it looks like. */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

export type SendError = (
  request: IncomingMessage,
  response: ServerResponse,
  status: ErrorStatus,
  more?: {
    headers?: string[];
    errorId?: string;
    /** Instead of the usual words for the status. */
    wording?: { title: string; text: string };
  },
) => void;

export function createSendError(headers: readonly string[]): SendError {
  return (request, response, status, more = {}) => {
    if (response.headersSent) {
      // Half an answer is out: breaking off is the only way to say that it is not whole.
      response.destroy();
      return;
    }
    const body = Buffer.from(errorDocument(status, more.errorId, more.wording));
    const length = ['Content-Length', String(body.length)];
    response.writeHead(status, [...headers, ...(more.headers ?? []), ...length]);
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}

const reasons: Partial<Record<ErrorStatus, string>> = {
  400: 'Bad Request',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** The same as raw bytes, for a connection on which no request could be read; it ends with the answer. */
export function rawError(status: 400 | 405 | 408 | 431, headers: readonly string[]): Buffer {
  const body = Buffer.from(errorDocument(status, undefined));
  const lines = [`HTTP/1.1 ${status} ${reasons[status]}`];
  const all = [...headers, 'Content-Length', String(body.length), 'Connection', 'close'];
  for (let index = 0; index < all.length; index += 2) lines.push(`${all[index]}: ${all[index + 1]}`);
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]);
}
