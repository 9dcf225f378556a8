'use client';

import type { LocalCopy } from '@/components/desk/article-form/local-copies';
import { Button } from '@/components/ui/button';
import { formatDateTime } from '@/lib/dates';

/** Offers text that a closed tab left on this computer; it is never put over anything by itself. */
export function LeftCopyNotice({
  copy,
  onCompare,
  onDrop,
}: {
  copy: LocalCopy;
  onCompare: () => void;
  onDrop: () => void;
}) {
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-accent bg-tint px-3 py-2"
    >
      <p className="grow">
        这台电脑上有 {formatDateTime(new Date(copy.at))} 没来得及保存的文字
        {copy.content.headline && `《${copy.content.headline}》`}。
      </p>
      <Button isSmall look="primary" onClick={onCompare}>
        查看并恢复
      </Button>
      <Button isSmall onClick={onDrop}>
        丢弃
      </Button>
    </div>
  );
}
