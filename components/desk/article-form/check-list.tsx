'use client';

import { Check, CircleAlert } from 'lucide-react';
import { contentFieldLabels } from '@/components/desk/article-form/content-field-labels';
import { Panel } from '@/components/desk/article-form/panel';
import type { ArticleContent } from '@/lib/article-content';
import type { Problem } from '@/lib/problems';

/** What is missing before publication; each line leads to its field. */
export function CheckList({
  problems,
  onJump,
}: {
  problems: readonly Problem[];
  onJump: (field: string) => void;
}) {
  return (
    <Panel title="发布检查" id="check-list">
      {problems.length === 0 ? (
        <p className="flex items-center gap-1.5 text-good">
          <Check size={16} aria-hidden />
          该填的都填了
        </p>
      ) : (
        <ul className="grid gap-1">
          {problems.map(({ field, message }, index) => (
            <li key={index}>
              <button
                type="button"
                className="flex w-full items-start gap-1.5 rounded px-1 py-0.5 text-left hover:bg-tint"
                onClick={() => onJump(field)}
              >
                <CircleAlert size={16} className="mt-0.5 shrink-0 text-accent" aria-hidden />
                <span>
                  <span className="text-muted">{labelOf(field)}：</span>
                  {message}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function labelOf(field: string): string {
  const [name = '', index] = field.split('.');
  const label = contentFieldLabels[name as keyof ArticleContent] ?? '稿件';
  return index === undefined ? label : `${label}第 ${Number(index) + 1} 段`;
}
