import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * A fingerprint of files and folders by their contents: equal stamps mean that nothing has to be done
 * again. Test files do not count.
 */
export function stampOf(root, names, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const name of names.flatMap((one) => filesBelow(path.join(root, one)))) {
    hash.update(path.relative(root, name)).update('\0').update(readFileSync(name)).update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(name) {
  const found = statSync(name, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return /\.test\.tsx?$/u.test(name) ? [] : [name];
  return readdirSync(name)
    .toSorted()
    .flatMap((inner) => filesBelow(path.join(name, inner)));
}

/** The stamp kept in a file by an earlier run, if there was one. */
export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
