'use client';

import { Button } from '@/components/ui/button';
import { contributorRoleLabels } from '@/lib/contributor-role';
import type { Suggestion } from '@/lib/tidy-body';

/** What 一键排版 would not do by itself. */
export function SuggestionPanel({
  suggestions,
  onTake,
  onIgnore,
  onClose,
}: {
  suggestions: Suggestion[];
  onTake: (suggestion: Suggestion) => void;
  onIgnore: (suggestion: Suggestion) => void;
  onClose: () => void;
}) {
  return (
    <section aria-label="排版建议" className="suggestions">
      <header>
        <p>排版完成。另有 {suggestions.length} 处请您决定：</p>
        <Button isSmall look="quiet" onClick={onClose}>
          全部忽略
        </Button>
      </header>
      <ul>
        {suggestions.map((suggestion, index) => (
          <li key={index}>
            <span>{wordsOf(suggestion)}</span>
            <Button isSmall onClick={() => onTake(suggestion)}>
              采用
            </Button>
            <Button isSmall look="quiet" onClick={() => onIgnore(suggestion)}>
              忽略
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordsOf(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'subhead':
      return `“${suggestion.text}”改为小标题`;
    case 'credit':
      return `把这一行移到署名：${contributorRoleLabels[suggestion.role]} ${suggestion.names.join('、')}`;
    case 'source':
      return `把这一行移到来源：${suggestion.name}`;
    default:
      return suggestion satisfies never;
  }
}
