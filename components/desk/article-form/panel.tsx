import type { ReactNode } from 'react';

/** A part of the column beside the text. */
export function Panel({ title, children, id }: { title: string; children: ReactNode; id?: string }) {
  return (
    <section id={id} className="rounded-lg border border-rule bg-sheet p-3">
      <h2 className="mb-2 font-bold">{title}</h2>
      <div className="grid gap-3">{children}</div>
    </section>
  );
}
