import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assetEffort } from '@/server/content-coding';
import { createRepresentation, type Representation } from '@/server/representation';
import type { ResponseHeaders } from '@/server/response-headers';
import { createSingleFlight } from '@/server/single-flight';

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.xsl': 'text/xsl; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.woff2': 'font/woff2',
};

/** Browsers take speculation rules under their own type only. */
const contentTypesByName: Record<string, string> = {
  'speculation-rules.json': 'application/speculationrules+json; charset=utf-8',
};

export type Assets = ReturnType<typeof createAssets>;

type AssetFile = { file: string; contentType: string; kind: 'hashedAsset' | 'publicFile' };

/**
 * The files of the build and of public/. Their names are listed once at start and a request is looked up in
 * the list, so no request names a path on disk. Each is read and compressed when it is first wanted and
 * then kept; the build bounds how many there are.
 */
export function createAssets(folders: { build: string; public: string }, headers: ResponseHeaders) {
  const files = new Map<string, AssetFile>([
    ...listFiles(path.join(folders.build, 'static'), '/_next/static', 'hashedAsset'),
    ...listFiles(folders.public, '', 'publicFile'),
  ]);
  const ready = new Map<string, Representation>();
  const share = createSingleFlight<Representation>();

  async function load(name: string, { file, contentType, kind }: AssetFile): Promise<Representation> {
    const representation = await createRepresentation({
      status: 200,
      body: readFileSync(file),
      contentType,
      headers: ['Content-Type', contentType, ...headers[kind]],
      effort: assetEffort,
    });
    ready.set(name, representation);
    return representation;
  }

  return {
    findReady: (name: string): Representation | undefined => ready.get(name),
    async find(name: string): Promise<Representation | undefined> {
      const file = files.get(name);
      if (file === undefined) return undefined;
      return ready.get(name) ?? share(name, () => load(name, file));
    },
  };
}

function listFiles(folder: string, address: string, kind: AssetFile['kind']): [string, AssetFile][] {
  return namesIn(folder).flatMap((name) => {
    const base = path.basename(name);
    const contentType = contentTypesByName[base] ?? contentTypes[path.extname(base)];
    // Source maps and whatever else has no type here are not for readers.
    if (contentType === undefined || base.startsWith('.')) return [];
    const file = path.join(folder, name);
    return [[`${address}/${name.split(path.sep).join('/')}`, { file, contentType, kind }]];
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  } catch (error) {
    // A portal without files of its own in public/ is complete.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
