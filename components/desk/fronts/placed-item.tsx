'use client';

import { useSortable } from '@dnd-kit/sortable';
import { ArrowDown, ArrowUp, GripVertical, Pencil, X } from 'lucide-react';
import { useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { TextArea, TextField } from '@/components/ui/field';
import type { PlacedArticle } from '@/features/fronts/resolve-front-draft';
import { articleAddress } from '@/lib/addresses';
import type { DraftItem } from '@/lib/front-draft';

type PlacedItemProps = {
  id: string;
  item: DraftItem;
  /** Undefined for a line of text, and for an article that was deleted. */
  article: PlacedArticle | undefined;
  at: number;
  count: number;
  isBeyondLimit: boolean;
  problem: string | undefined;
  onChange: (change: Partial<DraftItem>) => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
};

/** One hand-placed line: dragged by its handle, with words of its own where the article's do not fit. */
export function PlacedItem(props: PlacedItemProps) {
  const { id, item, article, at, count, isBeyondLimit, problem, onChange, onMove, onRemove } = props;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id, attributes: { roleDescription: '可以移动的一条' } });
  const [isEditing, setEditing] = useState(false);
  const headline = item.headline || article?.headline || '（没有标题）';
  const warning = warningOf(item, article, isBeyondLimit);

  return (
    <li
      ref={setNodeRef}
      style={{
        transform: transform === null ? undefined : `translate3d(0, ${transform.y}px, 0)`,
        transition,
      }}
      className={`rounded-md border border-rule bg-paper ${isDragging ? 'relative z-10 shadow-lg' : ''}`}
    >
      <div className="flex items-center gap-1 py-1 pr-1">
        <button
          type="button"
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          aria-label={`移动“${headline}”`}
          className={`${buttonClass('quiet', true)} cursor-grab touch-none`}
        >
          <GripVertical size={16} aria-hidden />
        </button>
        <span className="w-5 shrink-0 text-right text-muted tabular-nums">{at + 1}</span>
        <span className="min-w-0 grow px-1.5">
          {item.articleId === null ? (
            headline
          ) : (
            <a
              href={articleAddress(item.articleId)}
              target="_blank"
              rel="noreferrer"
              className="hover:text-accent"
            >
              {headline}
            </a>
          )}
          {item.headline !== '' && article !== undefined && (
            <span className="block text-[0.8125rem] text-muted">原标题：{article.headline}</span>
          )}
          {(problem ?? warning) && (
            <span className="block text-[0.8125rem] text-accent">{problem ?? warning}</span>
          )}
        </span>
        <Button
          look="quiet"
          isSmall
          aria-label={`上移“${headline}”`}
          aria-disabled={at === 0}
          onClick={() => onMove(-1)}
        >
          <ArrowUp size={16} aria-hidden />
        </Button>
        <Button
          look="quiet"
          isSmall
          aria-label={`下移“${headline}”`}
          aria-disabled={at === count - 1}
          onClick={() => onMove(1)}
        >
          <ArrowDown size={16} aria-hidden />
        </Button>
        <Button
          look="quiet"
          isSmall
          aria-label={`改“${headline}”在版面上的标题和摘要`}
          aria-expanded={isEditing}
          onClick={() => setEditing(!isEditing)}
        >
          <Pencil size={16} aria-hidden />
        </Button>
        <Button look="quiet" isSmall aria-label={`移除“${headline}”`} onClick={onRemove}>
          <X size={16} aria-hidden />
        </Button>
      </div>
      {isEditing && (
        <div className="grid gap-3 border-t border-rule p-3">
          <TextField
            label="版面上的标题"
            name={`${id}-headline`}
            maxLength={200}
            value={item.headline}
            placeholder={article?.headline}
            hint="留空就用稿件自己的标题。"
            onChange={(event) => onChange({ headline: event.target.value })}
          />
          <TextArea
            label="版面上的摘要"
            name={`${id}-abstract`}
            maxLength={1000}
            value={item.abstract}
            placeholder={article?.abstract}
            hint="留空就用稿件自己的摘要。只有每个版块的头一条显示摘要。"
            onChange={(event) => onChange({ abstract: event.target.value })}
          />
        </div>
      )}
    </li>
  );
}

function warningOf(
  { articleId }: DraftItem,
  article: PlacedArticle | undefined,
  isBeyondLimit: boolean,
): string | undefined {
  if (articleId !== null && article === undefined) return '这篇稿件已被删除，读者看不到，请移除。';
  if (article?.isLive === false) return '这篇稿件已下线，读者看不到；重新发布后会再出现。';
  return isBeyondLimit ? '超出“最多几条”，读者看不到。' : undefined;
}
