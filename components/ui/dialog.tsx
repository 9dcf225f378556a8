'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';

type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  description?: ReactNode;
  isWide?: boolean;
};

/** A modal dialog: focus stays inside, Escape closes it, and the focus returns to where it was. */
export function Dialog({ title, isOpen, onClose, children, description, isWide = false }: DialogProps) {
  return (
    <Base.Root open={isOpen} onOpenChange={(willBeOpen) => !willBeOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[#0007]" />
        <Base.Popup
          className={`fixed top-1/2 left-1/2 z-50 max-h-[90vh] w-[calc(100vw-2rem)] -translate-1/2 overflow-y-auto rounded-lg border border-rule bg-sheet p-5 shadow-xl ${isWide ? 'max-w-5xl' : 'max-w-lg'}`}
        >
          <header className="mb-3 flex items-start gap-3">
            <Base.Title className="grow text-lg font-bold">{title}</Base.Title>
            <Base.Close className="rounded p-1 text-muted hover:bg-tint" aria-label="关闭">
              <X size={18} aria-hidden />
            </Base.Close>
          </header>
          {description && <Base.Description className="mb-3 text-muted">{description}</Base.Description>}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
