'use client';

import { NodeViewWrapper, type NodeViewProps } from '@tiptap/react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { BlockButton, BlockButtons } from '@/components/desk/body-editor/block-buttons';
import { type FoundArticle, useBodyEditor } from '@/components/desk/body-editor/body-editor-context';
import { formatDateTime } from '@/lib/dates';

/** Links to other articles, found by words or by number. */
export function RelatedBlock({ node, updateAttributes, deleteNode }: NodeViewProps) {
  const { headlines, isReadOnly, rememberArticle } = useBodyEditor();
  const ids = node.attrs.articleIds as number[];
  const set = (articleIds: number[]) => updateAttributes({ articleIds });
  const move = (index: number, by: -1 | 1) => {
    const moved = [...ids];
    [moved[index], moved[index + by]] = [moved[index + by]!, moved[index]!];
    set(moved);
  };
  return (
    <NodeViewWrapper className="related-block">
      <p className="block-name">相关稿件</p>
      <ol>
        {ids.map((id, index) => (
          <li key={id}>
            <span>{headlines.get(id) ?? `稿件 ${id}（读者现在看不到）`}</span>
            {!isReadOnly && (
              <BlockButtons>
                <BlockButton label="上移" isDisabled={index === 0} onClick={() => move(index, -1)}>
                  <ArrowUp size={14} aria-hidden />
                </BlockButton>
                <BlockButton
                  label="下移"
                  isDisabled={index === ids.length - 1}
                  onClick={() => move(index, 1)}
                >
                  <ArrowDown size={14} aria-hidden />
                </BlockButton>
                <BlockButton label="去掉" onClick={() => set(ids.toSpliced(index, 1))} />
              </BlockButtons>
            )}
          </li>
        ))}
      </ol>
      {!isReadOnly && (
        <>
          {ids.length < 20 && (
            <ArticleSearch
              taken={ids}
              onPick={(article) => {
                rememberArticle(article);
                set([...ids, article.id]);
              }}
            />
          )}
          <BlockButtons>
            <BlockButton label="移除相关稿件" onClick={deleteNode} />
          </BlockButtons>
        </>
      )}
    </NodeViewWrapper>
  );
}

function ArticleSearch({ taken, onPick }: { taken: number[]; onPick: (article: FoundArticle) => void }) {
  const { findArticles } = useBodyEditor();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<FoundArticle[]>([]);
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  useEffect(() => {
    if (words.trim() === '') return undefined;
    let isLate = false;
    const timer = setTimeout(() => {
      void findArticles(words).then((articles) => !isLate && setFound(articles));
    }, 250);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [words, findArticles]);
  const shown = words.trim() === '' ? [] : found.filter(({ id }) => !taken.includes(id)).slice(0, 8);
  const active = Math.min(chosen, shown.length - 1);
  const pick = (article: FoundArticle | undefined) => {
    if (article !== undefined) onPick(article);
    setChosen(0);
  };
  return (
    <div className="article-search">
      <input
        type="search"
        role="combobox"
        aria-label="查找相关稿件"
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-activedescendant={shown.length > 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        placeholder="输入标题里的字词或稿件编号，上下键选择，回车加入"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || shown.length === 0) return;
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step !== undefined) {
            event.preventDefault();
            setChosen((active + step + shown.length) % shown.length);
          } else if (event.key === 'Enter') {
            event.preventDefault();
            pick(shown[active]);
          } else if (event.key === 'Escape') {
            event.preventDefault();
            setWords('');
          }
        }}
      />
      <div id={listId} role="listbox" aria-label="找到的稿件" className="found" hidden={shown.length === 0}>
        {shown.map((article, index) => (
          <div
            key={article.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // The field keeps the focus and the words, for picking several.
            onPointerDown={(event) => {
              event.preventDefault();
              pick(article);
            }}
          >
            <span>{article.headline}</span>
            <time dateTime={new Date(article.publishedAt).toISOString()}>
              {formatDateTime(new Date(article.publishedAt))}
            </time>
          </div>
        ))}
      </div>
    </div>
  );
}
