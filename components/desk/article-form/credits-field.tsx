'use client';

import { ChevronDown, ChevronUp, Plus, X } from 'lucide-react';
import { useId } from 'react';
import type { ContentChange } from '@/components/desk/article-form/content-change';
import { Panel } from '@/components/desk/article-form/panel';
import { FieldFindings } from '@/components/desk/house-style/field-findings';
import { Button } from '@/components/ui/button';
import { inputClass } from '@/components/ui/field';
import type { ArticleContent } from '@/lib/article-content';
import { type ContributorRole, contributorRoleLabels, contributorRoles } from '@/lib/contributor-role';

type Credit = ArticleContent['credits'][number];

/**
 * Who made the article, by role. Rows without a name are kept here and never sent: a person may be chosen
 * before being named.
 */
export function CreditsField({
  rows,
  setRows,
  knownNames,
  isReadOnly,
}: {
  rows: Credit[];
  setRows: (rows: Credit[]) => void;
  knownNames: Record<ContributorRole, string[]>;
  isReadOnly: boolean;
}) {
  const id = useId();
  const swap = (index: number, other: number) => {
    const moved = [...rows];
    [moved[index], moved[other]] = [moved[other]!, moved[index]!];
    setRows(moved);
  };
  return (
    <Panel title="署名" id="credits">
      {rows.map((credit, index) => (
        <div key={index} className="flex items-center gap-1">
          <select
            aria-label={`第 ${index + 1} 位的身份`}
            className={`${inputClass} max-w-24 shrink-0`}
            value={credit.role}
            disabled={isReadOnly}
            onChange={(event) =>
              setRows(rows.with(index, { ...credit, role: event.target.value as ContributorRole }))
            }
          >
            {contributorRoles.map((role) => (
              <option key={role} value={role}>
                {contributorRoleLabels[role]}
              </option>
            ))}
          </select>
          <input
            aria-label={`第 ${index + 1} 位的姓名`}
            list={`${id}-${credit.role}`}
            className={inputClass}
            maxLength={60}
            value={credit.name}
            readOnly={isReadOnly}
            onChange={(event) => setRows(rows.with(index, { ...credit, name: event.target.value }))}
          />
          {!isReadOnly && (
            <span className="flex">
              <IconButton label="上移" isDisabled={index === 0} onClick={() => swap(index, index - 1)}>
                <ChevronUp size={14} aria-hidden />
              </IconButton>
              <IconButton
                label="下移"
                isDisabled={index === rows.length - 1}
                onClick={() => swap(index, index + 1)}
              >
                <ChevronDown size={14} aria-hidden />
              </IconButton>
              <IconButton label="去掉" onClick={() => setRows(rows.toSpliced(index, 1))}>
                <X size={14} aria-hidden />
              </IconButton>
            </span>
          )}
        </div>
      ))}
      <FieldFindings field="credits" />
      {!isReadOnly && (
        <div className="flex flex-wrap gap-1">
          {contributorRoles.map((role) => (
            <Button key={role} isSmall look="quiet" onClick={() => setRows([...rows, { role, name: '' }])}>
              <Plus size={14} aria-hidden />
              {contributorRoleLabels[role]}
            </Button>
          ))}
        </div>
      )}
      {contributorRoles.map((role) => (
        <datalist key={role} id={`${id}-${role}`}>
          {knownNames[role].map((name) => (
            <option key={name}>{name}</option>
          ))}
        </datalist>
      ))}
    </Panel>
  );
}

/** What of the rows belongs to the text. */
export function creditsOf(rows: Credit[]): Partial<ArticleContent> & Parameters<ContentChange>[0] {
  const named = rows.map(({ role, name }) => ({ role, name: name.trim() })).filter(({ name }) => name !== '');
  return { credits: named };
}

function IconButton(props: {
  label: string;
  isDisabled?: boolean;
  onClick: () => void;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      disabled={props.isDisabled}
      onClick={props.onClick}
      className="rounded p-1 text-muted hover:bg-tint hover:text-ink disabled:opacity-30"
    >
      {props.children}
    </button>
  );
}
