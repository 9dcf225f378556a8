import { execFileSync } from 'node:child_process';

/** Imports a file with the command line, as a newsroom would; returns the path of the article's address. */
export function importFile(file: string): string {
  const output = execFileSync(process.execPath, ['--import', 'tsx', 'cli/chengxun.ts', 'import', file], {
    encoding: 'utf8',
  });
  const address = /https?:\/\/[^/\s]+(\/article\/\d+)/u.exec(output)?.[1];
  if (address === undefined) throw new Error(`The import printed no address: ${output}`);
  return address;
}
