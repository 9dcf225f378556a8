import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseFileIn } from '@/db/client';
import { ask, askRaw } from '@/server/testing/http-client';
import { poisons } from '@/server/testing/poisons';
import { sectionAddressOfTest } from '@/server/testing/small-newsroom';
import { runPortal, startRealPortal } from '@/server/testing/real-portal';

/* The whole portal on the build, as npm start runs it, with a small newsroom. */

let portal: Awaited<ReturnType<typeof startRealPortal>>;
let articles: string[] = [];
const section = sectionAddressOfTest;
beforeAll(async () => {
  portal = await startRealPortal();
  const list = await get(section);
  articles = [...new Set(list.text.match(/\/article\/\d+/gu))];
});
afterAll(() => portal.stop());

const get = (target: string, headers = {}) => ask(portal.port, target, { headers });

test('home, sections and articles are whole documents without the framework', async () => {
  expect(articles.length).toBeGreaterThan(10);
  for (const target of ['/', section, '/latest', articles[0]!]) {
    const { status, text } = await get(target);
    expect(status).toBe(200);
    expect(text).toMatch(/^<!DOCTYPE html><html lang="zh-CN"[^]*<\/body><\/html>$/u);
    const scripts = text.match(/<script[^>]*>/gu) ?? [];
    const foreign = scripts.filter((tag) => !/application\/ld\+json|src="\/enhance[\w.-]*\.js"/u.test(tag));
    expect(foreign).toEqual([]);
    expect(text).not.toMatch(/__next|<!--|<template|as="script"|hidden=""><\/div>/u);
  }
});

test("another process's change shows without a restart, and pages that it did not touch keep their tag", async () => {
  const [article = ''] = articles;
  const before = await get('/about');
  await get(article);
  const database = new Database(databaseFileIn(portal.dataDir));
  database.prepare('update articles set headline = ? where id = ?').run('改过的主题', article.split('/')[2]);
  database.exec('update content_state set content_version = content_version + 1');
  database.close();
  // By the promise this takes a second; the test only demands that it happens.
  while (!(await get(article)).text.includes('改过的主题')) await pause(50);
  const after = await get('/about');
  expect(after.headers.etag).toBe(before.headers.etag);
  expect(after.text).toBe(before.text);
});

test.each([
  ['?page=0', 404],
  ['?page=-1', 404],
  ['?page=1e9', 404],
  ['?page=1000000000', 404],
  ['?page=abc', 404],
  ['?page=', 404],
  ['?page=2&page=2', 404],
  ['?page[]=2', 200],
  ['?page=01', 404],
  ['?page=%00', 400],
  ['?page=%ff', 404],
  ['?page=1', 301],
  ['/', 301],
  ['//', 301],
  ['?utm_source=wechat', 200],
])('a section with %s answers %i', async (ending, status) => {
  const answer = await get(section + ending);
  expect(answer.status).toBe(status);
  if (status === 301) expect(answer.headers.location).toBe(section);
});

test.each([
  '/article/0',
  '/article/-1',
  '/article/1e3',
  '/article/01',
  '/article/99999999999999999999',
  '/article/1/x',
  '/article/',
  '/article',
  '/notice/missing',
  '/notice/gone',
  '/notice/gone?article=1',
  '/_next/image?url=%2Ffavicon.ico&w=64&q=75',
  '/_next/data/x/index.json',
  '/__nextjs_original-stack-frame',
  '/%5fnext/image',
  '/page',
  '/index',
  '/index.html',
  '/(site)',
  '/[...sectionPath]',
  '/_not-found',
  '/_error',
  '/404',
  '/500',
])('%s is missing, with a document of ours', async (target) => {
  const { status, text } = await get(target);
  expect(status).toBe(404);
  expect(text).toMatch(/<html lang="zh-CN"[^]*<h1>[^]*<a [^>]*href="\/"/u);
  expect(text).toContain('noindex');
});

test.each(['/%', '/%ff', '/%E0%A4%A', '/..', '/%2e%2e/x', '/a%00', `/${'a'.repeat(8192)}`])(
  '%s is malformed and does not reach Next',
  async (target) => {
    const answer = await askRaw(
      portal.port,
      `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 [^]*<html lang="zh-CN">/u);
  },
);

test('an upper-case or doubled address moves to the one address in one hop', async () => {
  for (const target of [`/ARTICLE/${articles[0]!.split('/')[2]}`, `/${articles[0]!}`, `${articles[0]!}/`]) {
    const { status, headers } = await get(target);
    expect([status, headers.location]).toEqual([301, articles[0]]);
  }
});

test('a request with forged headers to a cold page gets, and leaves behind, the clean page', async () => {
  for (const [index, headers] of poisons.entries()) {
    const target = articles[index % articles.length]!;
    const poisoned = await get(target, headers);
    const clean = await get(target);
    expect([headers, poisoned.status, poisoned.text]).toEqual([headers, 200, clean.text]);
    expect(clean.text).not.toMatch(/evil|1337/u);
    expect(clean.headers['content-type']).toBe('text/html; charset=utf-8');
  }
});

test('the desk area is private whatever Next makes of it', async () => {
  for (const target of ['/desk', '/desk/x', '/preview/x']) {
    const { headers } = await get(target);
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers['content-security-policy']).toMatch(/'nonce-[^']+' 'strict-dynamic'/u);
    expect(headers['x-powered-by']).toBeUndefined();
  }
});

test('every script that Next writes at the desk carries the nonce of the policy', async () => {
  const { headers, text } = await get('/desk/x', { 'User-Agent': 'Mozilla/5.0' });
  const nonce = /'nonce-([^']+)'/u.exec(headers['content-security-policy'] as string)![1]!;
  const scripts = text.match(/<script[^>]*>/gu) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
});

test('a taken port and an unusable setting each end with one sentence and code 1', async () => {
  const taken = runPortal({
    PORT: String(portal.port),
    DATA_DIR: portal.dataDir,
    DEMO: 'off',
  });
  expect(await taken.ended).toBe(1);
  expect(taken.output().trim().split('\n').at(-1)).toBe(
    `端口 ${portal.port} 已被其他程序占用。请关闭那个程序，或换一个端口，例如：PORT=${portal.port + 1} npm start 。`,
  );
  const wrong = runPortal({ PORT: 'abc' });
  expect(await wrong.ended).toBe(1);
  expect(wrong.output()).toBe('PORT 必须是 0 到 65535 之间的整数。\n');
});

test('ending under load fails no request, and the process ends with 0', async () => {
  const { port, process: child, ended, stop } = await startRealPortal();
  const agent = new http.Agent({ keepAlive: true, maxSockets: 40 });
  const failures: string[] = [];
  let answered = 0;
  const worker = async () => {
    for (;;) {
      try {
        const { status } = await ask(port, '/', { agent });
        if (status === 200) answered += 1;
        else failures.push(String(status));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        // Not a request that failed, but one that was never taken: the balancer asks the next instance.
        if (code !== 'ECONNREFUSED') failures.push(String(code));
        return;
      }
    }
  };
  const load = Promise.all(Array.from({ length: 40 }, worker));
  while (answered < 2000) await pause(10);
  child.kill('SIGTERM');
  await load;
  expect(failures).toEqual([]);
  expect(await ended).toBe(0);
  await stop();
});
