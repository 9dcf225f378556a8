import type { TextPart } from '@/lib/diff-text';

/** Added words are underlined, removed ones struck through: told apart without colour, and by name to who hears it. */
export function ChangedText({ parts }: { parts: readonly TextPart[] }) {
  return (
    <p className="leading-relaxed break-words whitespace-pre-line">
      {parts.map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>;
        if (kind === 'added') {
          return (
            <ins key={index} className="bg-[#2e7d3226] decoration-2 underline-offset-4">
              {text}
            </ins>
          );
        }
        return (
          <del key={index} className="bg-[#a3281c26]">
            {text}
          </del>
        );
      })}
    </p>
  );
}
