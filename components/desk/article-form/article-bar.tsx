'use client';

import { Eye, Save } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ActionAnswer, ArticleActions } from '@/components/desk/article-form/article-actions';
import { CorrectionActs } from '@/components/desk/article-form/correction-acts';
import { ConfirmDialog } from '@/components/desk/article-form/confirm-dialog';
import type { SaveState } from '@/components/desk/article-form/draft-keeper';
import { SaveStateLine } from '@/components/desk/article-form/save-state-line';
import { type Colleague, SendDialog } from '@/components/desk/article-form/send-dialog';
import { ReviewBar, type Reviewing } from '@/components/desk/review/review-bar';
import { StatusBadge } from '@/components/desk/status-badge';
import { useAct } from '@/components/desk/use-act';
import { Button } from '@/components/ui/button';
import type { DeskArticle } from '@/features/articles/get-article-for-desk';
import { articleAddress } from '@/lib/addresses';
import type { Problem } from '@/lib/problems';

type Asking = 'publish' | 'unpublish' | 'delete' | 'discard' | 'send' | 'return';

type ArticleBarProps = {
  article: DeskArticle;
  state: SaveState;
  version: () => number;
  problems: readonly Problem[];
  colleagues: Colleague[];
  sectionName: string;
  actions: ArticleActions;
  isPreviewing: boolean;
  onPreview: () => void;
  /** Saves; answers whether the text is safe on the server. */
  onSave: () => Promise<boolean>;
  onMerge: () => void;
  tab: string;
  reviewing: Reviewing;
};

