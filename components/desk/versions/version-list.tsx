'use client';

import { useState } from 'react';
import type { ActionAnswer } from '@/components/desk/article-form/article-actions';
import { ConfirmDialog } from '@/components/desk/article-form/confirm-dialog';
import { useAct } from '@/components/desk/use-act';
import { Button, ButtonLink } from '@/components/ui/button';
import { FormProblems } from '@/components/ui/field';
import type { ListedRevision } from '@/features/versions/list-revisions';
import { formatDateTime } from '@/lib/dates';
import { timelineKindLabels } from '@/lib/timeline-kind';

type VersionListProps = {
  articleId: number;
  revisions: ListedRevision[];
  from: number | undefined;
  to: number | undefined;
  older: number | undefined;
  address: string;
  /** The newest version of the article, on whatever page of the list. */
  newest: number;
  mayRestore: boolean;
  restore: (input: {
    articleId: number;
    version: number;
    restored: number;
  }) => Promise<ActionAnswer<{ version: number }>>;
};

/** The versions, the newest first: two are chosen to be compared, one can be made the newest again. */
export function VersionList(props: VersionListProps) {
  const { articleId, revisions, from, to, older, address, newest, mayRestore, restore } = props;
  const [restoring, setRestoring] = useState<number>();
  const { act, refusal, isPending } = useAct();
  return (
    <section aria-label="版本" className="grid min-w-0 gap-3">
      <FormProblems problems={refusal} />
      <form action={address} className="grid gap-3">
        <ol className="grid gap-2">
          {revisions.map((revision) => {
            const { version } = revision;
            return (
              <li key={version} className="rounded-lg border border-rule bg-sheet p-3">
                <Who revision={revision} />
                <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
                  <Choice name="from" label="对照：旧" version={version} isChosen={version === from} />
                  <Choice name="to" label="新" version={version} isChosen={version === to} />
                  {mayRestore && !revision.isNewest && (
                    <Button
                      isSmall
                      look="quiet"
                      disabled={isPending}
                      aria-label={`恢复第 ${version} 版`}
                      onClick={() => setRestoring(version)}
                    >
                      恢复这一版
                    </Button>
                  )}
                </div>
              </li>
            );
          })}
        </ol>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary">
            对照这两版
          </Button>
          {older !== undefined && <ButtonLink href={`${address}?before=${older}`}>更早的版本</ButtonLink>}
        </div>
      </form>
      {restoring !== undefined && (
        <ConfirmDialog
          title={`恢复第 ${restoring} 版`}
          verb="确认恢复"
          onConfirm={() => {
            setRestoring(undefined);
            act({
              perform: () => restore({ articleId, version: newest, restored: restoring }),
              done: `已恢复第 ${restoring} 版的文字，作为新的一版`,
            });
          }}
          onClose={() => setRestoring(undefined)}
        >
          <p>
            第 {restoring} 版的文字成为新的一版；现在的文字仍留在历史版本里。读者看到的不变，发布以后才更新。
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
}

function Who({ revision }: { revision: ListedRevision }) {
  const { version, kind, editorName, savedAt, publishedAt, isShown, isNewest, events } = revision;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <strong>第 {version} 版</strong>
        {isNewest && <span className="text-[0.8125rem] text-accent">最新</span>}
        {isShown ? (
          <span className="text-[0.8125rem] text-accent">读者现在看到的</span>
        ) : (
          publishedAt && <span className="text-[0.8125rem]">发布过</span>
        )}
        <time dateTime={savedAt.toISOString()} className="ml-auto text-[0.8125rem] text-muted">
          {formatDateTime(savedAt)}
        </time>
      </p>
      <p className="text-muted">
        {editorName ?? '导入'} {kind === 'autosave' ? '自动保存' : '保存'}
      </p>
      {events.map(({ kind: what, editorName: who, at, note }, index) => (
        <p key={index} className="text-[0.8125rem] break-words">
          {timelineKindLabels[what]}（{who}，{formatDateTime(at)}）{note && `：${note}`}
        </p>
      ))}
    </>
  );
}

function Choice({
  name,
  label,
  version,
  isChosen,
}: {
  name: string;
  label: string;
  version: number;
  isChosen: boolean;
}) {
  return (
    <label className="flex items-center gap-1.5">
      <input type="radio" name={name} value={version} defaultChecked={isChosen} />
      {label}
      <span className="sr-only">第 {version} 版</span>
    </label>
  );
}
