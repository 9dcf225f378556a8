'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ActionAnswer } from '@/components/desk/article-form/article-actions';
import { ConfirmDialog } from '@/components/desk/article-form/confirm-dialog';
import { useAct } from '@/components/desk/use-act';
import { Button, ButtonLink } from '@/components/ui/button';
import { FormProblems, TextField } from '@/components/ui/field';

export type ConfirmImportActions = {
  confirm: (input: { itemId: number; publishedAt: string }) => Promise<ActionAnswer>;
  drop: (input: { itemId: number }) => Promise<ActionAnswer>;
};

type ConfirmImportProps = {
  itemId: number;
  articleId: number;
  /** The page's own time, as a field shows it; empty where it has none. */
  publishedAt: string;
  isLive: boolean;
  actions: ConfirmImportActions;
};

/** The three ways on from a page that was read with doubts. */
export function ConfirmImport({ itemId, articleId, publishedAt, isLive, actions }: ConfirmImportProps) {
  const [time, setTime] = useState(publishedAt);
  const [isAsking, setIsAsking] = useState(false);
  const { act, refusal, isPending } = useAct();
  const router = useRouter();
  const toList = () => router.push('/desk/imports');
  return (
    <div className="mb-4 grid gap-3 rounded-lg border border-rule bg-sheet p-3">
      <FormProblems problems={refusal.filter(({ field }) => field !== 'publishedAt')} />
      <div className="flex flex-wrap items-end gap-2">
        {!isLive && (
          <TextField
            label="原发布时间（北京时间）"
            name="publishedAt"
            type="datetime-local"
            value={time}
            onChange={(event) => setTime(event.target.value)}
            problems={refusal}
          />
        )}
        <Button
          look="primary"
          disabled={isPending}
          onClick={() =>
            act({
              perform: () => actions.confirm({ itemId, publishedAt: time }),
              done: isLive ? '已确认' : '已确认，读者可以看到了',
              after: toList,
            })
          }
        >
          {isLive ? '没有问题' : '没有问题，发布'}
        </Button>
        <ButtonLink href={`/desk/articles/${articleId}`}>修改</ButtonLink>
        {!isLive && (
          <Button look="danger" disabled={isPending} onClick={() => setIsAsking(true)}>
            不要这篇
          </Button>
        )}
      </div>
      {isAsking && (
        <ConfirmDialog
          title="不要这篇"
          verb="删除"
          onConfirm={() => {
            setIsAsking(false);
            act({ perform: () => actions.drop({ itemId }), done: '已删除', after: toList });
          }}
          onClose={() => setIsAsking(false)}
        >
          <p>从页面读出的稿件会删除。再次导入同一个文件，它会再出现。</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
