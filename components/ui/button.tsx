import type { ButtonHTMLAttributes } from 'react';
import Link from 'next/link';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

const looks: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent border-accent hover:opacity-90',
  secondary: 'bg-sheet text-ink border-rule hover:border-muted',
  quiet: 'border-transparent text-ink hover:bg-tint',
  danger: 'bg-sheet text-accent border-accent hover:bg-tint',
};

/** The classes of a button, for elements that are none. */
export function buttonClass(look: ButtonLook = 'secondary', isSmall = false): string {
  const size = isSmall ? 'h-7 px-2 text-[0.8125rem]' : 'h-9 px-3.5';
  return `inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap ${size} ${looks[look]} disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50`;
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook; isSmall?: boolean };

export function Button({ look, isSmall, className = '', type = 'button', ...rest }: ButtonProps) {
  // oxlint-disable-next-line react/button-has-type -- the caller's choice, with a safe default
  return <button type={type} className={`${buttonClass(look, isSmall)} ${className}`} {...rest} />;
}

type ButtonLinkProps = { href: string; look?: ButtonLook; isSmall?: boolean; children: React.ReactNode };

export function ButtonLink({ href, look, isSmall, children }: ButtonLinkProps) {
  return (
    <Link href={href} prefetch={false} className={buttonClass(look, isSmall)}>
      {children}
    </Link>
  );
}
