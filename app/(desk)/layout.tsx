import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Toasts } from '@/components/ui/toast';
import './desk.css';

// The desk answers each request for itself, and Next needs the request for the nonce of its scripts.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { template: '%s - 采编台', default: '采编台' },
  robots: { index: false, follow: false },
  icons: { icon: [{ url: '/icon.svg', type: 'image/svg+xml' }] },
};

export default function DeskRootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="zh-CN">
      <body>
        <Toasts>{children}</Toasts>
      </body>
    </html>
  );
}
