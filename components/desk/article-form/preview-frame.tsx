'use client';

import { useEffect, useState } from 'react';
import { ArticleView } from '@/components/article/article-view';
import { type PreviewMessage, previewReady } from '@/components/desk/article-form/preview-message';
import type { PublishedArticle } from '@/features/articles/find-published-article';
import { articleAddress } from '@/lib/addresses';

/** Stands alone in a frame and draws what the form sends it. */
export function PreviewFrame() {
  const [article, setArticle] = useState<PublishedArticle>();
  useEffect(() => {
    const take = (event: MessageEvent<PreviewMessage>) => {
      if (event.origin === location.origin && event.data.kind === 'chengxun:preview') {
        setArticle(event.data.article);
      }
    };
    window.addEventListener('message', take);
    window.parent.postMessage(previewReady, location.origin);
    return () => window.removeEventListener('message', take);
  }, []);
  if (article === undefined) return null;
  return (
    <main className="wrap">
      <ArticleView
        article={article}
        address={location.origin + articleAddress(article.id)}
        previous={undefined}
        next={undefined}
      />
    </main>
  );
}
