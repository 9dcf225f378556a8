import type { ReactNode } from 'react';

/** The head of a desk page: what it is, a line about it, and what can be done here. */
export function PageTitle({
  title,
  note,
  children,
}: {
  title: string;
  note?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="mb-5 flex flex-wrap items-end gap-x-4 gap-y-2">
      <div className="grow">
        <h1 className="text-xl font-bold">{title}</h1>
        {note && <p className="text-muted">{note}</p>}
      </div>
      {children}
    </header>
  );
}
