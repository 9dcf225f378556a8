import { LRUCache } from 'lru-cache';
import type { Log } from '@/server/log';
import type { Representation } from '@/server/representation';
import { createSingleFlight } from '@/server/single-flight';

export type FinishedPage = {
  representation: Representation;
  /** Milliseconds since 1970; from then on the page reads differently although nobody wrote anything. */
  validUntil: number;
};

type KeptPage = FinishedPage & { version: number };

export type PageCache = ReturnType<typeof createPageCache>;

/**
 * After a failure the same page is not tried again for this long: a page that always fails would otherwise
 * be rendered without pause for as long as somebody asks for it.
 */
const pauseAfterFailure = 1000;

/**
 * Finished pages, bounded by bytes. A page is valid while the content version is the one under which it was
 * rendered; older copies stay only as what is served when a render fails. Keys say what Next was asked for
 * and the status, so that an address that changes its standing never meets its former copy.
 */
export function createPageCache(options: { maxBytes: number; log: Log; now?: () => number }) {
  const { maxBytes, log, now = Date.now } = options;
  const pages = new LRUCache<string, KeptPage>({
    maxSize: maxBytes,
    sizeCalculation: ({ representation }, key) => representation.byteCount + key.length * 2,
  });
  const failures = new LRUCache<string, { at: number; error: unknown }>({ max: 1000 });
  const share = createSingleFlight<KeptPage>();
  const counts = { renders: 0, failures: 0, lastGoodCopies: 0 };

  function find(key: string, version: number): Representation | undefined {
    const kept = pages.get(key);
    return kept !== undefined && kept.version === version && now() < kept.validUntil
      ? kept.representation
      : undefined;
  }

  /** The valid page, rendered now if need be. A failed render yields the last good copy, or throws without one. */
  async function get(
    key: string,
    version: number,
    render: () => Promise<FinishedPage>,
  ): Promise<Representation> {
    const found = find(key, version);
    if (found !== undefined) return found;
    // A render that began under an older version may not show what a later request has to see.
    const attempt = `${version} ${key}`;
    const failed = failures.get(attempt);
    if (failed !== undefined && now() - failed.at < pauseAfterFailure) return lastGoodCopy(key, failed.error);
    try {
      const { representation } = await share(attempt, () => renderAndKeep(key, version, render));
      return representation;
    } catch (error) {
      return lastGoodCopy(key, error);
    }
  }

  async function renderAndKeep(
    key: string,
    version: number,
    render: () => Promise<FinishedPage>,
  ): Promise<KeptPage> {
    counts.renders += 1;
    try {
      const page = { ...(await render()), version };
      // A slow render under an old version must not push out what was rendered since.
      const newer = pages.peek(key);
      if (newer === undefined || newer.version <= version) pages.set(key, page);
      return page;
    } catch (error) {
      counts.failures += 1;
      failures.set(`${version} ${key}`, { at: now(), error });
      log.error({ err: error, page: key, failures: counts.failures }, 'page could not be rendered');
      throw error;
    }
  }

  function lastGoodCopy(key: string, error: unknown): Representation {
    const kept = pages.get(key);
    if (kept === undefined) throw error;
    counts.lastGoodCopies += 1;
    return kept.representation;
  }

  return {
    find,
    get,
    /** Forgets a page for good, as a copy of last resort too: for what was taken off the site. */
    forget(key: string): void {
      pages.delete(key);
    },
    counts,
    byteCount: () => pages.calculatedSize,
  };
}
