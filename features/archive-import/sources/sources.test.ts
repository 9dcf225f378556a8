import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSource } from '@/features/archive-import/sources/open-source';
import type { Source } from '@/features/archive-import/sources/source';
import {
  buildTar,
  buildZip,
  tarNamed,
  type ZipFile,
} from '@/features/archive-import/sources/testing/build-archives';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chengxun-sources-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const target = path.join(folder, name);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
  return target;
}

type Seen = { path: string; text?: string; reason?: string; parts?: string[] };

/** Everything a source gives, each file read as an import reads it. */
async function everything(source: Source): Promise<Seen[]> {
  const seen: Seen[] = [];
  for await (const entry of source.entries()) {
    if (entry.kind === 'skipped') seen.push({ path: entry.path, reason: entry.reason });
    else if (entry.kind === 'archive') seen.push({ path: entry.path, reason: 'archive' });
    else {
      const read = await entry.read().then(
        (content) => ({ text: content.toString() }),
        (error: Error) => ({ reason: error.message }),
      );
      seen.push({ path: entry.path, ...read, ...(entry.parts.length > 0 && { parts: entry.parts }) });
    }
  }
  await source.close();
  return seen.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

const open = (target: string) => openSource(target, 'source');
const zip = (...files: ZipFile[]) => open(file('a.zip', buildZip(files)));

/** 要闻/桥.html as Chinese Windows writes it. */
const gbkName = Buffer.from([0xd2, 0xaa, 0xce, 0xc5, 0x2f, 0xc7, 0xc5, 0x2e, 0x68, 0x74, 0x6d, 0x6c]);

test('a folder gives its pages in the order of their names, with everything below it', async () => {
  file('in/b.html', 'B');
  file('in/a/c.txt', 'C');
  file('in/a/style.css', '');
  file('in/a/p.jpg', 'picture');
  file('in/.git/x.html', 'hidden');
  file('in/报告.docx', '');
  expect(await everything(await open(path.join(folder, 'in')))).toEqual([
    { path: 'a/c.txt', text: 'C' },
    { path: 'b.html', text: 'B' },
    { path: '报告.docx', reason: '这种文件不能导入。请另存为网页（.html）或文本（.txt）' },
  ]);
});

test('links and pipes in a folder are told and never followed', async () => {
  file('outside/secret.html', 'secret');
  file('in/a.html', 'A');
  symlinkSync(path.join(folder, 'outside/secret.html'), path.join(folder, 'in/link.html'));
  symlinkSync(path.join(folder, 'outside'), path.join(folder, 'in/linked'));
  execFileSync('mkfifo', [path.join(folder, 'in/pipe.html')]);
  const source = await open(path.join(folder, 'in'));
  expect(await source.find('linked/secret.html', 1000)).toBeUndefined();
  expect(await source.find('../outside/secret.html', 1000)).toBeUndefined();
  expect((await source.find('a.html', 1000))?.toString()).toBe('A');
  expect(await source.find('a.html', 0)).toBeUndefined();
  const reason = '不是普通文件（链接或设备），没有读取';
  expect(await everything(source)).toEqual([
    { path: 'a.html', text: 'A' },
    { path: 'link.html', reason },
    { path: 'linked', reason },
    { path: 'pipe.html', reason },
  ]);
});

test('further parts come with their first page; a number without a first page is a page', async () => {
  for (const name of [
    't1.html',
    't1_2.html',
    't1_3.html',
    't1_5.html',
    '2018_2.html',
    'n-1.shtml',
    'n-2.shtml',
  ])
    file(`in/${name}`, name);
  const seen = await everything(await open(path.join(folder, 'in')));
  expect(seen.map(({ path: name, parts }) => [name, parts])).toEqual([
    ['2018_2.html', undefined],
    ['n-1.shtml', ['n-2.shtml']],
    ['t1.html', ['t1_2.html', 't1_3.html']],
    ['t1_5.html', undefined],
  ]);
});

test.for(['zip', 'tar', 'tgz'] as const)(
  'a %s gives pages, parts and pictures like a folder',
  async (kind) => {
    const files = ['a/t1.html', 'a/t1_2.html', 'a/p.jpg', '__MACOSX/a/._t1.html'].map((name) => ({
      name,
      content: name,
    }));
    const bytes = kind === 'zip' ? buildZip(files) : await buildTar(files);
    const source = await open(file(`x.${kind}`, kind === 'tgz' ? gzipSync(bytes) : bytes));
    expect((await source.find('a/p.jpg', 1000))?.toString()).toBe('a/p.jpg');
    expect((await source.find('a/./t1_2.html', 1000))?.toString()).toBe('a/t1_2.html');
    expect(await source.find('a/none.jpg', 1000)).toBeUndefined();
    expect(await source.find('../a/p.jpg', 1000)).toBeUndefined();
    expect(await everything(source)).toEqual([
      { path: 'a/t1.html', text: 'a/t1.html', parts: ['a/t1_2.html'] },
    ]);
  },
);

test('names of Chinese Windows are read in archives of both kinds', async () => {
  expect(await everything(await zip({ name: gbkName, content: 'x' }))).toEqual([
    { path: '要闻/桥.html', text: 'x' },
  ]);
  const tar = await tarNamed(gbkName, 'x');
  expect(await everything(await open(file('g.tar', tar)))).toEqual([{ path: '要闻/桥.html', text: 'x' }]);
  const long = `${'要闻'.repeat(60)}/桥.html`;
  expect(await everything(await open(file('p.tar', await buildTar([{ name: long, content: 'x' }]))))).toEqual(
    [{ path: long, text: 'x' }],
  );
});

test.for([
  '../evil.html',
  '/etc/evil.html',
  'a/../../evil.html',
  String.raw`..\evil.html`,
  'C:/evil.html',
  'a\u0000.html',
])('a path that leads outside is refused in zip and tar: %j', async (name) => {
  const outside = [{ path: name.replaceAll('\u0000', '?'), reason: '路径指向压缩包之外，没有读取' }];
  const good = { path: 'good.html', text: 'good' };
  const files = [
    { name, content: 'evil' },
    { name: 'good.html', content: 'good' },
  ];
  expect(await everything(await zip(...files))).toEqual(
    [...outside, good].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  );
  if (name.includes('\u0000')) return;
  const seen = await everything(await open(file('a.tar', await buildTar(files))));
  expect(seen.filter(({ reason }) => reason !== undefined)).toEqual(outside);
  expect(seen).toContainEqual(good);
});

test('links and devices in archives are told', async () => {
  const reason = '不是普通文件（链接），没有读取';
  expect(await everything(await zip({ name: 'l.html', content: '/etc/passwd', mode: 0o120777 }))).toEqual([
    { path: 'l.html', reason },
  ]);
  const tar = await buildTar([
    { name: 'l.html', type: 'symlink', linkname: '/etc/passwd' },
    { name: 'p.html', type: 'fifo' },
    { name: 'z.html', content: 'Z' },
  ]);
  expect(
    (await everything(await open(file('l.tar', tar)))).map(({ path: name, reason: why, text }) => [
      name,
      why ?? text,
    ]),
  ).toEqual([
    ['l.html', '不是普通文件（链接或设备），没有读取'],
    ['p.html', '不是普通文件（链接或设备），没有读取'],
    ['z.html', 'Z'],
  ]);
});

test.for([
  ['too large by its header', { content: 'x'.repeat(6_000_000) }, /超过 5 MB/u],
  ['a bomb that announces little', { content: 'x'.repeat(6_000_000), announced: { size: 100 } }, /已损坏/u],
  ['shorter than announced', { content: 'abc', announced: { size: 1000 } }, /已损坏/u],
  ['another sum', { content: 'abc', announced: { crc: 1 } }, /已损坏/u],
  ['with a password', { content: 'abc', announced: { flags: 1 } }, /加了密码/u],
] as const)('a file in a zip that is %s is refused, the next one is read', async ([, bad, reason]) => {
  const seen = await everything(await zip({ name: 'a.html', ...bad }, { name: 'b.html', content: 'B' }));
  expect(seen).toEqual([
    { path: 'a.html', reason: expect.stringMatching(reason) as string },
    { path: 'b.html', text: 'B' },
  ]);
});

test('a zip whose files lie over each other is not opened', async () => {
  const bytes = buildZip([{ name: 'a.html', content: 'x'.repeat(1000), isStored: true }]);
  const directory = bytes.indexOf('PK\u0001\u0002', 'latin1');
  const [data, entry, end] = [
    bytes.subarray(0, directory),
    bytes.subarray(directory, -22),
    bytes.subarray(-22),
  ];
  const forged = Buffer.concat([data, ...Array.from({ length: 50 }, () => entry), end]);
  forged.writeUInt16LE(50, forged.length - 14);
  forged.writeUInt16LE(50, forged.length - 12);
  forged.writeUInt32LE(entry.length * 50, forged.length - 10);
  await expect(open(file('o.zip', forged))).rejects.toThrow('互相重叠');
});

test('of a damaged archive comes what is whole, and that it is damaged', async () => {
  const files = Array.from({ length: 20 }, (_, index) => ({
    name: `${index + 10}.html`,
    content: `${index} `.repeat(400),
  }));
  const tar = await buildTar(files);
  const cut = await everything(await open(file('c.tar', tar.subarray(0, tar.length / 2))));
  expect(cut.filter(({ text }) => text !== undefined).length).toBeGreaterThan(5);
  expect(cut.at(0)).toMatchObject({ path: '', reason: expect.stringContaining('已损坏') as string });
  const packed = gzipSync(tar);
  const cutGzip = await everything(await open(file('c.tgz', packed.subarray(0, packed.length - 40))));
  expect(cutGzip.some(({ reason }) => reason?.includes('已损坏'))).toBe(true);
  const zipped = buildZip(files);
  await expect(open(file('c.zip', zipped.subarray(0, zipped.length - 30)))).rejects.toThrow('已损坏');
});

test.for([
  ['none.zip', undefined, '找不到'],
  ['r.rar', Buffer.from('Rar!\u001A\u0007'), '打不开'],
  ['7.7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf]), '打不开'],
] as const)('%s is refused with what to do', async ([name, content, reason]) => {
  if (content !== undefined) file(name, content);
  await expect(open(path.join(folder, name))).rejects.toThrow(reason);
});

test('an archive in a folder is a source of its own, one in an archive is told', async () => {
  const inner = buildZip([{ name: 'a.html', content: 'A' }]);
  file('in/2018.zip', inner);
  expect(await everything(await open(path.join(folder, 'in')))).toEqual([
    { path: '2018.zip', reason: 'archive' },
  ]);
  const seen = await everything(await zip({ name: '2018.zip', content: inner }));
  expect(seen).toEqual([
    { path: '2018.zip', reason: '压缩包里的压缩包不会打开。请先解压，再导入里面的文件' },
  ]);
});
