'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

const keys = [
  ['j 或 ↓', '下一篇'],
  ['k 或 ↑', '上一篇'],
  ['Enter', '打开选中的稿件'],
  ['r', '打开下一篇待我审的稿件'],
  ['n', '新建稿件'],
  ['/', '到搜索框'],
  ['?', '显示这张表'],
] as const;

type QueueKeysProps = {
  mayCreate: boolean;
  searchFieldName: string;
  /** The article that waits for this editor. */
  nextToReview: number | undefined;
};

/**
 * The keys of the queue: the focus itself goes from line to line, so Enter and every aid to reading work as
 * on any link. Nothing listens while somebody types, composes Chinese, or has a dialog open.
 */
export function QueueKeys({ mayCreate, searchFieldName, nextToReview }: QueueKeysProps) {
  const [isOpen, setIsOpen] = useState(false);
  const router = useRouter();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isOpen || !isForThePage(event)) return;
    switch (event.key) {
      case 'j':
      case 'ArrowDown':
        moveFocus(1);
        break;
      case 'k':
      case 'ArrowUp':
        moveFocus(-1);
        break;
      case 'r':
        if (nextToReview === undefined) return;
        router.push(`/desk/articles/${nextToReview}`);
        break;
      case 'n':
        if (!mayCreate) return;
        router.push('/desk/articles/new');
        break;
      case '/':
        document.querySelector<HTMLInputElement>(`form[role=search] [name="${searchFieldName}"]`)?.select();
        break;
      case '?':
        setIsOpen(true);
        break;
      default:
        return;
    }
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <Button look="quiet" onClick={() => setIsOpen(true)} aria-keyshortcuts="?">
        快捷键
      </Button>
      <Dialog title="快捷键" isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
          {keys
            .filter(([key]) => mayCreate || key !== 'n')
            .map(([key, meaning]) => (
              <div key={key} className="contents">
                <dt>
                  <kbd className="rounded border border-rule bg-tint px-1.5 py-0.5 font-sans">{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
        </dl>
      </Dialog>
    </>
  );
}

function isForThePage(event: KeyboardEvent): boolean {
  // 229 is what browsers report for a key that an input method has taken.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  return !target.isContentEditable && target.closest('input, textarea, select, [role=dialog]') === null;
}

function moveFocus(step: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-queue-line]')];
  const current = lines.findIndex((line) => line === document.activeElement);
  const next = current === -1 ? (step === 1 ? 0 : lines.length - 1) : current + step;
  const line = lines[Math.min(Math.max(next, 0), lines.length - 1)];
  line?.focus({ preventScroll: true });
  line?.scrollIntoView({ block: 'nearest' });
}
