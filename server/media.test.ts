import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { originalFile, pictureAddress, pictureFile } from '@/lib/picture';
import { type FakePortal, startFakePortal } from '@/server/testing/fake-portal';
import { ask } from '@/server/testing/http-client';

const contentHash = `ef${'0'.repeat(62)}`;

let portal: FakePortal;
beforeEach(async () => {
  portal = await startFakePortal();
});
afterEach(() => portal.close());

function put(name: string): void {
  const file = path.join(portal.folder, 'media', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '<script>alert(1)</script>');
}

test.each([
  ['avif', 'image/avif'],
  ['webp', 'image/webp'],
  ['jpg', 'image/jpeg'],
] as const)('whatever a .%s holds is sent as %s, for good, and runs nothing', async (format, type) => {
  put(pictureFile(contentHash, 400, format));
  const { status, headers } = await ask(portal.port, pictureAddress(contentHash, 400, format));
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': type,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
});

test.each(['jpeg', 'png', 'webp', 'gif'] as const)('an original %s is never sent', async (format) => {
  const name = originalFile(contentHash, format);
  put(name);
  for (const target of [`/media/${name}`, `/media/originals%2F${name.slice(10)}`, `/${name}`]) {
    expect((await ask(portal.port, target)).status).toBeGreaterThanOrEqual(400);
  }
});
