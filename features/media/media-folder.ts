import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readEnv } from '@/lib/env';

/** Where the media files of this newsroom lie. */
export function mediaFolder(): string {
  return path.join(readEnv().dataDir, 'media');
}

/**
 * Puts a file under its final name in one step: whoever sees the name sees the whole file. Files are named
 * by their content, so a name that exists needs no second writing.
 */
export async function putMediaFile(name: string, content: Buffer): Promise<void> {
  const target = path.join(mediaFolder(), name);
  if (existsSync(target)) return;
  await mkdir(path.dirname(target), { recursive: true });
  const unfinished = `${target}.${process.pid}.unfinished`;
  await writeFile(unfinished, content);
  await rename(unfinished, target);
}
