import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { closeDatabase, database, reader, tx } from '@/db/client';
import { readContentVersion } from '@/db/content-version';
import { prepareDatabase } from '@/db/migrate';
import { ensureFoundation } from '@/db/seed/foundation';
import { inviteFirstEditor } from '@/features/access/invite-first-editor';
import { ensurePortalSecret } from '@/features/access/portal-secret';
import { resolveAddress } from '@/features/addresses/resolve-address';
import { usePortalRoot } from '@/features/media/encode-picture';
import { deliverMail } from '@/features/outbox/deliver-mail';
import { deliverBaidu } from '@/features/push/deliver-baidu';
import { deliverIndexNow } from '@/features/push/deliver-index-now';
import { deliverWebSub } from '@/features/push/deliver-web-sub';
import { deliverWebhook } from '@/features/push/deliver-webhook';
import { isSearchCurrent, rebuildSearch } from '@/features/search/rebuild-search';
import { mediaFolder } from '@/features/media/media-storage';
import type { Env } from '@/lib/env';
import { PlainError } from '@/lib/problems';
import type { Log } from '@/server/log';
import { noteSearches } from '@/server/note-searches';
import { deliverOutbox } from '@/server/deliver-outbox';
import { createPageServer } from '@/server/page-server';
import { pruneDaily } from '@/server/prune-daily';
import { createRenderPage } from '@/server/render-page';
import { runSchedules } from '@/server/run-schedules';
import { stopGracefully } from '@/server/stop-gracefully';
import { tellDue } from '@/server/tell-due';

export type RunningPortal = {
  addresses: string[];
  /** Where the first account is made, while there is none. */
  firstAccountLink: string | undefined;
  stop: () => Promise<void>;
};

type Options = {
  env: Env;
  /** The folder of the portal's own files: the build and public/. */
  root: string;
  log: Log;
  /** Told what takes long, in a sentence for the person who waits. */
  report: (sentence: string) => void;
};

/** From settings to a portal that answers. What a person can put right is thrown as a PlainError. */
export async function startPortal({ env, root, log, report }: Options): Promise<RunningPortal> {
  const build = path.join(root, '.next');
  if (!existsSync(path.join(build, 'BUILD_ID'))) {
    throw new PlainError('还没有可以运行的构建。请运行 npm start（它会自动构建），或先运行 npm run build 。');
  }
  usePortalRoot(root);
  await prepareDatabase(env.dataDir, { report });
  ensurePortalSecret();
  await makeSearchCurrent(report);
  await tx((q) => ensureFoundation(q));
  if (env.hasDemo) await moveInDemoNewsroom(report);
  const next = await startNext(root);
  const { server, stopping } = createPageServer({
    siteUrl: env.siteUrl,
    isSiteUrlConfigured: env.isSiteUrlConfigured,
    folders: { build, public: path.join(root, 'public'), media: mediaFolder() },
    resolveAddress,
    renderPage: createRenderPage({ handleWithNext: next.handle, siteUrl: env.siteUrl }),
    handleWithNext: next.handle,
    readContentVersion,
    commitCount: () => database().commitCount,
    log,
    hasAccessLog: env.hasAccessLog,
    isBehindProxy: env.isBehindProxy,
  });
  const endSchedules = await runSchedules(log);
  const endDeliveries = deliverOutbox(
    {
      mail: deliverMail,
      indexNow: deliverIndexNow,
      baidu: deliverBaidu,
      webSub: deliverWebSub,
      webhook: deliverWebhook,
    },
    log,
  );
  const endTelling = tellDue(log);
  const endPruning = pruneDaily(log);
  const endNotes = noteSearches(server, log);
  await listen(server, env);
  const addresses = addressesOf(server, env);
  // After an action that redirects, Next asks for the next page over the network, login cookie and all; unless
  // it is told where it runs (`next start` tells it in the same way), that goes to whoever has port 3000.
  process.env.__NEXT_PRIVATE_ORIGIN = addresses.at(-1);
  return {
    addresses,
    firstAccountLink: await inviteFirstEditor(),
    stop: () =>
      stopGracefully({
        server,
        stopping,
        closeRest: async () => {
          await next.close();
          await endTelling();
          await endDeliveries();
          endPruning();
          await endSchedules();
          await endNotes();
          await closeDatabase();
        },
      }),
  };
}

/** After a release that makes the index otherwise; readers never meet half an index. */
async function makeSearchCurrent(report: (sentence: string) => void): Promise<void> {
  if (await isSearchCurrent()) return;
  await rebuildSearch((done, all) => {
    if (done % 5000 === 0 || (done === all && all >= 1000)) report(`  搜索索引已重建 ${done}/${all} 篇`);
  });
}

async function moveInDemoNewsroom(report: (sentence: string) => void): Promise<void> {
  // Loaded only here: the demo's texts and drawings are of no use to a newsroom that has its own.
  const { hasNoArticles, seedDemoNewsroom } = await import('@/features/demo-newsroom/seed-demo-newsroom');
  if (!(await hasNoArticles(reader()))) return;
  report('数据库是空的，正在放入演示内容……');
  await seedDemoNewsroom({
    report: (done, all) => {
      if (done % 5 === 0 || done === all) report(`  已绘制 ${done}/${all} 幅图片`);
    },
  });
}

/** Loaded late, so that NODE_ENV is set before React decides what it is built for. */
async function startNext(root: string) {
  const { default: createNext } = await import('next');
  const app = createNext({ dev: false, dir: root, quiet: true });
  await app.prepare();
  return { handle: app.getRequestHandler(), close: () => app.close() };
}

async function listen(server: Server, { host, port }: Env): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  }).catch((error: NodeJS.ErrnoException) => {
    throw new PlainError(listenSentence(error.code, host, port) ?? error.message);
  });
}

function listenSentence(code: string | undefined, host: string, port: number): string | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return `端口 ${port} 已被其他程序占用。请关闭那个程序，或换一个端口，例如：PORT=${port + 1} npm start 。`;
    case 'EACCES':
      return `没有权限使用端口 ${port}。请换一个 1024 以上的端口，例如：PORT=3000 npm start 。`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `这台机器上没有 HOST 所写的地址 ${host}。请改为 127.0.0.1（只在本机）或 0.0.0.0（所有网卡）。`;
    default:
      return undefined;
  }
}

/** Where the portal is to be found: as readers know it, and as it listens where that is another address. */
function addressesOf(server: Server, env: Env): string[] {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : env.port;
  const isEverywhere = env.host === '0.0.0.0' || env.host === '::';
  const name = isEverywhere ? 'localhost' : env.host.includes(':') ? `[${env.host}]` : env.host;
  const local = `http://${name}:${port}`;
  return [...new Set([...(env.isSiteUrlConfigured ? [env.siteUrl] : []), local])];
}