/** What can be done with the article, and where it stands. */
export function ArticleBar(props: ArticleBarProps) {
  const { article, state, version, problems, actions, onSave } = props;
  const { id: articleId, status, allowed } = article;
  const [asking, setAsking] = useState<Asking>();
  const { act: run, refusal, isPending } = useAct();
  const router = useRouter();
  const isLive = status === 'published';
  const hasChanges = isLive && (version() !== article.publishedVersion || state.kind !== 'saved');
  const may = (verb: DeskArticle['allowed'][number]) => allowed.includes(verb);

  const isScheduled = article.schedules.some(({ kind }) => kind === 'publish');
  const canSave = may('editArticle') && status !== 'withdrawn' && !isScheduled;

  /** Saves what is typed, acts, and says what happened or why it did not. */
  const act = (perform: () => Promise<ActionAnswer<unknown>>, done: string, after?: () => void) => {
    setAsking(undefined);
    run({ perform, done, before: canSave ? onSave : undefined, after });
  };
  const { review } = props.reviewing;
  const lacking = [...problems, ...review.problems];
  const publish = () =>
    act(
      () => actions.publish({ articleId, version: version() }),
      isLive ? '已更新，读者现在看到的是新的一版' : '已发布，读者现在就能看到',
    );

  return (
    <>
      <header className="sticky top-0 z-20 -mx-4 grid gap-2 border-b border-rule bg-paper px-4 py-2 lg:-mx-7 lg:px-7">
        <div className="flex flex-wrap items-center gap-2">
          <h1 className="sr-only">编辑稿件 {articleId}</h1>
          <StatusBadge status={status} hasChanges={hasChanges} />
          {isLive && (
            <a href={articleAddress(articleId)} className="text-muted hover:text-accent">
              看网页
            </a>
          )}
          <div className="min-w-40 grow">
            <SaveStateLine state={state} />
          </div>
          {state.kind === 'conflict' && (
            <Button look="primary" onClick={props.onMerge}>
              合并两份文字
            </Button>
          )}
          {state.kind === 'signedOut' && (
            <a href="/desk/sign-in" target="_blank" rel="noreferrer" className="text-accent underline">
              在新标签页登录
            </a>
          )}
          <Button look="quiet" aria-pressed={props.isPreviewing} onClick={props.onPreview}>
            <Eye size={16} aria-hidden />
            预览
          </Button>
          {canSave && (
            <Button disabled={isPending} title="Ctrl+S" onClick={() => void onSave()}>
              <Save size={16} aria-hidden />
              保存
            </Button>
          )}
          {may('returnArticle') && review.isInReview && (
            <Button disabled={isPending} onClick={() => setAsking('return')}>
              退回
            </Button>
          )}
          {may('sendArticle') && status !== 'withdrawn' && !isScheduled && (!isLive || hasChanges) && (
            <Button disabled={isPending} onClick={() => setAsking('send')}>
              送审
            </Button>
          )}
          {may('publishArticle') && status !== 'withdrawn' && (!isLive || hasChanges) && (
            <Button look="primary" disabled={isPending} onClick={() => setAsking('publish')}>
              {isLive ? '发布修改' : '发布'}
            </Button>
          )}
          {isLive && hasChanges && canSave && (
            <Button look="quiet" disabled={isPending} onClick={() => setAsking('discard')}>
              放弃修改
            </Button>
          )}
          {isLive && may('unpublishArticle') && (
            <Button look="danger" disabled={isPending} onClick={() => setAsking('unpublish')}>
              下线
            </Button>
          )}
          <CorrectionActs article={article} actions={actions} isPending={isPending} onAct={act} />
          {article.publishedAt === null && may('deleteDraft') && (
            <Button look="quiet" disabled={isPending} onClick={() => setAsking('delete')}>
              删除
            </Button>
          )}
        </div>
        {refusal.length > 0 && (
          <div role="alert" className="rounded-md border border-accent bg-tint px-3 py-2 text-accent">
            {refusal.map(({ message }, index) => (
              <p key={index}>{message}</p>
            ))}
          </div>
        )}
        {asking === 'publish' && (
          <ConfirmDialog
            title={isLive ? '发布修改' : '发布稿件'}
            verb={isLive ? '确认发布修改' : '确认发布'}
            onConfirm={publish}
            onClose={() => setAsking(undefined)}
          >
            {lacking.length > 0 ? (
              <>
                <p>还不能发布，请先补齐：</p>
                <ul className="list-disc pl-5 text-accent">
                  {lacking.map(({ message }, index) => (
                    <li key={index}>{message}</li>
                  ))}
                </ul>
              </>
            ) : (
              <p>
                《{props.article.content.headline || '这篇稿件'}》将发布在“{props.sectionName}
                ”，读者马上就能看到。
                {isLive && '网址和首次发布时间不变。'}
              </p>
            )}
          </ConfirmDialog>
        )}
        {asking === 'unpublish' && (
          <ConfirmDialog
            title="下线稿件"
            verb="确认下线"
            noteLabel="说明（记入操作记录）"
            isDanger
            onConfirm={(note) =>
              act(() => actions.unpublish({ articleId, note }), '已下线，读者已看不到这篇稿件')
            }
            onClose={() => setAsking(undefined)}
          >
            <p>读者马上看不到这篇稿件，网址会显示“没有这个页面”。文字和记录都保留，可以再发布。</p>
          </ConfirmDialog>
        )}
        {asking === 'discard' && (
          <ConfirmDialog
            title="放弃修改"
            verb="确认放弃"
            isDanger
            onConfirm={() =>
              act(() => actions.discard({ articleId, version: version() }), '已恢复为读者看到的那一版')
            }
            onClose={() => setAsking(undefined)}
          >
            <p>恢复为读者现在看到的那一版。放弃的文字仍保留在历史版本里。</p>
          </ConfirmDialog>
        )}
        {asking === 'delete' && (
          <ConfirmDialog
            title="删除草稿"
            verb="确认删除"
            isDanger
            onConfirm={() =>
              act(
                () => actions.deleteDraft({ articleId, version: version() }),
                '草稿已删除',
                () => router.push('/desk'),
              )
            }
            onClose={() => setAsking(undefined)}
          >
            <p>删除后不能恢复，操作记录会保留。</p>
          </ConfirmDialog>
        )}
        {asking === 'return' && (
          <ConfirmDialog
            title="退回稿件"
            verb="确认退回"
            noteLabel="退回的原因"
            isNoteRequired
            onConfirm={(note) => act(() => actions.returnToAuthor({ articleId, note }), '已退回作者')}
            onClose={() => setAsking(undefined)}
          >
            <p>稿件交还作者修改，已有的审核全部作废，改好后从头再审。段落上的标注会留给作者。</p>
          </ConfirmDialog>
        )}
        {asking === 'send' && (
          <SendDialog
            colleagues={props.colleagues}
            onSend={(sending) =>
              act(() => actions.send({ articleId, version: version(), ...sending }), '已送审')
            }
            onClose={() => setAsking(undefined)}
          />
        )}
      </header>
      {status !== 'withdrawn' && (
        <ReviewBar
          articleId={articleId}
          tab={props.tab}
          reviewing={props.reviewing}
          version={version}
          isChanged={version() !== review.version || state.kind !== 'saved'}
          mayPublish={may('publishArticle') && problems.length === 0}
          isPending={isPending}
          act={act}
        />
      )}
    </>
  );
}
