import { Button, ButtonLink } from '@/components/ui/button';
import { FormProblems, SelectField, TextField } from '@/components/ui/field';
import type { Problem } from '@/lib/problems';
import { timelineKindLabels, timelineKinds } from '@/lib/timeline-kind';

export const filterNames = ['person', 'kind', 'article', 'from', 'to'] as const;

export type FilterWords = Partial<Record<(typeof filterNames)[number], string>>;

type EventFilterFormProps = {
  /** What was asked, as it stands in the address. */
  asked: FilterWords;
  people: readonly { id: number; name: string }[];
  problems: readonly Problem[];
};

/** A form that only reads: its answer has an address that can be kept and sent on. */
export function EventFilterForm({ asked, people, problems }: EventFilterFormProps) {
  return (
    <form action="/desk/audit" className="mb-4 grid gap-3">
      <FormProblems problems={problems} shownFields={filterNames} />
      <div className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-[repeat(5,minmax(0,1fr))_auto] xl:items-start">
        <SelectField label="人员" name="person" defaultValue={asked.person ?? ''} problems={problems}>
          <option value="">所有人</option>
          <option value="none">命令行和未登录</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField label="操作" name="kind" defaultValue={asked.kind ?? ''} problems={problems}>
          <option value="">所有操作</option>
          {timelineKinds.map((kind) => (
            <option key={kind} value={kind}>
              {timelineKindLabels[kind]}
            </option>
          ))}
        </SelectField>
        <TextField
          label="稿件编号"
          name="article"
          inputMode="numeric"
          defaultValue={asked.article}
          problems={problems}
        />
        <TextField label="从哪天" name="from" type="date" defaultValue={asked.from} problems={problems} />
        <TextField label="到哪天" name="to" type="date" defaultValue={asked.to} problems={problems} />
        <div className="flex items-end gap-2 xl:mt-[1.65rem]">
          <Button type="submit" look="primary">
            筛选
          </Button>
          <ButtonLink href="/desk/audit" look="quiet">
            清除
          </ButtonLink>
        </div>
      </div>
    </form>
  );
}
