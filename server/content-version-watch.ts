import type { Log } from '@/server/log';

/** How late a change written by another process may be noticed. */
const longestIgnorance = 1000;

type Source = {
  read: () => Promise<number>;
  /** Grows with every transaction that this process commits, so that its own changes show at once. */
  commitCount: () => number;
  log: Log;
  /** Milliseconds that only ever grow: the wall clock may be set back. */
  elapsed?: () => number;
};

export type ContentVersionWatch = {
  /** The version as far as it may be relied on without asking the database again. */
  known: () => number | undefined;
  current: () => Promise<number>;
};

/**
 * Tells the content version without asking the database for each request and without a timer: it asks again
 * when something was committed here or when the last answer is a second old.
 */
export function watchContentVersion(source: Source): ContentVersionWatch {
  const { read, commitCount, log, elapsed = () => performance.now() } = source;
  let latest: { version: number; askedAt: number; commits: number } | undefined;
  let asking: { commits: number; answer: Promise<number> } | undefined;

  function known(): number | undefined {
    const isFresh =
      latest !== undefined &&
      latest.commits === commitCount() &&
      elapsed() - latest.askedAt < longestIgnorance;
    return isFresh ? latest!.version : undefined;
  }

  async function ask(): Promise<number> {
    // Noted before the question: what is committed while it is under way makes the answer old.
    const asked = { askedAt: elapsed(), commits: commitCount() };
    try {
      const version = await read();
      const isOvertaken = latest !== undefined && latest.askedAt > asked.askedAt;
      if (!isOvertaken) latest = { version, ...asked };
      return version;
    } catch (error) {
      // Kept pages go on being served while the database is away; without any answer yet there are none.
      if (latest === undefined) throw error;
      log.error({ err: error }, 'content version could not be read');
      latest = { version: latest.version, ...asked };
      return latest.version;
    }
  }

  return {
    known,
    async current() {
      const version = known();
      if (version !== undefined) return version;
      const commits = commitCount();
      // An answer that was asked for before the newest commit would be the old version.
      if (asking?.commits === commits) return asking.answer;
      const answer = ask().finally(() => {
        if (asking?.answer === answer) asking = undefined;
      });
      asking = { commits, answer };
      return answer;
    },
  };
}
