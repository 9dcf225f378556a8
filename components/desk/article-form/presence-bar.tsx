'use client';

import { Button } from '@/components/ui/button';
import type { Presence } from '@/features/articles/open-articles';

/** Who else has the article open, and the way to write alone. */
export function PresenceBar({
  presence,
  isTakenOver,
  canEdit,
  onTakeOver,
}: {
  presence: Presence | undefined;
  isTakenOver: boolean;
  canEdit: boolean;
  onTakeOver: () => void;
}) {
  const others = presence?.others ?? [];
  if (!isTakenOver && others.length === 0) return null;
  const names = [...new Set(others.map(({ name, isSelf }) => (isSelf ? '您在另一个标签页' : name)))].join(
    '、',
  );
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-accent bg-tint px-3 py-2"
    >
      <p className="grow">
        {isTakenOver
          ? `${presence?.takenOverBy ?? '同事'}接手了这篇稿件。您的文字还在本页和这台电脑上，没有再自动保存。`
          : `${names}也打开了这篇稿件。各自的保存不会互相覆盖；要一个人写，请接手。`}
      </p>
      {canEdit && (
        <Button isSmall onClick={onTakeOver}>
          {isTakenOver ? '重新接手' : '接手编辑'}
        </Button>
      )}
    </div>
  );
}
