'use client';

import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
import { useState } from 'react';
import { placeItem, rememberRemoved, type RemovedItem } from '@/components/desk/fronts/front-changes';
import type { FrontActions } from '@/components/desk/fronts/front-actions';
import { PlaceDialog } from '@/components/desk/fronts/place-dialog';
import { SortableItems } from '@/components/desk/fronts/sortable-items';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import type { ScopeSection } from '@/features/access/list-scope-sections';
import type { AddedLine } from '@/features/fronts/get-front-draft';
import type { PlacedArticle } from '@/features/fronts/resolve-front-draft';
import { type BlockKind, blockKindLabels } from '@/lib/block-kind';
import type { DraftBlock } from '@/lib/front-draft';
import type { Problem } from '@/lib/problems';

type BlockCardProps = {
  block: DraftBlock;
  kind: BlockKind;
  articles: Record<number, PlacedArticle>;
  added: readonly AddedLine[];
  sections: readonly ScopeSection[];
  problems: readonly Problem[];
  /** Where the block's problems stand: `blocks.0`. */
  path: string;
  isFirst: boolean;
  isLast: boolean;
  isBusy: boolean;
  isSameAsLive: boolean;
  search: FrontActions['search'];
  onChange: (change: Partial<DraftBlock>) => void;
  onMove: (step: -1 | 1) => void;
  onLaunch: () => void;
};

/** One block of a front: what it is called, what fills it, and what was placed in it by hand. */
export function BlockCard(props: BlockCardProps) {
  const { block, kind, articles, added, sections, problems, path, onChange } = props;
  const { title, items, itemLimit } = block;
  const [removed, setRemoved] = useState<RemovedItem[]>([]);
  const [isPlacing, setPlacing] = useState(false);
  const [found, setFound] = useState<Record<number, PlacedArticle>>({});
  const known = { ...found, ...articles };
  const nameOf = ({ item }: RemovedItem) =>
    item.headline || known[item.articleId ?? 0]?.headline || '（没有标题）';

  return (
    <section aria-label={`版块：${title}`} className="rounded-md border border-rule bg-sheet">
      <header className="flex flex-wrap items-center gap-2 border-b border-rule bg-tint px-3 py-1.5">
        <h2 className="text-base font-bold">{title || '（没有名称）'}</h2>
        <span className="grow text-[0.8125rem] text-muted">
          {title !== blockKindLabels[kind] && `${blockKindLabels[kind]}　`}
          {!props.isSameAsLive && '有没发布的改动'}
        </span>
        <Button
          look="quiet"
          isSmall
          aria-label={`版块“${title}”上移`}
          aria-disabled={props.isFirst}
          onClick={() => props.onMove(-1)}
        >
          <ArrowUp size={16} aria-hidden />
        </Button>
        <Button
          look="quiet"
          isSmall
          aria-label={`版块“${title}”下移`}
          aria-disabled={props.isLast}
          onClick={() => props.onMove(1)}
        >
          <ArrowDown size={16} aria-hidden />
        </Button>
        <Button isSmall disabled={props.isSameAsLive || props.isBusy} onClick={props.onLaunch}>
          发布这一块
        </Button>
      </header>
      <div className="grid gap-3 p-3">
        <div className="grid gap-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_6rem]">
          <TextField
            label="名称"
            name={`${path}.title`}
            maxLength={30}
            value={title}
            problems={problems}
            onChange={(event) => onChange({ title: event.target.value })}
          />
          <SelectField
            label="自动补充"
            name={`${path}.sectionId`}
            value={block.sectionId ?? ''}
            problems={problems}
            onChange={(event) =>
              onChange({ sectionId: event.target.value === '' ? null : Number(event.target.value) })
            }
          >
            <option value="">全站最新</option>
            {sections
              .filter(({ depth }) => depth > 0)
              .map(({ id, name, depth }) => (
                <option key={id} value={id}>
                  {'　'.repeat(depth - 1) + name}
                </option>
              ))}
          </SelectField>
          <TextField
            label="最多几条"
            name={`${path}.itemLimit`}
            type="number"
            min={1}
            max={50}
            value={Number.isNaN(itemLimit) ? '' : itemLimit}
            problems={problems}
            onChange={(event) => onChange({ itemLimit: event.target.valueAsNumber })}
          />
        </div>
        <SortableItems
          label={title}
          items={items}
          itemLimit={itemLimit}
          articles={known}
          problems={problems}
          path={`${path}.items`}
          onChange={(changed) => onChange({ items: changed })}
          onRemove={(at) => {
            setRemoved(rememberRemoved(removed, { at, item: items[at]! }));
            onChange({ items: items.toSpliced(at, 1) });
          }}
        />
        <div className="flex flex-wrap items-start gap-2">
          <Button isSmall onClick={() => setPlacing(true)}>
            <Plus size={16} aria-hidden />
            放入稿件
          </Button>
          {items.length < itemLimit && (
            <p className="line-clamp-2 grow basis-40 pt-0.5 text-[0.8125rem] text-muted">
              {added.length === 0
                ? '后面没有可以自动补充的稿件。'
                : `后面自动补充 ${added.length} 条：${added.map(({ headline }) => headline).join('；')}`}
            </p>
          )}
        </div>
        {removed.length > 0 && (
          <ul aria-label="最近移除" className="grid gap-1 border-t border-rule pt-2">
            {removed.map((one, index) => (
              <li key={index} className="flex items-center gap-2 text-muted">
                <span className="min-w-0 grow truncate">已移除：{nameOf(one)}</span>
                <Button
                  isSmall
                  aria-label={`恢复${nameOf(one)}`}
                  onClick={() => {
                    setRemoved(removed.toSpliced(index, 1));
                    const isBack = items.some(
                      ({ articleId }) => articleId !== null && articleId === one.item.articleId,
                    );
                    if (!isBack) onChange({ items: placeItem(items, one.item, one.at) });
                  }}
                >
                  恢复
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {isPlacing && (
        <PlaceDialog
          blockTitle={title}
          needsPicture={kind === 'pictures'}
          sections={sections}
          placedIds={items.flatMap(({ articleId }) => articleId ?? [])}
          search={props.search}
          onPlace={(article) => {
            const { id, headline, abstract } = article;
            setFound({ ...found, [id]: { headline, abstract, isLive: true } });
            onChange({ items: placeItem(items, { articleId: id, headline: '', abstract: '' }) });
          }}
          onClose={() => setPlacing(false)}
        />
      )}
    </section>
  );
}
