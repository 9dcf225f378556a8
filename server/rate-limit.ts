import { LRUCache } from 'lru-cache';

const window = 60_000;

/**
 * Counts requests of each address within a minute, in memory: a restart forgives, and of many addresses the
 * quietest are forgotten first. `take` answers the seconds to wait, 0 for a request that may pass.
 */
export function createRateLimit({ now = Date.now }: { now?: () => number } = {}) {
  const counts = new LRUCache<string, { since: number; requests: number }>({ max: 20_000 });
  return {
    take(address: string, limit: number): number {
      const known = counts.get(address);
      const current =
        known !== undefined && now() - known.since < window ? known : { since: now(), requests: 0 };
      current.requests += 1;
      counts.set(address, current);
      return current.requests <= limit ? 0 : Math.max(1, Math.ceil((current.since + window - now()) / 1000));
    },
  };
}
