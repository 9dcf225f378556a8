import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import '@/app/(site)/site.css';

// Unpublished texts in the reader's clothes: drawn for each request, kept by nobody, found by nobody.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: '预览',
  robots: { index: false, follow: false, noarchive: true },
  referrer: 'no-referrer',
};

export default function PreviewLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="zh-CN">
      <body>{children}</body>
    </html>
  );
}
