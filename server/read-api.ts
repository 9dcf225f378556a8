import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiProblem } from '@/features/read-api/api-schemas';
import { type ApiAnswer, readApiQuestion } from '@/features/read-api/answer-api';
import { addressKey } from '@/features/access/sign-in-limits';
import { lastVisibleChange } from '@/features/crawlers/last-visible-change';
import { getSiteSettings } from '@/features/settings/get-site-settings';
import { createTurns, OverloadError } from '@/lib/turns';
import { clientAddress } from '@/server/client-address';
import type { Log } from '@/server/log';
import type { FinishedPage, PageCache } from '@/server/page-cache';
import { createRateLimit } from '@/server/rate-limit';
import { createRepresentation, sendRepresentation } from '@/server/representation';
import type { RequestTarget } from '@/server/request-target';
import type { ResponseHeaders } from '@/server/response-headers';
import { createSingleFlight } from '@/server/single-flight';

type Parts = {
  siteUrl: string;
  cache: PageCache;
  currentVersion: () => Promise<number>;
  headers: Pick<ResponseHeaders, 'api' | 'apiProblem'>;
  isBehindProxy: boolean;
  log: Log;
};

type Rules = {
  version: number;
  requestsPerMinute: number;
  /** Seconds after which to come back, while the site is under maintenance. */
  closedFor: number | undefined;
};

export type SendApi = (
  request: IncomingMessage,
  response: ServerResponse,
  target: RequestTarget,
) => Promise<void>;

export function isForApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}

/** Answers the read API: from the page cache, without Next, every error as application/problem+json. */
export function createSendApi(parts: Parts): SendApi {
  const { siteUrl, cache, currentVersion, headers, isBehindProxy, log } = parts;
  const rateLimit = createRateLimit();
  const inTurn = createTurns({ atOnce: 4, waitingLimit: 200 });
  const share = createSingleFlight<ApiAnswer>();
  let rules: Rules = { version: -1, requestsPerMinute: 0, closedFor: undefined };

  return async function sendApi(request, response, target) {
    try {
      await answer(request, response, target);
    } catch (error) {
      if (error instanceof OverloadError) return sendProblem(request, response, busy, ['Retry-After', '5']);
      log.error({ err: error, target: request.url }, 'read API failed');
      sendProblem(request, response, failed);
    }
  };

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    target: RequestTarget,
  ): Promise<void> {
    if (request.method === 'OPTIONS') return answerPreflight(response);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      // What is still on its way is not waited for.
      response.shouldKeepAlive = false;
      return sendProblem(request, response, onlyReading, ['Allow', 'GET, HEAD, OPTIONS']);
    }
    const version = await currentVersion();
    const { requestsPerMinute, closedFor } = await rulesAt(version);
    if (closedFor !== undefined) {
      return sendProblem(request, response, closed, ['Retry-After', String(closedFor)]);
    }
    const client = addressKey(clientAddress(request, isBehindProxy));
    const seconds = rateLimit.take(client, requestsPerMinute);
    if (seconds > 0)
      return sendProblem(request, response, tooMany(seconds), ['Retry-After', String(seconds)]);
    const read = readApiQuestion(target.path, target.query);
    if (!read.ok) return sendProblem(request, response, read.problem);
    const { key, answer: find } = read.question;
    const kept = cache.find(`api ${key}`, version);
    if (kept !== undefined) return sendRepresentation(request, response, kept);
    const found = await share(`${version} ${key}`, () => inTurn(() => find(siteUrl)));
    if (!found.ok) {
      // What was withdrawn must not stay behind as a copy of last resort.
      cache.forget(`api ${key}`);
      return sendProblem(request, response, found.problem);
    }
    const representation = await cache.get(`api ${key}`, version, () => finish(found));
    sendRepresentation(request, response, representation);
  }

  async function rulesAt(version: number): Promise<Rules> {
    if (rules.version !== version) {
      const { api, maintenance } = await getSiteSettings();
      rules = {
        version,
        requestsPerMinute: api.requestsPerMinute,
        closedFor: maintenance.isOn ? maintenance.minutes * 60 : undefined,
      };
    }
    return rules;
  }

  async function finish({ value }: Extract<ApiAnswer, { ok: true }>): Promise<FinishedPage> {
    const contentType = 'application/json; charset=utf-8';
    const representation = await createRepresentation({
      status: 200,
      body: Buffer.from(`${JSON.stringify(value)}\n`),
      contentType,
      headers: ['Content-Type', contentType, ...headers.api],
      lastModified: await lastVisibleChange(),
    });
    return { representation, validUntil: Infinity };
  }

  function answerPreflight(response: ServerResponse): void {
    response.writeHead(204, [
      ...headers.apiProblem,
      'Access-Control-Allow-Methods',
      'GET, HEAD',
      'Access-Control-Allow-Headers',
      'If-None-Match, If-Modified-Since',
      'Access-Control-Max-Age',
      '86400',
    ]);
    response.end();
  }

  function sendProblem(
    request: IncomingMessage,
    response: ServerResponse,
    problem: ApiProblem,
    more: readonly string[] = [],
  ): void {
    const body = `${JSON.stringify(problem)}\n`;
    response.writeHead(problem.status, [
      ...headers.apiProblem,
      'Content-Type',
      'application/problem+json',
      ...more,
      'Content-Length',
      String(Buffer.byteLength(body)),
    ]);
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}

const onlyReading: ApiProblem = { title: '只能读取', status: 405, detail: '这个接口只接受 GET 请求。' };
const closed: ApiProblem = { title: '正在维护', status: 503, detail: '网站正在维护，请稍后再试。' };
const busy: ApiProblem = { title: '暂时繁忙', status: 503, detail: '现在请求太多，请过几秒再试。' };
const failed: ApiProblem = { title: '出错了', status: 500, detail: '服务器出错，请稍后再试。' };

function tooMany(seconds: number): ApiProblem {
  return { title: '请求太多', status: 429, detail: `请求太频繁，请过 ${seconds} 秒再试。` };
}
