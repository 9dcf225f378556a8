import type { Query } from '@/db/client';
import { enqueue, type OutboxEntry } from '@/features/outbox/enqueue';
import { activePushSettings } from '@/features/push/push-settings';
import { articleAddress } from '@/lib/addresses';
import { formatWithOffset } from '@/lib/dates';
import { readEnv } from '@/lib/env';

export type ChangeEvent = 'published' | 'updated' | 'unpublished' | 'withdrawn';

export type NotedChange = {
  event: ChangeEvent;
  articleId: number;
  /** What readers see, or saw last; of what is gone the world is told the address alone. */
  headline: string;
  sectionId: number;
};

/** The feeds that every article stands in. */
const feedPaths = ['/feed.xml', '/atom.xml', '/feed.json'];

/**
 * Writes down who outside is to be told that what readers see has changed: search engines, a WebSub hub, the
 * newsroom's own receivers; in the transaction of the change. Nothing is ever told of what was never public,
 * because only verbs that change what readers see call this.
 */
export async function noteChange(q: Query, change: NotedChange, now: Date): Promise<void> {
  const settings = await activePushSettings();
  if (settings === undefined) return;
  const { siteUrl } = readEnv();
  const address = siteUrl + articleAddress(change.articleId);
  const isGone = change.event === 'unpublished' || change.event === 'withdrawn';
  const entries: OutboxEntry[] = [];
  if (settings.indexNowKey !== '') {
    entries.push({
      kind: 'indexNow',
      subject: address,
      payload: { address },
      dedupeKey: `indexNow ${address}`,
    });
  }
  if (settings.baiduToken !== '') {
    const action = isGone ? 'del' : change.event === 'updated' ? 'update' : 'urls';
    entries.push({
      kind: 'baidu',
      subject: address,
      payload: { address, action },
      dedupeKey: `baidu ${action} ${address}`,
    });
  }
  if (settings.webSubHub !== '') {
    for (const path of feedPaths) {
      const feed = siteUrl + path;
      entries.push({ kind: 'webSub', subject: feed, payload: { feed }, dedupeKey: `webSub ${feed}` });
    }
  }
  for (const { name } of settings.webhooks) {
    entries.push({
      kind: 'webhook',
      subject: `${name}：${address}`,
      payload: {
        name,
        body: {
          event: `article.${change.event}`,
          at: formatWithOffset(now),
          article: { id: change.articleId, address, ...(!isGone && { headline: change.headline }) },
        },
      },
    });
  }
  await enqueue(q, entries, now);
}
