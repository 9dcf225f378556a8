'use client';

import type { SectionChoice } from '@/features/sections/list-section-choices';
import { ActionForm, type FormAction } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';

/** Begins an article: where it belongs, and its headline if there is one already. */
export function NewArticleForm({
  action,
  formKey,
  sections,
}: {
  action: FormAction;
  formKey: string;
  sections: SectionChoice[];
}) {
  if (!sections.some(({ isOpen }) => isOpen)) return <p>您的岗位还不能在任何栏目里写稿，请联系管理员。</p>;
  return (
    <ActionForm action={action} fields={['sectionId', 'headline']} className="grid max-w-lg gap-4">
      {({ problems, isPending }) => (
        <>
          <input type="hidden" name="formKey" value={formKey} />
          {/* Without a default of ours the browser takes the first open one, and hydration resets no choice. */}
          <SelectField label="栏目" name="sectionId" problems={problems}>
            {sections.map(({ id, name, depth, isOpen }) => (
              <option key={id} value={id} disabled={!isOpen}>
                {'　'.repeat(depth) + name}
              </option>
            ))}
          </SelectField>
          <TextField label="标题" name="headline" hint="可以先空着" maxLength={200} problems={problems} />
          <div>
            <Button type="submit" look="primary" disabled={isPending}>
              {isPending ? '正在新建……' : '开始写稿'}
            </Button>
          </div>
        </>
      )}
    </ActionForm>
  );
}
