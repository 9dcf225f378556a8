import path from 'node:path';

/**
 * A path as it stands in a source: without ./ and inner ../, undefined when it leads outside or is no path at
 * all (absolute, with a drive letter, a backslash, a control character).
 */
export function insidePath(written: string): string | undefined {
  if (written === '' || /[\\\p{Cc}]/u.test(written) || /^[a-z]:/iu.test(written)) return undefined;
  if (written.startsWith('/')) return undefined;
  const whole = path.posix.normalize(written);
  return whole === '..' || whole.startsWith('../') || whole === '.' ? undefined : whole;
}
