'use client';

import { useRef, useState } from 'react';
import type { SectionActions } from '@/components/desk/sections/section-actions';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField, TextArea, TextField } from '@/components/ui/field';
import type { SectionLine } from '@/features/sections/list-section-tree';
import { sectionKindLabels, sectionKinds } from '@/lib/section-kind';

type SectionDialogProps = {
  task: 'add' | 'change';
  /** What is changed, or below what is added. */
  section: SectionLine;
  sections: readonly SectionLine[];
  actions: SectionActions;
  onClose: () => void;
};

/** A section's fields, with the address it will have. */
export function SectionDialog({ task, section, sections, actions, onClose }: SectionDialogProps) {
  const isNew = task === 'add';
  const isPortal = !isNew && section.parentId === null;
  const [name, setName] = useState(isNew ? '' : section.name);
  const [segment, setSegment] = useState(isNew ? '' : (section.path.split('/').at(-1) ?? ''));
  const [parentId, setParentId] = useState(isNew ? section.id : section.parentId);
  /** An address that somebody chose is not replaced by a suggestion. */
  const isChosen = useRef(!isNew);
  const choices = isNew ? sections : sections.filter((choice) => !isWithin(choice, section, sections));
  const parentPath = sections.find(({ id }) => id === parentId)?.path ?? '';
  const path = isPortal ? '' : [parentPath, segment || '……'].filter(Boolean).join('/');
  const isMoving = !isNew && path !== section.path;

  async function suggest(newName: string, newParentId: number | null): Promise<void> {
    if (isChosen.current || newName.trim() === '' || newParentId === null) return;
    const answer = await actions.suggestSegment({ name: newName, parentId: newParentId });
    if (answer.ok && !isChosen.current) setSegment(answer.value);
  }

  return (
    <Dialog
      title={isNew ? `在“${section.name}”下新建栏目` : `修改“${section.name}”`}
      isOpen
      onClose={onClose}
    >
      <ActionForm
        fields={['name', 'kind', 'description', 'segment', 'parentId']}
        onDone={onClose}
        action={(_previous, form) => {
          const kind = isPortal ? 'portal' : form.get('kind');
          const fields = { name, kind, description: form.get('description'), segment, parentId };
          return isNew ? actions.add(fields) : actions.change({ ...fields, sectionId: section.id });
        }}
      >
        {({ problems, isPending }) => (
          <>
            <TextField
              label="名称"
              name="name"
              required
              maxLength={30}
              value={name}
              problems={problems}
              onChange={(event) => setName(event.target.value)}
              onBlur={() => void suggest(name, parentId)}
            />
            {!isPortal && (
              <>
                <SelectField
                  label="上级"
                  name="parentId"
                  value={parentId ?? ''}
                  problems={problems}
                  onChange={(event) => {
                    const chosen = Number(event.target.value);
                    setParentId(chosen);
                    void suggest(name, chosen);
                  }}
                >
                  {choices.map((choice) => (
                    <option key={choice.id} value={choice.id}>
                      {'　'.repeat(choice.depth) + choice.name}
                    </option>
                  ))}
                </SelectField>
                <TextField
                  label="地址的最后一段"
                  name="segment"
                  required
                  maxLength={40}
                  value={segment}
                  problems={problems}
                  hint={
                    <>
                      完整地址：<code className="break-all">/{path}</code>
                      {isMoving && '。旧地址会自动转到新地址，下级栏目也一样。'}
                    </>
                  }
                  onChange={(event) => {
                    isChosen.current = event.target.value !== '';
                    setSegment(event.target.value);
                  }}
                />
                <SelectField
                  label="类型"
                  name="kind"
                  defaultValue={isNew ? 'section' : section.kind}
                  hint="子站有自己的名牌和导航；门户用于收存别家网站的旧稿。"
                  problems={problems}
                >
                  {sectionKinds.toReversed().map((kind) => (
                    <option key={kind} value={kind}>
                      {sectionKindLabels[kind]}
                    </option>
                  ))}
                </SelectField>
              </>
            )}
            <TextArea
              label="简介"
              name="description"
              maxLength={200}
              defaultValue={isNew ? '' : section.description}
              hint="显示在栏目页的标题下，搜索引擎也会用到。"
              problems={problems}
            />
            <div className="flex justify-end gap-2">
              <Button onClick={onClose}>取消</Button>
              <Button type="submit" look="primary" disabled={isPending}>
                {isPending ? '正在保存……' : isNew ? '新建栏目' : '保存'}
              </Button>
            </div>
          </>
        )}
      </ActionForm>
    </Dialog>
  );
}

/** Whether a section is another one or stands below it; there it cannot be moved. */
function isWithin(section: SectionLine, other: SectionLine, sections: readonly SectionLine[]): boolean {
  for (let at: SectionLine | undefined = section; at !== undefined;) {
    if (at.id === other.id) return true;
    const above: number | null = at.parentId;
    at = sections.find(({ id }) => id === above);
  }
  return false;
}
