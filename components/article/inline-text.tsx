import { Fragment, type ReactNode } from 'react';
import type { Inline } from '@/lib/article-body';

type InlineTextProps = { content: Inline[] | undefined };

/** Runs of text with their marks. The validator allows http(s), mailto and own paths as links. */
export function InlineText({ content = [] }: InlineTextProps) {
  return content.map((inline, index) => <Fragment key={index}>{draw(inline)}</Fragment>);
}

function draw(inline: Inline): ReactNode {
  if (inline.type === 'lineBreak') return <br />;
  return (inline.marks ?? []).reduce<ReactNode>((inner, mark) => {
    switch (mark.type) {
      case 'strong':
        return <strong>{inner}</strong>;
      case 'emphasis':
        return <em>{inner}</em>;
      case 'link':
        return <a href={mark.attrs.href}>{inner}</a>;
      default:
        return mark satisfies never;
    }
  }, inline.text);
}
