import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendReport } from '@/features/reader-reports/send-report';
import { reportAddress, reportReceivedAddress } from '@/lib/addresses';
import { parseInput } from '@/lib/parse-input';
import type { Problem } from '@/lib/problems';
import { reportForm } from '@/lib/reader-report';
import { clientAddress } from '@/server/client-address';
import type { SendError } from '@/server/error-document';
import { cleanDocument } from '@/server/document';
import { comesFrom, deskOrigin } from '@/server/private-pages';
import type { RenderPage } from '@/server/render-page';
import { createRepresentation, sendRepresentation } from '@/server/representation';

type Parts = {
  renderPage: RenderPage;
  headers: readonly string[];
  sendError: SendError;
  site: { siteUrl: string; isSiteUrlConfigured: boolean };
  isBehindProxy: boolean;
};

/** Longer than the longest form, percent-encoded (nine bytes a character). */
const longestBody = 16 * 1024;

export function isReport({ method }: IncomingMessage, path: string): boolean {
  return method === 'POST' && path === reportAddress;
}

/**
 * Takes the form with which readers report errors: plain HTML, no script, no account. What was refused comes
 * back as the same page with the reason and everything that was written.
 */
export function createReceiveReport({ renderPage, headers, sendError, site, isBehindProxy }: Parts) {
  return async function receiveReport(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const origin = deskOrigin(request, site);
    // What is still on its way is not waited for.
    if (origin === undefined || !comesFrom(origin, request.headers)) {
      response.shouldKeepAlive = false;
      return sendError(request, response, 403);
    }
    if (!isForm(request)) {
      response.shouldKeepAlive = false;
      return sendError(request, response, 400);
    }
    const fields = await readFields(request);
    if (fields === undefined) {
      response.shouldKeepAlive = false;
      return sendError(request, response, 413);
    }
    const parsed = parseInput(reportForm, fields);
    const sent = parsed.ok
      ? await sendReport(parsed.value, clientAddress(request, isBehindProxy))
      : { ok: false as const, problems: parsed.problems, isTooMany: false };
    if (sent.ok) {
      response.writeHead(303, [
        'Location',
        reportReceivedAddress,
        'Cache-Control',
        'no-store',
        'Content-Length',
        '0',
      ]);
      response.end();
      return;
    }
    await sendAgain(request, response, fields, sent);
  };

  async function sendAgain(
    request: IncomingMessage,
    response: ServerResponse,
    fields: Record<string, string>,
    { problems, isTooMany }: { problems: Problem[]; isTooMany: boolean },
  ): Promise<void> {
    const [{ field, message } = { field: '', message: '' }] = problems;
    const query = new URLSearchParams({
      ...Object.fromEntries(
        ['article', 'quote', 'text', 'contact'].map((name) => [name, (fields[name] ?? '').slice(0, 1200)]),
      ),
      problem: message,
      field,
    });
    const rendered = await renderPage({ path: reportAddress, query: query.toString() });
    if (rendered.status !== 200) throw new Error(`Next answered ${rendered.status}.`);
    const { html } = cleanDocument(rendered.body.toString('utf8'), { isNotice: true });
    const page = await createRepresentation({
      status: isTooMany ? 429 : 422,
      body: Buffer.from(html),
      contentType: 'text/html; charset=utf-8',
      headers: [...headers, ...(isTooMany ? ['Retry-After', '600'] : [])],
    });
    sendRepresentation(request, response, page);
  }
}

function isForm({ headers }: IncomingMessage): boolean {
  return /^application\/x-www-form-urlencoded\b/iu.test(headers['content-type'] ?? '');
}

/** The fields of a form as a browser sends it; undefined when it is too long. */
async function readFields(request: IncomingMessage): Promise<Record<string, string> | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestBody) return undefined;
    chunks.push(chunk);
  }
  // A name that stands twice counts as it stood last; line breaks are one character on every system.
  const given = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  return Object.fromEntries([...given].map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]));
}
