'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { FrontKey } from '@/lib/block-kind';

/** CSS pixels of the pages that are shown, scaled to the room there is. */
const widths = { desktop: 1200, phone: 390 } as const;

/** The saved draft as readers would see it; drawn anew after every save, at the place one had scrolled to. */
export function FrontPreviewPane({ frontKey, version }: { frontKey: FrontKey; version: number }) {
  const [device, setDevice] = useState<keyof typeof widths>('desktop');
  const [room, setRoom] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const shownVersion = useRef(version);

  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0));
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (shownVersion.current === version) return;
    shownVersion.current = version;
    // Loading the document again keeps its scroll position; a new address would not.
    frame.current?.contentWindow?.location.reload();
  }, [version]);

  const width = widths[device];
  const scale = Math.min(1, room / width);
  const height = 720;
  return (
    <section id="preview" aria-label="预览" className="grid scroll-mt-24 gap-2 xl:sticky xl:top-24">
      <div className="flex items-center gap-2">
        <h2 className="grow text-base font-bold">预览</h2>
        <Button
          isSmall
          look={device === 'desktop' ? 'secondary' : 'quiet'}
          aria-pressed={device === 'desktop'}
          onClick={() => setDevice('desktop')}
        >
          电脑
        </Button>
        <Button
          isSmall
          look={device === 'phone' ? 'secondary' : 'quiet'}
          aria-pressed={device === 'phone'}
          onClick={() => setDevice('phone')}
        >
          手机
        </Button>
      </div>
      <div ref={box} className="overflow-hidden rounded-md border border-rule bg-sheet" style={{ height }}>
        {room > 0 && (
          // oxlint-disable-next-line react/iframe-missing-sandbox -- a page of ours; without the framework's scripts the console fills with refusals
          <iframe
            ref={frame}
            title="读者看到的版面"
            src={`/desk/preview/front/${frontKey}`}
            className="mx-auto block origin-top-left border-0"
            style={{
              width,
              height: height / scale,
              transform: `scale(${scale})`,
              marginInlineStart: Math.max(0, (room - width * scale) / 2),
            }}
          />
        )}
      </div>
      <p className="text-[0.8125rem] text-muted">显示已保存的草稿；点标题在新窗口打开稿件。</p>
    </section>
  );
}
