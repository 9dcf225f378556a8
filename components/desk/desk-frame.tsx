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
      <header className="flex flex-col gap-3 border-b border-rule px-4 py-3 lg:sticky lg:top-0 lg:h-screen lg:border-r lg:border-b-0">
        <div className="flex items-center justify-between gap-2 lg:flex-col lg:items-stretch">
          <div className="min-w-0">
            <Link href="/desk" prefetch={false} className="block truncate font-serif text-lg font-bold">
              {siteName}
            </Link>
            <a href="/" className="text-[0.8125rem] text-muted hover:text-accent">
              查看网站
            </a>
          </div>
        </div>
        <DeskNavigation open={open} />
        <div className="flex items-center justify-between gap-2 lg:mt-auto">
          <Link href="/desk/account" prefetch={false} className="min-w-0 truncate hover:text-accent">
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
