'use client';

import { Monitor, Smartphone } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type PreviewMessage, previewReady } from '@/components/desk/article-form/preview-message';
import { Button } from '@/components/ui/button';
import type { PublishedArticle } from '@/features/articles/find-published-article';

const widths = { phone: 375, desktop: 1180 };

/** The article as readers will see it, drawn by their own components while it is typed. */
export function PreviewPane({ article }: { article: PublishedArticle }) {
  const [device, setDevice] = useState<keyof typeof widths>('phone');
  const frame = useRef<HTMLIFrameElement>(null);
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const [scale, setScale] = useState(1);
  const tell = useEffectEvent((shown: PublishedArticle) => {
    const message: PreviewMessage = { kind: 'chengxun:preview', article: shown };
    frame.current?.contentWindow?.postMessage(message, location.origin);
  });
  const answerReady = useEffectEvent(() => tell(article));
  useEffect(() => {
    const answer = (event: MessageEvent) => {
      if (event.origin === location.origin && event.data === previewReady) answerReady();
    };
    window.addEventListener('message', answer);
    return () => window.removeEventListener('message', answer);
  }, []);
  useEffect(() => {
    tell(article);
  }, [article]);
  useEffect(() => {
    if (box === null) return undefined;
    const fit = new ResizeObserver(([entry]) => {
      setScale(Math.min(1, entry!.contentRect.width / widths[device]));
    });
    fit.observe(box);
    return () => fit.disconnect();
  }, [box, device]);
  return (
    <section aria-label="预览" className="grid gap-2">
      <div className="flex gap-1" role="group" aria-label="预览的宽度">
        <Button isSmall aria-pressed={device === 'phone'} onClick={() => setDevice('phone')}>
          <Smartphone size={14} aria-hidden />
          手机
        </Button>
        <Button isSmall aria-pressed={device === 'desktop'} onClick={() => setDevice('desktop')}>
          <Monitor size={14} aria-hidden />
          电脑
        </Button>
      </div>
      <div
        ref={setBox}
        className="h-[calc(100vh-11rem)] overflow-hidden rounded-lg border border-rule bg-sheet"
      >
        {/* oxlint-disable-next-line react/iframe-missing-sandbox -- a page of ours that has to run its script here */}
        <iframe
          ref={frame}
          src="/desk/preview/article"
          title={device === 'phone' ? '手机上的样子' : '电脑上的样子'}
          className="origin-top-left"
          style={{ width: widths[device], height: `${100 / scale}%`, transform: `scale(${scale})` }}
        />
      </div>
    </section>
  );
}
