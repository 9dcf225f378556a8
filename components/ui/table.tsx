import type { ReactNode } from 'react';

/** The classes of a table's cell: dense, one rule below. */
export const cellClass = 'border-b border-rule px-2.5 py-2 align-top';

type TableProps = {
  /** What the table holds, for whoever hears it. */
  label: string;
  /** An empty one is the column of buttons: it is named only for whoever hears the table. */
  heads: readonly string[];
  children: ReactNode;
};

/** A list in columns. Where it is too wide it scrolls by itself, also by keyboard; the page never does. */
export function Table({ label, heads, children }: TableProps) {
  return (
    <div
      className="relative overflow-x-auto rounded-md border border-rule bg-sheet"
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      <table className="w-full border-collapse text-left [&>tbody>tr:last-child>*]:border-b-0">
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th
                key={index}
                scope="col"
                className="border-b border-rule bg-tint px-2.5 py-1.5 text-[0.8125rem] font-medium whitespace-nowrap text-muted"
              >
                {head === '' ? <span className="sr-only">可做的事</span> : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
