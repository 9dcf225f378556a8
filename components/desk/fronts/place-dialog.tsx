'use client';

import { useEffect, useState } from 'react';
import type { FrontActions } from '@/components/desk/fronts/front-actions';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormProblems, SelectField, TextField } from '@/components/ui/field';
import type { ScopeSection } from '@/features/access/list-scope-sections';
import type { FoundLive } from '@/features/fronts/search-live-articles';
import { formatDateTime } from '@/lib/dates';
import type { Problem } from '@/lib/problems';

type PlaceDialogProps = {
  blockTitle: string;
  /** The block shows nothing without a picture. */
  needsPicture: boolean;
  sections: readonly ScopeSection[];
  placedIds: readonly number[];
  search: FrontActions['search'];
  onPlace: (article: FoundLive) => void;
  onClose: () => void;
};

/** Milliseconds after the last key before it is searched. */
const rest = 300;

/** Finds published articles and places them in a block, one after the other. */
export function PlaceDialog(props: PlaceDialogProps) {
  const { blockTitle, needsPicture, sections, placedIds, search, onPlace, onClose } = props;
  const [words, setWords] = useState('');
  const [sectionId, setSectionId] = useState<number | null>(null);
  const [found, setFound] = useState<FoundLive[]>();
  const [problems, setProblems] = useState<Problem[]>([]);

  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const answer = await search({ words, sectionId }).catch(() => undefined);
      if (!isCurrent) return;
      if (answer?.ok) {
        setFound(answer.value);
        setProblems([]);
      } else {
        setProblems(answer?.problems ?? [{ field: '', message: '没有收到服务器的回答，请再试一次。' }]);
      }
    }, rest);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [search, words, sectionId]);

  return (
    <Dialog title={`放入“${blockTitle}”`} isOpen onClose={onClose} isWide>
      <div className="grid gap-3">
        <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_14rem]">
          <TextField
            label="找稿件"
            name="words"
            type="search"
            maxLength={100}
            value={words}
            placeholder="标题或正文里的词，或稿件编号"
            onChange={(event) => setWords(event.target.value)}
          />
          <SelectField
            label="栏目"
            name="sectionId"
            value={sectionId ?? ''}
            onChange={(event) => setSectionId(event.target.value === '' ? null : Number(event.target.value))}
          >
            <option value="">全站</option>
            {sections
              .filter(({ depth }) => depth > 0)
              .map(({ id, name, depth }) => (
                <option key={id} value={id}>
                  {'　'.repeat(depth - 1) + name}
                </option>
              ))}
          </SelectField>
        </div>
        <FormProblems problems={problems} />
        <p role="status" className="text-muted">
          {found === undefined
            ? '正在找……'
            : found.length === 0
              ? '没有找到已发布的稿件，请换个词。草稿要先发布才能放到版面上。'
              : words.trim() === ''
                ? '最新发布的稿件：'
                : `找到 ${found.length} 篇：`}
        </p>
        <ul aria-label="可以放入的稿件" className="grid gap-1.5">
          {(found ?? []).map((article) => {
            const isPlaced = placedIds.includes(article.id);
            return (
              <li
                key={article.id}
                className="flex items-center gap-3 rounded-md border border-rule px-3 py-1.5"
              >
                <span className="min-w-0 grow">
                  {article.headline}
                  <span className="block text-[0.8125rem] text-muted">
                    #{article.id}　{article.sectionName}　{formatDateTime(article.publishedAt)}
                    {needsPicture && !article.hasPicture && (
                      <span className="text-accent">　没有题图，图片新闻里不显示</span>
                    )}
                  </span>
                </span>
                <Button
                  isSmall
                  disabled={isPlaced}
                  aria-label={`${isPlaced ? '已放入' : '放入'}${article.headline}`}
                  onClick={() => onPlace(article)}
                >
                  {isPlaced ? '已放入' : '放入'}
                </Button>
              </li>
            );
          })}
        </ul>
        <div className="flex justify-end">
          <Button look="primary" onClick={onClose}>
            完成
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
