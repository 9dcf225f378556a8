/** What a request asks for, in one spelling. */
export type RequestTarget = {
  /** Decoded, begins with a slash. */
  path: string;
  /** The path as it was sent. */
  sentPath: string;
  query: URLSearchParams;
};

/** Longer than any address of ours; link trackers add some hundred characters to the query. */
const longestPath = 2048;
const longestTarget = 4096;

/**
 * The target of a request, or undefined for one that no client of good faith sends: escapes that decode to
 * nothing, control characters, backslashes, dot segments, absurd length. Decided here because Next
 * answers some of these with 500 before any code of ours runs.
 */
export function parseRequestTarget(target: string): RequestTarget | undefined {
  // Visible ASCII only; a fragment belongs to the browser and a backslash is a slash to some programs.
  if (target.length > longestTarget || !/^\/[!"$-[\]-~]*$/u.test(target)) return undefined;
  const queryStart = target.indexOf('?');
  const sentPath = queryStart === -1 ? target : target.slice(0, queryStart);
  const search = queryStart === -1 ? '' : target.slice(queryStart + 1);
  if (sentPath.length > longestPath || search.includes('%00')) return undefined;
  const path = decode(sentPath);
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is refused here
  if (path === undefined || /[\u0000-\u001f\u007f-\u009f\\]/u.test(path)) return undefined;
  if (path.split('/').some((segment) => segment === '.' || segment === '..')) return undefined;
  return { path, sentPath, query: new URLSearchParams(search) };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** The one spelling in which a decoded path is written into addresses and headers. */
export function encodePath(path: string): string {
  return encodeURI(path).replaceAll(/[?#]/gu, encodeURIComponent);
}

/**
 * A proxy may send the whole address (RFC 9112 §3.2.2); then its host counts and not the Host header. The
 * common form is returned as it is.
 */
export function splitAbsoluteForm(target: string): { host: string | undefined; target: string } {
  const absolute = /^https?:\/\/([^/?#]*)(.*)$/iu.exec(target);
  if (absolute === null) return { host: undefined, target };
  const [, host = '', rest = ''] = absolute;
  return { host, target: rest.startsWith('/') ? rest : `/${rest}` };
}
