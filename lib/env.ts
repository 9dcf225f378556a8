import path from 'node:path';
import { z } from 'zod';
import { PlainError } from '@/lib/problems';

const port = z.coerce
  .number('PORT 必须是 0 到 65535 之间的整数。')
  .int('PORT 必须是 0 到 65535 之间的整数。')
  .min(0, 'PORT 必须是 0 到 65535 之间的整数。')
  .max(65535, 'PORT 必须是 0 到 65535 之间的整数。');

const origin = z
  .url({ protocol: /^https?$/u, error: 'SITE_URL 必须是完整的网址，例如 https://news.example.cn 。' })
  .transform((url, context) => {
    const parsed = new URL(url);
    if (parsed.pathname !== '/' || parsed.search !== '' || parsed.hash !== '') {
      context.addIssue({ code: 'custom', message: 'SITE_URL 只写到域名（和端口），后面不带路径。' });
    }
    return parsed.origin;
  });

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  SITE_URL: origin.optional(),
  DATA_DIR: z.string().min(1).default('data'),
  DEMO: z.enum(['on', 'off'], 'DEMO 只能是 on 或 off。').default('on'),
  LOG_LEVEL: z
    .enum(
      ['debug', 'info', 'warn', 'error', 'silent'],
      'LOG_LEVEL 只能是 debug、info、warn、error 或 silent。',
    )
    .default('info'),
  TRUST_PROXY: z.enum(['on', 'off'], 'TRUST_PROXY 只能是 on 或 off。').default('off'),
  ACCESS_LOG: z.enum(['on', 'off'], 'ACCESS_LOG 只能是 on 或 off。').default('off'),
});

export type Env = {
  port: number;
  host: string;
  /** The public origin; without one, addresses name the loopback origin the server listens on. */
  siteUrl: string;
  /** Whether the origin was set, so that requests for other hosts can be told apart. */
  isSiteUrlConfigured: boolean;
  dataDir: string;
  /** Whether an empty database is filled with the demo newsroom. */
  hasDemo: boolean;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Whether a proxy of ours stands before the portal and says from where requests come. */
  isBehindProxy: boolean;
  /** Whether each request is a line of the log. */
  hasAccessLog: boolean;
};

/** Settings from the environment, each checked; an unusable one ends the program with its own sentence. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  // An empty variable is how shells and service files say "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new PlainError(parsed.error.issues.map((issue) => issue.message).join('\n'));
  const { PORT, HOST, SITE_URL, DATA_DIR, DEMO, LOG_LEVEL, TRUST_PROXY, ACCESS_LOG } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    siteUrl: SITE_URL ?? `http://localhost:${PORT}`,
    isSiteUrlConfigured: SITE_URL !== undefined,
    dataDir: path.resolve(DATA_DIR),
    hasDemo: DEMO === 'on',
    logLevel: LOG_LEVEL,
    isBehindProxy: TRUST_PROXY === 'on',
    hasAccessLog: ACCESS_LOG === 'on',
  };
}
