import Link from 'next/link';
import type { ReactNode } from 'react';

export type TabLink = { key: string; href: string; label: ReactNode };

/** Heaps of one page, each under an address of its own; where they are too wide they scroll by themselves. */
export function TabLinks({ label, tabs, current }: { label: string; tabs: TabLink[]; current: string }) {
  return (
    // `relative`: words for screen readers are placed absolutely and would widen the page.
    <nav aria-label={label} className="relative mb-4 flex gap-x-1 overflow-x-auto border-b border-rule">
      {tabs.map(({ key, href, label: words }) => (
        <Link
          key={key}
          href={href}
          prefetch={false}
          aria-current={key === current ? 'page' : undefined}
          className="-mb-px flex shrink-0 items-baseline gap-1.5 border-b-2 border-transparent px-2.5 py-2 text-muted hover:text-ink aria-[current]:border-accent aria-[current]:font-bold aria-[current]:text-ink"
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
