import { type ArticleContent, articleContentSchema } from '@/lib/article-content';

/**
 * What was typed and not yet acknowledged, kept on this computer: it survives a closed tab, a crash and
 * hours without a connection. One copy for each tab, so that two tabs never write over each other's.
 */
export type LocalCopy = {
  articleId: number;
  tab: string;
  baseVersion: number;
  /** The text of that version, to lay changes beside it later. */
  base: ArticleContent;
  content: ArticleContent;
  /** Milliseconds since 1970. */
  at: number;
};

export type CopyStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = (editorId: number, articleId: number) => `chengxun:draft:${editorId}:${articleId}:`;

/** Answers whether it could be kept: a browser may have no room or forbid it. */
export function keepLocalCopy(store: CopyStore, editorId: number, copy: LocalCopy): boolean {
  try {
    store.setItem(prefix(editorId, copy.articleId) + copy.tab, JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

export function dropLocalCopy(store: CopyStore, editorId: number, articleId: number, tab: string): void {
  try {
    store.removeItem(prefix(editorId, articleId) + tab);
  } catch {
    // Where nothing can be kept, nothing is there to be dropped.
  }
}

/** The copies of an article that other tabs of this person left behind, newest first. */
export function listLocalCopies(store: CopyStore, editorId: number, articleId: number): LocalCopy[] {
  const copies: LocalCopy[] = [];
  for (let index = 0; index < store.length; index += 1) {
    const name = store.key(index);
    if (name?.startsWith(prefix(editorId, articleId)) !== true) continue;
    const copy = readCopy(store.getItem(name));
    if (copy !== undefined) copies.push(copy);
  }
  return copies.toSorted((one, other) => other.at - one.at);
}

/** Undefined for what an older release wrote in another form. */
function readCopy(stored: string | null): LocalCopy | undefined {
  try {
    const copy = JSON.parse(stored ?? '') as LocalCopy;
    const isWhole =
      articleContentSchema.safeParse(copy.content).success &&
      articleContentSchema.safeParse(copy.base).success;
    return isWhole && Number.isSafeInteger(copy.baseVersion) ? copy : undefined;
  } catch {
    return undefined;
  }
}
