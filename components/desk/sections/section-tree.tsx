'use client';

import { useState, useTransition } from 'react';
import type { SectionActions } from '@/components/desk/sections/section-actions';
import { SectionDialog } from '@/components/desk/sections/section-dialog';
import { SectionRow } from '@/components/desk/sections/section-row';
import { ConfirmDialog } from '@/components/ui/action-button';
import { Table } from '@/components/ui/table';
import { useToast } from '@/components/ui/toast';
import type { SectionLine } from '@/features/sections/list-section-tree';

type Task = { kind: 'add' | 'change' | 'remove'; section: SectionLine };
type Direction = 'up' | 'down';

type SectionTreeProps = { sections: readonly SectionLine[]; actions: SectionActions };

/** The tree of the portal as a list with indentation, and everything that can be done with it. */
export function SectionTree({ sections, actions }: SectionTreeProps) {
  const [task, setTask] = useState<Task>();
  const [isMoving, startMove] = useTransition();
  const [moved, setMoved] = useState('');
  const toast = useToast();
  const close = () => setTask(undefined);

  function move(section: SectionLine, direction: Direction): void {
    if (isMoving || (direction === 'up' ? section.isFirst : section.isLast)) return;
    startMove(async () => {
      const { problems } = await actions.move({ sectionId: section.id, direction });
      if (problems[0] !== undefined) toast(problems[0].message);
      else setMoved(`“${section.name}”已${direction === 'up' ? '上' : '下'}移一位。`);
    });
  }

  return (
    <>
      <p role="status" className="sr-only">
        {moved}
      </p>
      <Table label="栏目" heads={['名称', '类型', '地址', '已发布', '']}>
        {sections.map((section) => (
          <SectionRow
            key={section.id}
            section={section}
            onMove={(direction) => move(section, direction)}
            onAdd={() => setTask({ kind: 'add', section })}
            onChange={() => setTask({ kind: 'change', section })}
            onRemove={() => setTask({ kind: 'remove', section })}
          />
        ))}
      </Table>
      {(task?.kind === 'add' || task?.kind === 'change') && (
        <SectionDialog
          key={`${task.kind}-${task.section.id}`}
          task={task.kind}
          section={task.section}
          sections={sections}
          actions={actions}
          onClose={close}
        />
      )}
      {task?.kind === 'remove' && (
        <ConfirmDialog
          title={`删除“${task.section.name}”？`}
          description={`只有没有下级、没有稿件的栏目才能删除。删除后，/${task.section.path} 和它以前的地址都会转到上级栏目。`}
          confirmLabel="删除栏目"
          isOpen
          onClose={close}
          action={() => actions.remove({ sectionId: task.section.id })}
        />
      )}
    </>
  );
}
