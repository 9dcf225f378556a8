import Link from 'next/link';
import type { ReactNode } from 'react';
import { DeskNavigation, type DeskPage } from '@/components/desk/desk-navigation';
import { Button } from '@/components/ui/button';

type DeskFrameProps = {
  siteName: string;
  editorName: string;
  open: readonly DeskPage[];
  signOut: () => Promise<void>;
  children: ReactNode;
};

/** Around every page of the desk: where one is, who one is, the way out. */
export function DeskFrame({ siteName, editorName, open, signOut, children }: DeskFrameProps) {
  return (
    <div className="lg:grid lg:min-h-screen lg:grid-cols-[11.5rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-sheet focus:px-3 focus:py-2"
      >
        跳到正文
      </a>
      {/* Narrow: name and account in one row, the navigation below; wide: all of them above each other. */}
      <header className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 border-b border-rule px-4 py-3 lg:sticky lg:top-0 lg:flex lg:h-screen lg:flex-col lg:items-stretch lg:gap-y-3 lg:border-r lg:border-b-0">
        <div className="flex min-w-0 items-baseline gap-x-3 lg:block">
          <Link href="/desk" prefetch={false} className="block truncate font-serif text-lg font-bold">
            {siteName}
          </Link>
          <a href="/" className="shrink-0 text-[0.8125rem] text-muted hover:text-accent">
            查看网站
          </a>
        </div>
        <div className="col-span-2 row-start-2 min-w-0">
          <DeskNavigation open={open} />
        </div>
        <div className="flex items-center justify-between gap-2 lg:mt-auto">
          <Link href="/desk/account" prefetch={false} className="max-w-40 min-w-0 truncate hover:text-accent">
            {editorName}
          </Link>
          <form action={signOut}>
            <Button type="submit" look="quiet" isSmall>
              退出
            </Button>
          </form>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="min-w-0 px-4 py-5 lg:px-7">
        {children}
      </main>
    </div>
  );
}
