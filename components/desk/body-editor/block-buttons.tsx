'use client';

import type { ReactNode } from 'react';

/** The row of small buttons that belongs to a block. */
export function BlockButtons({ children }: { children: ReactNode }) {
  return <span className="block-buttons">{children}</span>;
}

export function BlockButton({
  label,
  onClick,
  children,
  isDisabled = false,
}: {
  label: string;
  onClick: () => void;
  children?: ReactNode;
  isDisabled?: boolean;
}) {
  return (
    <button type="button" aria-label={label} title={label} disabled={isDisabled} onClick={onClick}>
      {children ?? label}
    </button>
  );
}
