'use client';

import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';

/** Says in the corner what happened. Wraps the whole desk. */
export function Toasts({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider timeout={6000}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-50 grid w-80 max-w-[calc(100vw-2rem)] gap-2">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="rounded-md border border-rule bg-sheet shadow-lg transition-opacity data-[ending-style]:opacity-0 data-[starting-style]:opacity-0"
    >
      <Toast.Content className="flex items-center gap-2 py-2 pr-2 pl-3">
        {/* Without a title the toast would be a dialog that has no name. */}
        <Toast.Title className="sr-only">{toast.title ?? '提示'}</Toast.Title>
        <Toast.Description className="grow" />
        {toast.actionProps && <Toast.Action className={buttonClass('secondary', true)} />}
        <Toast.Close className="rounded p-1 text-muted hover:bg-tint" aria-label="关闭">
          <X size={16} aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

type Undo = { label: string; onClick: () => void };

/** The function that shows a toast: what happened in one sentence, and how to take it back where one can. */
export function useToast(): (message: string, undo?: Undo) => void {
  const { add } = Toast.useToastManager();
  return (message, undo) => {
    add({
      description: message,
      ...(undo && { timeout: 12_000, actionProps: { children: undo.label, onClick: undo.onClick } }),
    });
  };
}
