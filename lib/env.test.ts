import path from 'node:path';
import { expect, test } from 'vitest';
import { readEnv } from '@/lib/env';

test('without any setting the portal listens on loopback and keeps its data in the project', () => {
  expect(readEnv({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    siteUrl: 'http://localhost:3000',
    isSiteUrlConfigured: false,
    dataDir: path.resolve('data'),
    hasDemo: true,
  });
});

test('an empty variable is as good as none', () => {
  expect(readEnv({ PORT: '', SITE_URL: '' })).toMatchObject({ port: 3000, isSiteUrlConfigured: false });
});

test('the public origin is taken without its closing slash', () => {
  expect(readEnv({ SITE_URL: 'https://news.example.cn/' }).siteUrl).toBe('https://news.example.cn');
});

test.for([
  [{ PORT: '70000' }, 'PORT'],
  [{ PORT: 'abc' }, 'PORT'],
  [{ SITE_URL: 'news.example.cn' }, 'SITE_URL'],
  [{ SITE_URL: 'ftp://news.example.cn' }, 'SITE_URL'],
  [{ SITE_URL: 'https://news.example.cn/path' }, 'SITE_URL'],
  [{ DEMO: 'yes' }, 'DEMO'],
  [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
  [{ SMTP_URL: 'http://mail.example.cn', MAIL_FROM: 'desk@example.cn' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://mail.example.cn' }, 'MAIL_FROM'],
  [{ SMTP_URL: 'smtp://mail.example.cn', MAIL_FROM: 'nobody' }, 'MAIL_FROM'],
] as const)('%j is refused in a sentence that names the setting', ([environment, name]) => {
  expect(() => readEnv(environment)).toThrow(name);
});
