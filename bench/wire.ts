import { chromium } from '@playwright/test';
import { chromiumLaunchOptions } from '@/bench/chromium';

export type Weight = { html: number; css: number; script: number; requestsBeforeText: number };

/** Bytes on the wire as a browser receives them, pictures aside, and the requests that hold the text back. */
export async function weighPages(
  origin: string,
  paths: Record<string, string>,
): Promise<Record<string, Weight>> {
  const browser = await chromium.launch(chromiumLaunchOptions());
  const weights: Record<string, Weight> = {};
  for (const [name, path] of Object.entries(paths)) {
    // A context of its own: an empty cache, as on a first visit.
    const context = await browser.newContext({ viewport: { width: 360, height: 800 }, locale: 'zh-CN' });
    const page = await context.newPage();
    const weight: Weight = { html: 0, css: 0, script: 0, requestsBeforeText: 0 };
    const client = await context.newCDPSession(page);
    const kinds = new Map<string, string>();
    await client.send('Network.enable');
    client.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId);
      if (kind === 'Document') weight.html += encodedDataLength;
      if (kind === 'Stylesheet') weight.css += encodedDataLength;
      if (kind === 'Script') weight.script += encodedDataLength;
    });
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    const blocking = await page.evaluate(
      () =>
        (
          performance.getEntriesByType('resource') as (PerformanceResourceTiming & {
            renderBlockingStatus: string;
          })[]
        ).filter((entry) => entry.renderBlockingStatus === 'blocking').length,
    );
    weights[name] = { ...weight, requestsBeforeText: 1 + blocking };
    await context.close();
  }
  await browser.close();
  return weights;
}
