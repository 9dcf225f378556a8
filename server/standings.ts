import { LRUCache } from 'lru-cache';
import type { AddressStanding, ReaderRoute } from '@/features/addresses/resolve-address';
import { encodePath, parseRequestTarget, type RequestTarget } from '@/server/request-target';
import { createSingleFlight } from '@/server/single-flight';

/** What is answered at an address, settled before anything is rendered. */
export type Settled =
  | { kind: 'page'; status: 200 | 404 | 410; key: string; route: ReaderRoute }
  | { kind: 'moved'; location: string }
  | { kind: 'closed'; seconds: number; message: string }
  | { kind: 'malformed' };

type Remembered = { settled: Settled; version: number; validUntil: number };

type Parts = {
  resolveAddress: (path: string, query: URLSearchParams) => Promise<AddressStanding>;
  siteUrl: string;
  /** Told what no longer stands at an address that is gone or missing. */
  onNotLive: (key: string) => void;
  now?: () => number;
};

/** Of standings, by the length of the targets that asked for them: what strangers ask for has no bound. */
const rememberedBytes = 8 * 1024 * 1024;

export type Standings = ReturnType<typeof createStandings>;

/**
 * Asks features/addresses once per content version and target. Keyed by the target as it was sent, so that
 * a known one is answered without looking into it.
 */
export function createStandings({ resolveAddress, siteUrl, onNotLive, now = Date.now }: Parts) {
  const remembered = new LRUCache<string, Remembered>({
    maxSize: rememberedBytes,
    sizeCalculation: (_, target) => 512 + target.length * 2,
  });
  const share = createSingleFlight<Settled>();

  function find(target: string, version: number): Settled | undefined {
    const found = remembered.get(target);
    return found !== undefined && found.version === version && now() < found.validUntil
      ? found.settled
      : undefined;
  }

  async function settle(target: string, version: number): Promise<Settled> {
    return find(target, version) ?? share(`${version} ${target}`, () => ask(target, version));
  }

  async function ask(target: string, version: number): Promise<Settled> {
    const parsed = parseRequestTarget(target);
    if (parsed === undefined) return { kind: 'malformed' };
    const standing = await resolveAddress(parsed.path, parsed.query);
    const settled = settledBy(standing, parsed);
    // An unknown address seldom comes twice; remembering them would let a scanner push out the known.
    if (standing.kind === 'missing') return settled;
    const validUntil =
      standing.kind === 'moved' || standing.kind === 'closed'
        ? Infinity
        : (standing.route.validUntil?.getTime() ?? Infinity);
    remembered.set(target, { settled, version, validUntil });
    return settled;
  }

  function settledBy(standing: AddressStanding, { path, sentPath, query }: RequestTarget): Settled {
    if (standing.kind === 'closed') return standing;
    if (standing.kind === 'moved') return { kind: 'moved', location: locationOf(standing.to) };
    const { route } = standing;
    if (standing.kind !== 'live') {
      // With a query it may be the parameter that is impossible (?page=99999), and the page itself is live.
      if (standing.kind === 'gone' || query.size === 0) onNotLive(pageKey(200, { path, query: '' }));
      return pageOf(standing.kind === 'gone' ? 410 : 404, route);
    }
    // Another spelling of the same path (%61rticle for article) would be a second address of the page.
    return encodePath(path) === sentPath
      ? pageOf(200, route)
      : { kind: 'moved', location: locationOf(withQuery(encodePath(path), route.query)) };
  }

  /** Relative on this site, so that it cannot name a foreign host; absolute only where a redirect says so. */
  function locationOf(to: string): string {
    const url = new URL(to, siteUrl);
    const isOfThisSite = url.origin === siteUrl;
    if (!isOfThisSite && !/^https?:\/\//u.test(to)) throw new Error(`A redirect leads nowhere: ${to}`);
    return isOfThisSite ? url.pathname + url.search + url.hash : url.href;
  }

  return { find, settle };
}

function pageOf(status: 200 | 404 | 410, route: ReaderRoute): Settled {
  return { kind: 'page', status, key: pageKey(status, route), route };
}

function pageKey(status: number, { path, query }: Pick<ReaderRoute, 'path' | 'query'>): string {
  return `${status} ${withQuery(path, query)}`;
}

function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}
