'use client';

import { useState } from 'react';
import type { ArticleActions } from '@/components/desk/article-form/article-actions';
import { Panel } from '@/components/desk/article-form/panel';
import { type ChosenTime, ScheduleDialog } from '@/components/desk/article-form/schedule-dialog';
import { useAct } from '@/components/desk/use-act';
import { Button } from '@/components/ui/button';
import { FormProblems } from '@/components/ui/field';
import type { DeskArticle } from '@/features/articles/get-article-for-desk';
import { formatDateTime } from '@/lib/dates';
import { wallTimeIn, zoneLabel } from '@/lib/zoned-time';

type SchedulePanelProps = {
  article: DeskArticle;
  actions: Pick<ArticleActions, 'schedule' | 'cancelSchedule' | 'setEmbargo'>;
  version: () => number;
  /** Saves; answers whether the text is safe on the server. */
  onSave: () => Promise<boolean>;
};

const dialogs = {
  publish: {
    title: '定时发布',
    label: '发布时间',
    verb: '定时发布',
    explanation: '到时自动发布现在这一版，不用人守着。定时以后文字不能再改，要改先取消定时。',
  },
  unpublish: {
    title: '定时下线',
    label: '下线时间',
    verb: '定时下线',
    explanation: '到时自动下线，读者看不到这篇稿件；文字和记录都保留，可以再发布。',
  },
  embargo: {
    title: '设定禁发',
    label: '禁发至',
    verb: '设定禁发',
    explanation: '在这个时间以前谁也不能发布这篇稿件，定时也不能早于它。到时不会自动发布。',
  },
} as const;

/** The times of an article: when it goes live or off by itself, and before when it must not. */
export function SchedulePanel({ article, actions, version, onSave }: SchedulePanelProps) {
  const { id: articleId, status, allowed, schedules, embargoUntil } = article;
  const [asking, setAsking] = useState<keyof typeof dialogs>();
  const { act, refusal, isPending } = useAct();
  const isLive = status === 'published';
  const hasChanges = !isLive || article.version !== article.publishedVersion;
  const mayPublish = allowed.includes('publishArticle') && hasChanges;
  const mayTakeOff = allowed.includes('unpublishArticle');
  const mayBind = allowed.includes('editArticle') && !isLive;
  const isDue = schedules.some(({ kind }) => kind === 'publish');
  if (status === 'withdrawn') return null;
  if (schedules.length === 0 && embargoUntil === null && !mayPublish && !mayTakeOff && !mayBind) return null;

  const choose = ({ at, zone }: ChosenTime) => {
    setAsking(undefined);
    if (asking === 'embargo') {
      act({ perform: () => actions.setEmbargo({ articleId, until: at, zone }), done: '已设定禁发' });
    } else if (asking === 'publish') {
      const perform = () => actions.schedule({ articleId, kind: 'publish', version: version(), at, zone });
      // What already waits is not edited, so there is nothing to save.
      const before = allowed.includes('editArticle') && !isDue ? onSave : undefined;
      act({ perform, done: '已定时发布', before });
    } else {
      const perform = () => actions.schedule({ articleId, kind: 'unpublish', version: version(), at, zone });
      act({ perform, done: '已定时下线' });
    }
  };
  const lift = () => actions.setEmbargo({ articleId, until: null, zone: 'Asia/Shanghai' });
  const cancel = (scheduleId: number) => () => actions.cancelSchedule({ articleId, scheduleId });
  return (
    <Panel title="定时和禁发">
      {embargoUntil !== null && (
        <p className="flex flex-wrap items-center gap-2 rounded-md border border-accent bg-tint px-3 py-2">
          <strong className="text-accent">禁发至 {formatDateTime(embargoUntil)}</strong>
          {mayBind && allowed.includes('publishArticle') && (
            <Button
              look="quiet"
              disabled={isPending}
              onClick={() => act({ perform: lift, done: '已解除禁发' })}
            >
              解除禁发
            </Button>
          )}
        </p>
      )}
      {schedules.map(({ id, kind, dueAt, zone, editorName }) => (
        <p key={id} className="flex flex-wrap items-center gap-x-2">
          <strong>
            {formatDateTime(dueAt)} {kind === 'publish' ? '发布' : '下线'}
          </strong>
          <span className="text-muted">
            {zone !== 'Asia/Shanghai' && `${zoneLabel(zone)} ${wallTimeIn(zone, dueAt).replace('T', ' ')}，`}
            {editorName}定
          </span>
          {(kind === 'publish' ? allowed.includes('publishArticle') : mayTakeOff) && (
            <Button
              look="quiet"
              disabled={isPending}
              onClick={() => act({ perform: cancel(id), done: '已取消定时' })}
            >
              取消定时
            </Button>
          )}
        </p>
      ))}
      <FormProblems problems={refusal} />
      <div className="flex flex-wrap gap-2">
        {mayPublish && (
          <Button disabled={isPending} onClick={() => setAsking('publish')}>
            {isDue ? '改发布时间' : '定时发布'}
          </Button>
        )}
        {mayTakeOff && (isLive || isDue) && (
          <Button disabled={isPending} onClick={() => setAsking('unpublish')}>
            定时下线
          </Button>
        )}
        {mayBind && (
          <Button look="quiet" disabled={isPending} onClick={() => setAsking('embargo')}>
            {embargoUntil !== null ? '改禁发时间' : '设定禁发'}
          </Button>
        )}
      </div>
      {asking !== undefined && (
        <ScheduleDialog {...dialogs[asking]} onChoose={choose} onClose={() => setAsking(undefined)} />
      )}
    </Panel>
  );
}
