import type { ReactNode } from 'react';

/** Pages before the desk's door: signing in, invitations, the second factor. */
export function ThresholdFrame({
  siteName,
  title,
  note,
  children,
}: {
  siteName: string;
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <main className="mx-auto grid min-h-screen max-w-md content-center gap-5 px-4 py-10">
      <header>
        <p className="font-serif text-muted">{siteName}</p>
        <h1 className="text-2xl font-bold">{title}</h1>
        {note && <p className="mt-1 text-muted">{note}</p>}
      </header>
      <div className="rounded-lg border border-rule bg-sheet p-5">{children}</div>
    </main>
  );
}
