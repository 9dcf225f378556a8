import { expect, test } from 'vitest';
import { errorStyleHash } from '@/server/error-document';
import { finishPage } from '@/server/finish-page';
import type { RenderedResponse } from '@/server/render-page';
import { createResponseHeaders } from '@/server/response-headers';
import { renderedPage } from '@/server/testing/fake-portal';

const headers = createResponseHeaders({ isHttps: false, errorStyleHash });
const settlement = { status: 200 as const, headers };

function rendered(over: Partial<RenderedResponse>): RenderedResponse {
  const usual = renderedPage('正文');
  return { ...usual, ...over, headers: { ...usual.headers, ...over.headers } };
}

test('a page becomes a document without the framework', async () => {
  const { representation } = await finishPage(rendered({}), settlement);
  const html = representation.variants.identity.body.toString();
  expect(html).toContain('<p>正文</p>');
  expect(html).not.toContain('<script');
});

test('a page is valid until the earliest instant that address or page name', async () => {
  const head = '<meta name="page-server:valid-until" content="2026-05-02T00:00:00Z"/>';
  const page = renderedPage('x', head);
  const validUntil = (instant: string) =>
    finishPage(page, { ...settlement, validUntil: new Date(instant) }).then((done) => done.validUntil);
  expect(await validUntil('2026-05-03T00:00:00Z')).toBe(Date.parse('2026-05-02T00:00:00Z'));
  expect(await validUntil('2026-05-01T00:00:00Z')).toBe(Date.parse('2026-05-01T00:00:00Z'));
  expect((await finishPage(rendered({}), settlement)).validUntil).toBe(Infinity);
});

test.each([500, 404, 307, 204])('status %s from Next is a failed render', async (status) => {
  await expect(finishPage(rendered({ status }), settlement)).rejects.toThrow(String(status));
});

test.each([
  ['a cookie', { 'set-cookie': 'session=1' }],
  ['several cookies', { 'set-cookie': ['a=1', 'b=2'] }],
  ['private', { 'cache-control': 'private, max-age=10' }],
  ['no-store', { 'cache-control': 'no-store' }],
])('a page with %s is refused, because every reader would get it', async (_, given) => {
  await expect(finishPage(rendered({ headers: given }), settlement)).rejects.toThrow(/cookie|keeping/u);
});

test('a feed keeps its type and its text', async () => {
  const xml = '<?xml version="1.0"?><rss><!-- stays --><script>stays</script></rss>';
  const { representation } = await finishPage(
    rendered({
      headers: {
        'content-type': 'application/rss+xml; charset=utf-8',
        'cache-control': undefined,
        'last-modified': 'Fri, 01 May 2026 08:00:00 GMT',
        link: '</feed.xml>; rel="self"',
        'x-powered-by': 'Next.js',
      },
      body: Buffer.from(xml),
    }),
    settlement,
  );
  const { identity } = representation.variants;
  expect(identity.body.toString()).toBe(xml);
  expect(identity.headers).toContain('application/rss+xml; charset=utf-8');
  expect(identity.headers).toContain('Fri, 01 May 2026 08:00:00 GMT');
  expect(identity.headers).toContain('</feed.xml>; rel="self"');
  expect(identity.headers).not.toContain('Next.js');
  expect(identity.headers).not.toContain('Speculation-Rules');
});
