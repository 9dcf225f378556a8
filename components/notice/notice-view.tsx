import type { ReactNode } from 'react';
import { SearchForm } from '@/components/search/search-form';

type NoticeViewProps = { headline: string; children: ReactNode };

/** A page that says why there is nothing to read here, and where to go instead. */
export function NoticeView({ headline, children }: NoticeViewProps) {
  return (
    <div className="notice">
      <h1>{headline}</h1>
      {children}
      <SearchForm id="notice-search" />
      <p className="ways-on">
        <a href="/">回首页</a>
        <a href="/latest">看最新消息</a>
      </p>
    </div>
  );
}
