'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { Ellipsis } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';

export type MenuEntry = { label: string; onSelect: () => void; isDanger?: boolean };

/** What else can be done with one line of a list, behind three dots. `label` names the line for whoever hears it. */
export function Menu({ label, entries }: { label: string; entries: readonly MenuEntry[] }) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger className={buttonClass('quiet', true)} aria-label={label}>
        <Ellipsis size={16} aria-hidden />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner align="end" sideOffset={4} className="z-30">
          <Base.Popup className="min-w-36 rounded-md border border-rule bg-sheet py-1 shadow-lg">
            {entries.map((entry) => (
              <Base.Item
                key={entry.label}
                onClick={entry.onSelect}
                className={`cursor-default px-3 py-1.5 data-[highlighted]:bg-tint ${entry.isDanger ? 'text-accent' : ''}`}
              >
                {entry.label}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
