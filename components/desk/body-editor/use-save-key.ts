'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';

/**
 * Ctrl+S in the fields of the editor's blocks. In the text itself the editor's own keys have done it already
 * and left the event prevented.
 */
export function useSaveKey(area: RefObject<HTMLElement | null>, onSave: () => void): void {
  const save = useEffectEvent(onSave);
  useEffect(() => {
    const element = area.current;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      save();
    };
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  }, [area]);
}
