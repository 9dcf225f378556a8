import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AddressStanding } from '@/features/addresses/resolve-address';
import { createPageServer, type Surroundings } from '@/server/page-server';
import type { RenderedResponse } from '@/server/render-page';

/**
 * The page server on a port of its own, with everything it asks replaced by what a test can set: standings by
 * path, what "Next" renders, the content version. Files lie in a folder of their own.
 */
export type FakePortal = {
  port: number;
  siteUrl: string;
  /** Paths that have a standing; all others are missing. */
  standings: Map<string, AddressStanding>;
  /** What Next was asked for, in order. */
  rendered: string[];
  /** Replaces what Next answers. */
  renderWith: (render: (url: string) => Promise<RenderedResponse>) => void;
  /** As a verb does that readers can see: a commit here, and a new number. */
  raiseVersion: () => void;
  logged: { level: string; fields: Record<string, unknown> }[];
  parts: ReturnType<typeof createPageServer>;
  folder: string;
  close: () => Promise<void>;
};

export function live(target: string, validUntil?: Date): AddressStanding {
  const [pagePath = '', query = ''] = target.split('?');
  return { kind: 'live', route: { path: pagePath, query, ...(validUntil && { validUntil }) } };
}

export const missing: AddressStanding = { kind: 'missing', route: { path: '/notice/missing', query: '' } };

export const gone = (articleId: number): AddressStanding => ({
  kind: 'gone',
  route: { path: '/notice/gone', query: `article=${articleId}` },
});

/** A page as Next answers it, with what hydration needs around the text. */
export function renderedPage(text: string, head = ''): RenderedResponse {
  const html =
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charSet="utf-8"/><title>${text}</title>${head}` +
    '<script src="/_next/static/chunks/a.js" async=""></script></head>' +
    `<body><main><p>${text}</p></main><script>self.__next_f.push([1,"x"])</script></body></html>`;
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-cache, no-store, max-age=0, must-revalidate',
    },
    body: Buffer.from(html),
  };
}

export async function startFakePortal(overrides: Partial<Surroundings> = {}): Promise<FakePortal> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chengxun-page-server-'));
  const folders = {
    build: path.join(folder, 'build'),
    public: path.join(folder, 'public'),
    media: path.join(folder, 'media'),
  };
  writeFiles(folders);
  let version = 1;
  let commits = 0;
  const standings = new Map<string, AddressStanding>([['/', live('/')]]);
  const rendered: string[] = [];
  const logged: FakePortal['logged'] = [];
  let render = async (url: string) => renderedPage(`页面 ${url}`);
  const note =
    (level: string) =>
    (fields: unknown): void => {
      logged.push({ level, fields: fields as Record<string, unknown> });
    };

  const parts = createPageServer({
    siteUrl: 'http://localhost:3000',
    isSiteUrlConfigured: false,
    folders,
    resolveAddress: async (asked) => standings.get(asked) ?? missing,
    renderPage: async ({ path: pagePath, query }) => {
      const url = query === '' ? pagePath : `${pagePath}?${query}`;
      rendered.push(url);
      return render(url);
    },
    handleWithNext: async (request, response) => {
      response.setHeader('Cache-Control', 's-maxage=31536000');
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ url: request.url, headers: request.headers }));
    },
    readContentVersion: async () => version,
    commitCount: () => commits,
    log: { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') },
    ...overrides,
  });
  await new Promise<void>((resolve) => {
    parts.server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = parts.server.address() as AddressInfo;
  return {
    port,
    siteUrl: `http://127.0.0.1:${port}`,
    standings,
    rendered,
    renderWith: (replacement) => {
      render = replacement;
    },
    raiseVersion: () => {
      version += 1;
      commits += 1;
    },
    logged,
    parts,
    folder,
    close: async () => {
      parts.server.closeAllConnections();
      await new Promise((resolve) => {
        parts.server.close(resolve);
      });
      rmSync(folder, { recursive: true });
    },
  };
}

export const pictureName = `ab/${'c'.repeat(62)}-400.webp`;

function writeFiles(folders: { build: string; public: string; media: string }): void {
  const files: [string, string][] = [
    [`${folders.build}/static/chunks/style.css`, 'body{margin:0}'.repeat(100)],
    [`${folders.build}/static/chunks/style.css.map`, '{}'],
    [`${folders.build}/BUILD_ID`, 'x'],
    [`${folders.build}/server/secret.js`, 'secret'],
    [`${folders.public}/favicon.ico`, 'icon'],
    [`${folders.public}/speculation-rules.json`, '{"prefetch":[]}'],
    [`${folders.public}/.hidden.json`, '{}'],
    [`${folders.media}/${pictureName}`, 'picture'],
    [`${folders.media}/ab/note.html`, '<p>no picture</p>'],
    [`${folders.media}/../chengxun.db`, 'database'],
  ];
  for (const [file, content] of files) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
