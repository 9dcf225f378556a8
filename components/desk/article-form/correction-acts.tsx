'use client';

import { useState } from 'react';
import type { ActionAnswer, ArticleActions } from '@/components/desk/article-form/article-actions';
import { ConfirmDialog } from '@/components/desk/article-form/confirm-dialog';
import { Button } from '@/components/ui/button';
import type { DeskArticle } from '@/features/articles/get-article-for-desk';

type CorrectionActsProps = {
  article: DeskArticle;
  actions: Pick<ArticleActions, 'correct' | 'withdraw' | 'reinstate'>;
  isPending: boolean;
  /** Acts, says what was done or why it was not; what is typed and not saved has no part in it. */
  onAct: (perform: () => Promise<ActionAnswer<unknown>>, done: string) => void;
};

/** Three acts that differ: a correction stays with the article, a withdrawal takes it off for good, and is taken back. */
export function CorrectionActs({ article, actions, isPending, onAct }: CorrectionActsProps) {
  const [asking, setAsking] = useState<'correct' | 'withdraw' | 'reinstate'>();
  const { id: articleId, status, allowed } = article;
  const close = () => setAsking(undefined);
  const act = (perform: () => Promise<ActionAnswer<unknown>>, done: string) => {
    close();
    onAct(perform, done);
  };
  const mayWithdraw = allowed.includes('withdrawArticle');
  return (
    <>
      {status === 'published' && allowed.includes('correctArticle') && (
        <Button disabled={isPending} onClick={() => setAsking('correct')}>
          更正
        </Button>
      )}
      {mayWithdraw && status !== 'withdrawn' && article.publishedAt !== null && (
        <Button look="danger" disabled={isPending} onClick={() => setAsking('withdraw')}>
          撤稿
        </Button>
      )}
      {mayWithdraw && status === 'withdrawn' && (
        <Button disabled={isPending} onClick={() => setAsking('reinstate')}>
          恢复
        </Button>
      )}
      {asking === 'correct' && (
        <ConfirmDialog
          title="更正"
          verb="发布更正"
          noteLabel="更正的内容"
          isNoteRequired
          onConfirm={(text) =>
            act(() => actions.correct({ articleId, text }), '更正已发布，读者在稿件上就能看到')
          }
          onClose={close}
        >
          <p>
            写明原来哪里错了、应当是什么，例如“第二段‘3 月’应为‘5
            月’”。更正带着时间注明在稿件上，也列入“更正”页；正文请另外修改、发布。
          </p>
        </ConfirmDialog>
      )}
      {asking === 'withdraw' && (
        <ConfirmDialog
          title="撤稿"
          verb="确认撤稿"
          noteLabel="撤稿的原因（读者会看到）"
          isNoteRequired
          isDanger
          onConfirm={(reason) =>
            act(() => actions.withdraw({ articleId, reason }), '已撤稿，原网址只显示撤稿的原因')
          }
          onClose={close}
        >
          <p>
            稿件从列表、订阅、搜索和网站地图里消失，原网址告诉读者稿件已经撤回和撤回的原因，搜索引擎也会删除它。只是暂时不给读者看，请用“下线”。
          </p>
        </ConfirmDialog>
      )}
      {asking === 'reinstate' && (
        <ConfirmDialog
          title="恢复撤下的稿件"
          verb="确认恢复"
          noteLabel="恢复的原因（记入操作记录）"
          isNoteRequired
          onConfirm={(note) =>
            act(() => actions.reinstate({ articleId, note }), '已恢复为下线的稿件，可以修改后再发布')
          }
          onClose={close}
        >
          <p>稿件回到采编台，读者暂时还看不到；要给读者看，请再发布。</p>
        </ConfirmDialog>
      )}
    </>
  );
}
