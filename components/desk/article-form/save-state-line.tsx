'use client';

import type { SaveState } from '@/components/desk/article-form/draft-keeper';
import { formatTime } from '@/lib/dates';

/** Where the text is, in one line that a screen reader hears when it matters. */
export function SaveStateLine({ state }: { state: SaveState }) {
  const { words, isAlarm } = describe(state);
  return (
    <p
      role="status"
      aria-live={isAlarm ? 'assertive' : 'off'}
      className={isAlarm ? 'text-accent' : 'text-muted'}
    >
      {words}
    </p>
  );
}

function describe(state: SaveState): { words: string; isAlarm: boolean } {
  switch (state.kind) {
    case 'saved':
      return {
        words: state.at === undefined ? '没有未保存的改动' : `${formatTime(state.at)} 已保存`,
        isAlarm: false,
      };
    case 'dirty':
      return { words: '有改动，即将自动保存', isAlarm: false };
    case 'saving':
      return { words: '正在保存……', isAlarm: false };
    case 'offline':
      return { words: '连接不上服务器。文字已存在这台电脑上，恢复后会自动保存。', isAlarm: true };
    case 'signedOut':
      return { words: '登录已过期。文字已存在这台电脑上，重新登录后会自动保存。', isAlarm: true };
    case 'refused':
      return { words: state.problems[0]?.message ?? '这次没有保存，请检查内容。', isAlarm: true };
    case 'conflict':
      return { words: '同事有新的保存，请先合并。', isAlarm: true };
    case 'takenOver':
      return { words: '已由同事接手，没有自动保存。', isAlarm: true };
    default:
      return state satisfies never;
  }
}
