'use client';

import type { RuleActions } from '@/components/desk/house-style/rule-actions';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { inputClass } from '@/components/ui/field';
import type { FormState } from '@/lib/form-state';
import { fileTooLarge, largestStyleFile } from '@/lib/style-rule-form';

/** Takes a file of rules; when a line cannot be taken, nothing is, and every such line is named. */
export function ImportDialog({
  importFile,
  onClose,
}: {
  importFile: RuleActions['importFile'];
  onClose: () => void;
}) {
  return (
    <Dialog
      title="导入规则"
      description="表格软件另存的 CSV 文件，UTF-8 或 GBK 都可以；列名和“导出 CSV”得到的一样。已有的规则（方式、写法、栏目都相同）会改成文件里的样子，其余的新增，不删除任何规则。有一行不对，就一行也不导入。"
      isOpen
      onClose={onClose}
    >
      <ActionForm onDone={onClose} action={(_previous, form) => importIfFits(form, importFile)}>
        {({ isPending }) => (
          <>
            <label className="grid gap-1 font-medium">
              CSV 文件
              <input
                type="file"
                name="file"
                accept=".csv,text/csv"
                required
                className={`${inputClass} h-auto py-1.5 font-normal`}
              />
            </label>
            <div className="flex justify-end gap-2">
              <Button onClick={onClose}>取消</Button>
              <Button type="submit" look="primary" disabled={isPending}>
                {isPending ? '正在导入……' : '导入'}
              </Button>
            </div>
          </>
        )}
      </ActionForm>
    </Dialog>
  );
}

/** Said here, because the server ends a request that is too large before anything can answer it. */
async function importIfFits(form: FormData, importFile: RuleActions['importFile']): Promise<FormState> {
  const file = form.get('file');
  const isTooLarge = file instanceof File && file.size > largestStyleFile;
  return isTooLarge ? { problems: [{ field: 'file', message: fileTooLarge }] } : importFile(form);
}
