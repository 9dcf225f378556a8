'use client';

import { useEffect } from 'react';

/** N and P lead to the next and the previous change. */
export function ChangeKeys() {
  useEffect(() => {
    const onKey = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      const step = { n: 1, p: -1 }[key.toLowerCase()];
      const isTyping = target instanceof Element && target.closest('input, textarea, select') !== null;
      if (step === undefined || isTyping || ctrlKey || metaKey || altKey) return;
      const changes = [...document.querySelectorAll<HTMLElement>('[data-change]')];
      const current = changes.indexOf(document.activeElement as HTMLElement);
      const next = changes[Math.max(0, Math.min(changes.length - 1, current + step))];
      next?.scrollIntoView({ block: 'center' });
      next?.focus({ preventScroll: true });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return null;
}
