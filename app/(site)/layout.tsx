import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { readEnv } from '@/lib/env';
import './site.css';

// Reader pages are rendered for each request and kept by the page server. Without this line Next would
// build pages without parameters once and freeze them.
export const dynamic = 'force-dynamic';

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(readEnv().siteUrl),
    manifest: '/site.webmanifest',
    icons: {
      icon: [
        { url: '/favicon.ico', sizes: '48x48' },
        { url: '/icon.svg', type: 'image/svg+xml' },
        { url: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      ],
      apple: '/apple-touch-icon.png',
    },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#16181b' },
  ],
};

export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    // Lines with itemprop (share-card.tsx) need an item to belong to.
    <html lang="zh-CN" itemScope itemType="https://schema.org/WebPage">
      <head>
        <script type="module" src="/enhance.js" />
      </head>
      <body>{children}</body>
    </html>
  );
}
