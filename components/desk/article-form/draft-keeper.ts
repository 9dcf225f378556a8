import type { SaveConflict, SaveOutcome } from '@/features/articles/save-article';
import type { ArticleContent } from '@/lib/article-content';
import type { Problem } from '@/lib/problems';

/** What the form says about the text: where it is safe. */
export type SaveState =
  | { kind: 'saved'; at: Date | undefined }
  | { kind: 'dirty' }
  | { kind: 'saving' }
  /** No connection, or the server did not answer; it is tried again by itself. */
  | { kind: 'offline' }
  | { kind: 'signedOut' }
  /** Something in the text cannot be stored; the next change tries again. */
  | { kind: 'refused'; problems: Problem[] }
  | { kind: 'conflict'; conflict: SaveConflict; base: ArticleContent }
  | { kind: 'takenOver' };

export type SaveAnswer = SaveOutcome | { ok: false; problems: Problem[]; isSignedOut: true };

type SaveRequest = { baseVersion: number; kind: 'autosave' | 'save'; content: ArticleContent };

type Parts = {
  version: number;
  content: ArticleContent;
  /** Sends a save; rejects when there was no answer. */
  send: (request: SaveRequest) => Promise<SaveAnswer>;
  /** Keeps the text on this computer until it is acknowledged. */
  keepCopy: (copy: { baseVersion: number; base: ArticleContent; content: ArticleContent }) => void;
  dropCopy: () => void;
  now?: () => number;
};

/** Milliseconds after the last key; with the way to the server this stays below two seconds. */
const rest = 1000;
/** Whoever types without a pause is saved this often. */
const longestWait = 4000;
const retryPauses = [1000, 2000, 4000, 8000];

/**
 * Keeps the text of one open article safe: on this computer at once, on the server within two seconds, one
 * save at a time, each with the version it started from. It decides nothing about two texts; it stops and
 * says so.
 */
export class DraftKeeper {
  content: ArticleContent;
  version: number;
  state: SaveState = { kind: 'saved', at: undefined };
  /** What the server acknowledged under `version`. */
  #acknowledged: ArticleContent;
  #sent: ArticleContent | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dirtySince: number | undefined;
  #inFlight: Promise<void> | undefined;
  #failures = 0;
  readonly #parts: Parts;
  readonly #listeners = new Set<() => void>();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.content = parts.content;
    this.#acknowledged = parts.content;
    this.version = parts.version;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getState = (): SaveState => this.state;

  get isSafe(): boolean {
    return this.content === this.#acknowledged && this.#inFlight === undefined;
  }

  /** The text that `version` stands for. */
  get base(): ArticleContent {
    return this.#acknowledged;
  }

  change(content: ArticleContent): void {
    if (content === this.content) return;
    this.content = content;
    this.#keepCopy();
    this.#dirtySince ??= this.#now();
    if (this.#isStopped()) return;
    if (this.#inFlight === undefined && this.state.kind !== 'offline') this.#say({ kind: 'dirty' });
    if (this.state.kind !== 'offline') this.#schedule();
  }

  /** Saves by the editor's own wish; resolves when it is settled, whatever came of it. */
  async saveNow(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#inFlight !== undefined) await this.#inFlight;
    if (this.state.kind === 'conflict') return;
    await this.#save('save');
  }

  /** Tries at once what waits for a connection or for somebody to sign in. */
  retry(): void {
    if (this.state.kind !== 'offline' && this.state.kind !== 'signedOut') return;
    clearTimeout(this.#timer);
    void this.#save('autosave');
  }

  /** Goes on with the text that was made of both; it is saved on top of the other's version. */
  async resolve(conflict: SaveConflict, merged: ArticleContent): Promise<void> {
    this.version = conflict.version;
    this.#acknowledged = conflict.content;
    this.content = merged;
    this.#keepCopy();
    await this.#save('save');
  }

  /** Lays a text of an earlier version beside the present one, as a local copy that was found may be. */
  confront(copy: { base: ArticleContent; content: ArticleContent }, theirs: SaveConflict): void {
    this.content = copy.content;
    this.#say({ kind: 'conflict', conflict: theirs, base: copy.base });
  }

  /** The text readers or a colleague made is now the one to work on; only while nothing unsaved is here. */
  adopt(version: number, content: ArticleContent): void {
    if (!this.isSafe) return;
    this.version = version;
    this.content = content;
    this.#acknowledged = content;
    this.#say({ kind: 'saved', at: undefined });
  }

  stopForTakeOver(): void {
    clearTimeout(this.#timer);
    this.#say({ kind: 'takenOver' });
  }

  /** After taking the article back. */
  resume(): void {
    if (this.state.kind !== 'takenOver') return;
    this.#say({ kind: 'dirty' });
    void this.#save('autosave');
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #now(): number {
    return (this.#parts.now ?? Date.now)();
  }

  #isStopped(): boolean {
    return this.state.kind === 'conflict' || this.state.kind === 'takenOver';
  }

  #say(state: SaveState): void {
    this.state = state;
    for (const listener of this.#listeners) listener();
  }

  #keepCopy(): void {
    this.#parts.keepCopy({ baseVersion: this.version, base: this.#acknowledged, content: this.content });
  }

  #schedule(): void {
    if (this.#inFlight !== undefined) return;
    clearTimeout(this.#timer);
    const waited = this.#now() - (this.#dirtySince ?? this.#now());
    const pause = Math.max(0, Math.min(rest, longestWait - waited));
    this.#timer = setTimeout(() => void this.#save('autosave'), pause);
  }

  #save(kind: 'autosave' | 'save'): Promise<void> {
    this.#inFlight ??= this.#send(kind).finally(() => {
      this.#inFlight = undefined;
      // What was typed during the save waits its turn like anything typed.
      const isOutrun = this.state.kind === 'refused' && this.content !== this.#sent;
      if (isOutrun || (this.state.kind === 'saved' && this.content !== this.#acknowledged)) {
        this.#dirtySince = this.#now();
        this.#say({ kind: 'dirty' });
        this.#schedule();
      }
    });
    return this.#inFlight;
  }

  async #send(kind: 'autosave' | 'save'): Promise<void> {
    const sent = this.content;
    this.#sent = sent;
    this.#dirtySince = undefined;
    this.#say({ kind: 'saving' });
    let answer: SaveAnswer;
    try {
      answer = await this.#parts.send({ baseVersion: this.version, kind, content: sent });
    } catch {
      this.#say({ kind: 'offline' });
      this.#retryLater();
      return;
    }
    this.#settle(answer, sent);
  }

  #settle(answer: SaveAnswer, sent: ArticleContent): void {
    if (answer.ok) {
      this.#failures = 0;
      this.version = answer.value.version;
      this.#acknowledged = sent;
      if (this.content === sent) this.#parts.dropCopy();
      else this.#keepCopy();
      this.#say({ kind: 'saved', at: answer.value.savedAt });
    } else if ('isSignedOut' in answer) {
      this.#say({ kind: 'signedOut' });
      this.#retryLater();
    } else if (answer.conflict !== undefined) {
      this.#say({ kind: 'conflict', conflict: answer.conflict, base: this.#acknowledged });
    } else if (answer.isTakenOver) {
      this.#say({ kind: 'takenOver' });
    } else {
      this.#say({ kind: 'refused', problems: answer.problems });
    }
  }

  #retryLater(): void {
    clearTimeout(this.#timer);
    const pause = retryPauses[Math.min(this.#failures, retryPauses.length - 1)]!;
    this.#failures += 1;
    this.#timer = setTimeout(() => void this.#save('autosave'), pause);
  }
}
