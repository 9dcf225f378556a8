'use client';

import { NodeViewWrapper, type NodeViewProps } from '@tiptap/react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { BlockButton, BlockButtons } from '@/components/desk/body-editor/block-buttons';
import { type FoundArticle, useBodyEditor } from '@/components/desk/body-editor/body-editor-context';

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
  const shown = words.trim() === '' ? [] : found.filter(({ id }) => !taken.includes(id));
  return (
    <div className="article-search">
      <input
        type="search"
        aria-label="查找相关稿件"
        placeholder="输入标题里的字词或稿件编号"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (shown[0] !== undefined) onPick(shown[0]);
        }}
      />
      {shown.length > 0 && (
        <ul>
          {shown.slice(0, 8).map((article) => (
            <li key={article.id}>
              <button type="button" onClick={() => onPick(article)}>
                {article.headline}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
