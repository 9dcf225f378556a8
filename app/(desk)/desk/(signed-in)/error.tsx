'use client';

import { Button } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';

/** For what nobody foresaw while a desk page was made. The server's log has the whole story under the number. */
export default function DeskError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <div role="alert">
      <PageTitle title="这个页面没能打开" />
      <p className="mb-4 max-w-prose">
        程序出了意外，已保存的内容不受影响。请再试一次；仍不行请告诉管理员
        {error.digest === undefined ? '' : `编号 ${error.digest}`}。
      </p>
      <Button look="primary" onClick={retry}>
        再试一次
      </Button>
    </div>
  );
}
