import type { Page } from '@playwright/test';

/**
 * Keeps a list of whatever a page runs, asks for or would have run although it came as text: calls of
 * `hostile()`, dialogs, errors, requests to example hosts and what the policy refused.
 */
export async function watchForRunning(page: Page): Promise<{ happened: string[] }> {
  const happened: string[] = [];
  await page.exposeFunction('hostile', () => happened.push(`ran on ${page.url()}`));
  page.on('dialog', (dialog) => {
    if (dialog.type() !== 'beforeunload') happened.push(`dialog on ${page.url()}`);
    void dialog.accept();
  });
  page.on('pageerror', (error) => happened.push(`${error.message} on ${page.url()}`));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname.endsWith('.example')) happened.push(`asked ${request.url()}`);
  });
  await page.exposeFunction('reportViolation', (what: string) => happened.push(`${what} on ${page.url()}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { reportViolation } = window as unknown as { reportViolation: (what: string) => void };
      reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return { happened };
}
