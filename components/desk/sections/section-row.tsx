import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { cellClass } from '@/components/ui/table';
import type { SectionLine } from '@/features/sections/list-section-tree';
import { sectionKindLabels } from '@/lib/section-kind';

type SectionRowProps = {
  section: SectionLine;
  onMove: (direction: 'up' | 'down') => void;
  onAdd: () => void;
  onChange: () => void;
  onRemove: () => void;
};

/** One section; deeper ones stand further to the right. */
export function SectionRow({ section, onMove, onAdd, onChange, onRemove }: SectionRowProps) {
  const { name, kind, path, depth, articleCount, isFirst, isLast } = section;
  const isPortal = section.parentId === null;

  function onKeyDown(event: KeyboardEvent): void {
    if (!event.altKey || isPortal) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? 'up' : 'down');
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the controls inside
    <tr onKeyDown={onKeyDown}>
      <th scope="row" className={`${cellClass} min-w-44 font-medium`}>
        <span className="flex items-center gap-2" style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
          {depth > 0 && <span aria-hidden className="h-px w-2 shrink-0 bg-rule" />}
          <button type="button" className="text-left hover:text-accent" onClick={onChange}>
            {name}
          </button>
          {depth > 0 && <span className="sr-only">第 {depth} 级</span>}
        </span>
      </th>
      <td className={`${cellClass} whitespace-nowrap text-muted`}>{sectionKindLabels[kind]}</td>
      <td className={cellClass}>
        <a href={`/${path}`} className="break-all text-muted hover:text-accent">
          /{path}
        </a>
      </td>
      <td className={`${cellClass} whitespace-nowrap tabular-nums`}>{articleCount} 篇</td>
      <td className={`${cellClass} whitespace-nowrap`}>
        <span className="-my-0.5 flex items-center justify-end gap-0.5">
          {!isPortal && (
            <>
              {/* Not `disabled`: the button keeps the focus while the section travels to the end of its row. */}
              <Button
                look="quiet"
                isSmall
                aria-label={`上移${name}`}
                aria-disabled={isFirst}
                onClick={() => onMove('up')}
              >
                <ArrowUp size={16} aria-hidden />
              </Button>
              <Button
                look="quiet"
                isSmall
                aria-label={`下移${name}`}
                aria-disabled={isLast}
                onClick={() => onMove('down')}
              >
                <ArrowDown size={16} aria-hidden />
              </Button>
            </>
          )}
          <Button look="quiet" isSmall aria-label={`新建${name}的下级栏目`} onClick={onAdd}>
            <Plus size={16} aria-hidden />
            下级
          </Button>
          <Menu
            label={`${name}：更多操作`}
            entries={[
              { label: '修改', onSelect: onChange },
              ...(isPortal ? [] : [{ label: '删除', onSelect: onRemove, isDanger: true }]),
            ]}
          />
        </span>
      </td>
    </tr>
  );
}
