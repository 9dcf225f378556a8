'use client';

import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useId, useRef, useState } from 'react';
import { keysOf, moveWithin } from '@/components/desk/fronts/front-changes';
import { PlacedItem } from '@/components/desk/fronts/placed-item';
import type { PlacedArticle } from '@/features/fronts/resolve-front-draft';
import type { DraftItem } from '@/lib/front-draft';
import type { Problem } from '@/lib/problems';

type SortableItemsProps = {
  label: string;
  items: readonly DraftItem[];
  itemLimit: number;
  articles: Record<number, PlacedArticle>;
  problems: readonly Problem[];
  path: string;
  onChange: (items: DraftItem[]) => void;
  onRemove: (at: number) => void;
};

const instructions = {
  draggable: '按空格键拿起这一条，用上下方向键移动，再按空格键放下，按 Esc 取消。',
};

/** The hand-placed items of a block, in an order that is changed by pointer, by key or by buttons. */
export function SortableItems(props: SortableItemsProps) {
  const { label, items, itemLimit, articles, problems, path, onChange, onRemove } = props;
  const contextId = useId();
  const [moved, setMoved] = useState('');
  const isPickingUp = useRef(false);
  const sensors = useSensors(
    // A press without a way is a click on what stands in the line.
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const keys = keysOf(items);
  const placeOf = (key: string | number) => keys.indexOf(String(key));
  const nameAt = (at: number) => {
    const item = items[at];
    return item === undefined ? '' : item.headline || articles[item.articleId ?? 0]?.headline || '';
  };

  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      isPickingUp.current = true;
      return `拿起“${nameAt(placeOf(active.id))}”，现在是第 ${placeOf(active.id) + 1} 条。`;
    },
    onDragOver: ({ over }) => {
      // What was picked up lies over its own place first; said aloud, that would cut off the line above.
      if (isPickingUp.current || over === null) {
        isPickingUp.current = false;
        return undefined;
      }
      return `移到第 ${placeOf(over.id) + 1} 条。`;
    },
    onDragEnd: ({ active, over }) =>
      over === null ? '没有移动。' : `“${nameAt(placeOf(active.id))}”放到了第 ${placeOf(over.id) + 1} 条。`,
    onDragCancel: () => '已取消，顺序不变。',
  };

  function move(from: number, to: number): void {
    if (from === to || to < 0 || to >= items.length) return;
    onChange(moveWithin(items, from, to));
    setMoved(`“${nameAt(from)}”现在是第 ${to + 1} 条。`);
  }

  function onDragEnd({ active, over }: DragEndEvent): void {
    if (over !== null) move(placeOf(active.id), placeOf(over.id));
  }

  if (items.length === 0) return <p className="text-muted">还没有人工放入的稿件。</p>;
  return (
    <>
      <p role="status" className="sr-only">
        {moved}
      </p>
      <DndContext
        id={contextId}
        sensors={sensors}
        collisionDetection={closestCenter}
        accessibility={{ announcements, screenReaderInstructions: instructions }}
        onDragEnd={onDragEnd}
      >
        <SortableContext items={keys} strategy={verticalListSortingStrategy}>
          <ol aria-label={`${label}：人工放入`} className="grid gap-1.5">
            {items.map((item, at) => (
              <PlacedItem
                key={keys[at]}
                id={keys[at]!}
                item={item}
                article={item.articleId === null ? undefined : articles[item.articleId]}
                at={at}
                count={items.length}
                isBeyondLimit={at >= itemLimit}
                problem={problems.find(({ field }) => field.startsWith(`${path}.${at}`))?.message}
                onChange={(change) => onChange(items.with(at, { ...item, ...change }))}
                onMove={(step) => move(at, at + step)}
                onRemove={() => onRemove(at)}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
    </>
  );
}
