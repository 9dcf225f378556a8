'use client';

import { useEffect, useState } from 'react';

/**
 * A name for this browser tab that survives reloading and is no other tab's. A duplicated tab inherits the
 * storage of its original, so the name is also held as a lock: whoever finds it taken makes a new one.
 * Undefined until that is settled.
 */
export function useOwnTab(): string | undefined {
  const [tab, setTab] = useState<string>();
  useEffect(() => {
    const end = new AbortController();
    void claim(end.signal).then((name) => !end.signal.aborted && setTab(name));
    return () => end.abort();
  }, []);
  return tab;
}

const storageKey = 'chengxun:tab';
export const lockPrefix = 'chengxun:tab:';

async function claim(signal: AbortSignal): Promise<string> {
  const remembered = sessionStorage.getItem(storageKey);
  if (remembered !== null && (await hold(remembered, signal))) return remembered;
  const name = crypto.randomUUID();
  sessionStorage.setItem(storageKey, name);
  await hold(name, signal);
  return name;
}

/** Holds the name until the tab is closed; answers false when another tab has it. */
function hold(name: string, signal: AbortSignal): Promise<boolean> {
  // Only over plain HTTP on another machine are there no locks; there the desk does not answer.
  if (navigator.locks === undefined) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(lockPrefix + name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      if (lock === null) return undefined;
      return new Promise<void>((release) => signal.addEventListener('abort', () => release()));
    });
  });
}

/** The names of tabs that are open in this browser. */
export async function listOpenTabs(): Promise<Set<string>> {
  if (navigator.locks === undefined) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(lockPrefix) ? [name.slice(lockPrefix.length)] : [])),
  );
}
