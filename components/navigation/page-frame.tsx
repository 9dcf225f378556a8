import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/navigation/site-footer';
import { SiteHeader } from '@/components/navigation/site-header';
import type { SiteView } from '@/features/sections/get-site-view';

type PageFrameProps = {
  site: SiteView;
  isFront?: boolean;
  dateLine?: string;
  copyrightNotice?: string;
  children: ReactNode;
};

/** Header, main and footer of every reader page. */
export function PageFrame({ site, isFront, dateLine, copyrightNotice, children }: PageFrameProps) {
  return (
    <>
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <SiteHeader site={site} isFront={isFront} dateLine={dateLine} />
      <main id="main" className="wrap" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter siteName={site.name} footer={site.footer} copyrightNotice={copyrightNotice} />
    </>
  );
}
