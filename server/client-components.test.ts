import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listClientComponents } from '@/server/client-components';

let build = '';
beforeEach(() => {
  build = mkdtempSync(path.join(tmpdir(), 'chengxun-build-'));
});
afterEach(() => rmSync(build, { recursive: true }));

const ofTheFramework = [
  '[project]/node_modules/next/dist/esm/client/components/layout-router.js',
  '[project]/node_modules/next/dist/client/components/builtin/global-error.js',
  '[project]/node_modules/next/dist/esm/lib/framework/boundary-components.js',
  '[project]/node_modules/next/dist/esm/lib/metadata/generate/icon-mark.js',
];

/** As Next writes it beside each page. */
function writeManifest(page: string, modules: string[]): void {
  const clientModules = Object.fromEntries([...ofTheFramework, ...modules].map((name) => [name, { id: 1 }]));
  const file = path.join(build, 'server/app', `${page}_client-reference-manifest.js`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(
    file,
    'globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};\n' +
      `globalThis.__RSC_MANIFEST["/${page}"] = ${JSON.stringify({ moduleLoading: {}, clientModules })};\n\n`,
  );
}

test('pages of nothing but the framework have no client components', () => {
  writeManifest('(site)/page', []);
  writeManifest('(site)/article/[articleId]/page', []);
  expect(listClientComponents(build)).toEqual([]);
});

test('a client component is named with the route on which it stands, ours as well as a library’s', () => {
  writeManifest('(site)/page', ['[project]/components/navigation/menu.tsx']);
  writeManifest('(site)/article/[articleId]/page', [
    '[project]/node_modules/next/dist/client/app-dir/link.js',
    '[project]/node_modules/some-library/index.js',
  ]);
  expect(listClientComponents(build)).toEqual([
    { route: '/article/[articleId]', module: 'node_modules/next/dist/client/app-dir/link.js' },
    { route: '/article/[articleId]', module: 'node_modules/some-library/index.js' },
    { route: '/', module: 'components/navigation/menu.tsx' },
  ]);
});

test('the desk may have client components', () => {
  writeManifest('(site)/page', []);
  writeManifest('(desk)/desk/page', ['[project]/components/desk/editor.tsx']);
  expect(listClientComponents(build)).toEqual([]);
});

test('a build in which no manifest is found, or one of another form, proves nothing and is an error', () => {
  expect(() => listClientComponents(build)).toThrow('no pages');
  writeManifest('(site)/page', []);
  const file = path.join(build, 'server/app/(site)/page_client-reference-manifest.js');
  writeFileSync(file, 'export default {}');
  expect(() => listClientComponents(build)).toThrow('another form');
});
