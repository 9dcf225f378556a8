import type { FrontDesk } from '@/features/fronts/get-front-draft';
import type { FrontConflict } from '@/features/fronts/save-front-draft';
import { type FrontDraft, isSameFront } from '@/lib/front-draft';
import type { Problem } from '@/lib/problems';

export type FrontState = {
  content: FrontDraft;
  version: number;
  /** What the server last told of the front. */
  desk: FrontDesk;
  /** The last launch that the editor knows of; another one in `desk` is somebody else's. */
  seenLaunchId: number;
  saving:
    | { kind: 'saved' }
    | { kind: 'dirty' }
    | { kind: 'saving' }
    /** No answer; it is tried again by itself. */
    | { kind: 'offline' }
    | { kind: 'signedOut' }
    | { kind: 'refused'; problems: Problem[] }
    | { kind: 'conflict'; conflict: FrontConflict };
};

export type FrontSaveAnswer =
  | { ok: true; value: { version: number; desk: FrontDesk } }
  | { ok: false; problems: Problem[]; conflict?: FrontConflict; isSignedOut?: true };

type Send = (save: { baseVersion: number; content: FrontDraft }) => Promise<FrontSaveAnswer>;

/** Milliseconds after the last change, and after the first one: with the way to the server below two seconds. */
const rest = 700;
const longestWait = 1500;
const retryPause = 3000;

/** Keeps the arrangement of one front safe: one save at a time, each with the version it started from. */
export class FrontKeeper {
  #state: FrontState;
  #acknowledged: FrontDraft;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dirtySince: number | undefined;
  #inFlight: Promise<void> | undefined;
  readonly #send: Send;
  readonly #listeners = new Set<() => void>();

  constructor(desk: FrontDesk, send: Send) {
    this.#send = send;
    this.#acknowledged = desk.draft;
    this.#state = startFrom(desk);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getState = (): FrontState => this.#state;

  get isSafe(): boolean {
    return this.#inFlight === undefined && this.#state.content === this.#acknowledged;
  }

  change(content: FrontDraft): void {
    this.#set({ content });
    if (this.#state.saving.kind === 'conflict') return;
    this.#dirtySince ??= Date.now();
    if (this.#inFlight === undefined) this.#set({ saving: { kind: 'dirty' } });
    this.#schedule(Math.min(rest, Math.max(0, this.#dirtySince + longestWait - Date.now())));
  }

  /** Saves at once what is not saved; answers whether everything is. */
  async settle(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#inFlight !== undefined) await this.#inFlight;
    if (this.#state.saving.kind === 'conflict') return false;
    if (!this.isSafe) await this.#save();
    return this.isSafe;
  }

  /** Takes what the server tells: everything anew, as after loading the page again. */
  adopt(desk: FrontDesk): void {
    clearTimeout(this.#timer);
    this.#dirtySince = undefined;
    this.#acknowledged = desk.draft;
    this.#set(startFrom(desk));
  }

  /** News of colleagues, while one's own arrangement stays. */
  hear(desk: FrontDesk): void {
    if (this.isSafe && desk.version === this.#state.version) this.#set({ desk });
    else this.#set({ desk: { ...desk, added: this.#state.desk.added } });
  }

  /** The editor has seen what others launched and goes on. */
  acknowledgeLaunch(): void {
    this.#set({ seenLaunchId: this.#state.desk.lastLaunch?.id ?? 0 });
  }

  /** Of two arrangements the editor chose the own one. */
  async overwrite(conflict: FrontConflict): Promise<void> {
    this.#set({ version: conflict.version, saving: { kind: 'dirty' } });
    await this.#save();
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #schedule(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), wait);
  }

  #save(): Promise<void> {
    this.#inFlight ??= this.#sendOnce().finally(() => {
      this.#inFlight = undefined;
      if (this.#state.saving.kind === 'dirty') this.#schedule(rest);
    });
    return this.#inFlight;
  }

  async #sendOnce(): Promise<void> {
    const { content, version: baseVersion } = this.#state;
    this.#dirtySince = undefined;
    this.#set({ saving: { kind: 'saving' } });
    let answer: FrontSaveAnswer;
    try {
      answer = await this.#send({ baseVersion, content });
    } catch {
      this.#set({ saving: { kind: 'offline' } });
      this.#schedule(retryPause);
      return;
    }
    if (answer.ok) {
      const { version, desk } = answer.value;
      this.#acknowledged = content;
      const kind = this.#state.content === content ? 'saved' : 'dirty';
      this.#set({ version, desk, saving: { kind } });
    } else if (answer.conflict !== undefined) {
      this.#set({ saving: { kind: 'conflict', conflict: answer.conflict } });
    } else if (answer.isSignedOut) {
      this.#set({ saving: { kind: 'signedOut' } });
    } else {
      this.#set({ saving: { kind: 'refused', problems: answer.problems } });
    }
  }

  #set(change: Partial<FrontState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function startFrom(desk: FrontDesk): FrontState {
  return {
    content: desk.draft,
    version: desk.version,
    desk,
    seenLaunchId: desk.lastLaunch?.id ?? 0,
    saving: { kind: 'saved' },
  };
}

/** Whether readers would see something else after a launch. */
export function isUnlaunched({ content, desk }: FrontState): boolean {
  return !isSameFront(content, desk.live);
}
