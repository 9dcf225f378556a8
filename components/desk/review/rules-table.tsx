'use client';

import { useState } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField } from '@/components/ui/field';
import { cellClass, Table } from '@/components/ui/table';
import type { SectionReviewRules } from '@/features/review/set-review-rules';
import type { FormState } from '@/lib/form-state';

type Line = { id: number; name: string; depth: number; rules: SectionReviewRules };
type RulesTableProps = { lines: readonly Line[]; save: (rules: unknown) => Promise<FormState> };

const words = ['', '一审', '二审', '三审'];

/** How many reviews each section asks for; what a section does not say itself it has from above. */
export function RulesTable({ lines, save }: RulesTableProps) {
  const [line, setLine] = useState<Line>();
  return (
    <>
      <Table label="审核规则" heads={['栏目', '一般稿件', '重要稿件', '部门主任先发后审', '']}>
        {lines.map((one) => {
          const { own, inForce } = one.rules;
          return (
            <tr key={one.id}>
              <th scope="row" className={`${cellClass} min-w-44 font-medium`}>
                <span style={{ paddingInlineStart: `${one.depth * 1.25}rem` }}>{one.name}</span>
              </th>
              <Cell isOwn={own.reviews !== null}>{words[inForce.reviews]}</Cell>
              <Cell isOwn={own.importantReviews !== null}>{words[inForce.importantReviews]}</Cell>
              <Cell isOwn={own.headMayPublishFirst !== null}>
                {inForce.headMayPublishFirst ? '可以' : '不可以'}
              </Cell>
              <td className={`${cellClass} text-right`}>
                <Button
                  isSmall
                  look="quiet"
                  aria-label={`修改${one.name}的审核规则`}
                  onClick={() => setLine(one)}
                >
                  修改
                </Button>
              </td>
            </tr>
          );
        })}
      </Table>
      {line !== undefined && <RulesDialog line={line} save={save} onClose={() => setLine(undefined)} />}
    </>
  );
}

function Cell({ isOwn, children }: { isOwn: boolean; children: React.ReactNode }) {
  return (
    <td className={`${cellClass} whitespace-nowrap ${isOwn ? '' : 'text-muted'}`}>
      {children}
      {!isOwn && <span className="sr-only">（同上级）</span>}
    </td>
  );
}

function RulesDialog({
  line,
  save,
  onClose,
}: {
  line: Line;
  save: RulesTableProps['save'];
  onClose: () => void;
}) {
  const { own } = line.rules;
  const inherit = line.depth === 0 ? '默认（三审）' : '同上级栏目';
  return (
    <Dialog title={`“${line.name}”的审核规则`} isOpen onClose={onClose}>
      <ActionForm
        fields={['reviews', 'importantReviews', 'headMayPublishFirst']}
        onDone={onClose}
        action={(_previous, form) =>
          save({
            sectionId: line.id,
            reviews: numberOf(form.get('reviews')),
            importantReviews: numberOf(form.get('importantReviews')),
            headMayPublishFirst: flagOf(form.get('headMayPublishFirst')),
          })
        }
      >
        {({ problems, isPending }) => (
          <>
            <SelectField
              label="一般稿件"
              name="reviews"
              defaultValue={own.reviews ?? ''}
              problems={problems}
              hint="一审只要总编签发；二审是编辑初审、总编签发；三审中间加部门主任复审。"
            >
              <Reviews inherit={inherit} />
            </SelectField>
            <SelectField
              label="重要稿件"
              name="importantReviews"
              defaultValue={own.importantReviews ?? ''}
              problems={problems}
              hint="不会比一般稿件少。"
            >
              <Reviews inherit={inherit} />
            </SelectField>
            <SelectField
              label="部门主任可以先发后审"
              name="headMayPublishFirst"
              defaultValue={own.headMayPublishFirst === null ? '' : String(own.headMayPublishFirst)}
              problems={problems}
              hint="总编总是可以。先发后审的稿件在审完前一直以红色提示。"
            >
              <option value="">{line.depth === 0 ? '默认（不可以）' : '同上级栏目'}</option>
              <option value="true">可以</option>
              <option value="false">不可以</option>
            </SelectField>
            <div className="flex justify-end gap-2">
              <Button onClick={onClose}>取消</Button>
              <Button type="submit" look="primary" disabled={isPending}>
                {isPending ? '正在保存……' : '保存'}
              </Button>
            </div>
          </>
        )}
      </ActionForm>
    </Dialog>
  );
}

function Reviews({ inherit }: { inherit: string }) {
  return (
    <>
      <option value="">{inherit}</option>
      {[1, 2, 3].map((count) => (
        <option key={count} value={count}>
          {words[count]}
        </option>
      ))}
    </>
  );
}

function numberOf(value: FormDataEntryValue | null): number | null {
  return value === '' || value === null ? null : Number(value);
}

function flagOf(value: FormDataEntryValue | null): boolean | null {
  return value === '' || value === null ? null : value === 'true';
}
