import { pruneRevisions } from '@/features/versions/prune-revisions';
import type { Log } from '@/server/log';

const day = 86_400_000;

/** Forgets outdated versions a minute after the start and once a day, beside readers. Answers what ends it. */
export function pruneDaily(log: Log): () => void {
  const prune = () =>
    void pruneRevisions().then(
      (forgotten) => forgotten > 0 && log.info({ forgotten }, 'outdated versions were forgotten'),
      (error: unknown) => log.error({ err: error }, 'outdated versions could not be forgotten'),
    );
  const first = setTimeout(prune, 60_000);
  const daily = setInterval(prune, day);
  first.unref();
  daily.unref();
  return () => {
    clearTimeout(first);
    clearInterval(daily);
  };
}
