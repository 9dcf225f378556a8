'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ActionAnswer } from '@/components/desk/article-form/article-actions';
import { Panel } from '@/components/desk/article-form/panel';
import { MarkDialog } from '@/components/desk/review/mark-dialog';
import type { Reviewing } from '@/components/desk/review/review-bar';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import type { ReviewMark } from '@/features/review/review-marks';
import { blockLines } from '@/lib/article-body';
import type { ArticleContent } from '@/lib/article-content';
import { formatDateTime } from '@/lib/dates';
import { placeOfMark } from '@/lib/review-marks';
import { type Importance, importanceLabels, importances } from '@/lib/review-stage';

type ReviewPanelProps = {
  articleId: number;
  reviewing: Reviewing;
  canEdit: boolean;
  content: ArticleContent;
  version: () => number;
  /** Where the cursor is, and which words are selected. */
  placeInText: () => { blockIndex: number; quote: string };
  onJump: (blockIndex: number) => void;
  /** Saves what was typed; answers whether it is safe. */
  onSave: () => Promise<boolean>;
};

/** Marks on paragraphs, and how many reviews the article needs. */
export function ReviewPanel(props: ReviewPanelProps) {
  const { articleId, canEdit, onJump } = props;
  const { review, actions } = props.reviewing;
  const blocks = props.content.body.content.map((block) => blockLines(block).join(''));
  const router = useRouter();
  const toast = useToast();
  const perform = async (work: () => Promise<ActionAnswer<unknown>>) => {
    if (canEdit && !(await props.onSave())) return;
    const answer = await work().catch(() => undefined);
    if (answer?.ok !== true) {
      toast(answer?.problems[0]?.message ?? '连接不上服务器，没有完成。请检查网络后再试。');
    }
    router.refresh();
  };
  const [place, setPlace] = useState<{ blockIndex: number; quote: string }>();
  const open = review.marks.filter(({ resolvedAt }) => resolvedAt === null);
  const done = review.marks.filter(({ resolvedAt }) => resolvedAt !== null);
  const canLower = review.mine.canLowerImportance;
  return (
    <Panel title="审稿" id="review-panel">
      <SelectField
        label="重要程度"
        name="importance"
        value={review.importance}
        disabled={!canEdit || (review.importance === 'important' && !canLower)}
        hint={`要审 ${review.stages.length} 级。重要稿件可能要审更多级；调低要由主任或总编来做。`}
        onChange={(event) => {
          const importance = event.target.value as Importance;
          void perform(() => actions.setImportance({ articleId, importance }));
        }}
      >
        {importances.map((one) => (
          <option key={one} value={one}>
            {importanceLabels[one]}
          </option>
        ))}
      </SelectField>
      {open.length > 0 && (
        <ol className="grid gap-2" aria-label="段落标注">
          {open.map((mark) => (
            <MarkItem
              key={mark.id}
              mark={mark}
              place={placeOfMark(blocks, mark)}
              onJump={onJump}
              onResolve={() => void perform(() => actions.resolveMark({ articleId, markId: mark.id }))}
            />
          ))}
        </ol>
      )}
      {review.mine.canMark && (
        <Button isSmall onClick={() => setPlace(props.placeInText())}>
          标注光标所在的段落
        </Button>
      )}
      {done.length > 0 && (
        <details>
          <summary className="text-muted">已处理的标注 {done.length} 条</summary>
          <ol className="mt-2 grid gap-2 text-muted">
            {done.map((mark) => (
              <li key={mark.id}>
                {mark.editorName}：{mark.note}（{mark.resolvedByName}处理）
              </li>
            ))}
          </ol>
        </details>
      )}
      {place !== undefined && (
        <MarkDialog
          place={place}
          onClose={() => setPlace(undefined)}
          onMark={(note) => {
            setPlace(undefined);
            void perform(() => actions.mark({ articleId, version: props.version(), ...place, note }));
          }}
        />
      )}
    </Panel>
  );
}

type MarkItemProps = {
  mark: ReviewMark;
  place: number | undefined;
  onJump: (blockIndex: number) => void;
  onResolve: () => void;
};

function MarkItem({ mark, place, onJump, onResolve }: MarkItemProps) {
  return (
    <li className="grid gap-1 border-l-2 border-accent pl-2">
      <button
        type="button"
        className="text-left break-words hover:text-accent"
        disabled={place === undefined}
        onClick={() => place !== undefined && onJump(place)}
      >
        <span className="text-muted">
          {place === undefined ? '这一段已删' : `第 ${place + 1} 段`}
          {mark.quote !== '' && `「${mark.quote}」`}：
        </span>
        {mark.note}
      </button>
      <p className="flex flex-wrap items-center gap-2 text-[0.8125rem] text-muted">
        {mark.editorName} <time>{formatDateTime(mark.createdAt)}</time>
        <button type="button" className="text-accent underline underline-offset-4" onClick={onResolve}>
          已处理
        </button>
      </p>
    </li>
  );
}
