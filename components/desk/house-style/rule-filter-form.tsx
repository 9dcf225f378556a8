import { Button, ButtonLink } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import {
  styleCategories,
  styleCategoryLabels,
  styleLevelLabels,
  styleLevels,
  styleRuleKindLabels,
  styleRuleKinds,
} from '@/lib/style-rule';
import type { StyleRuleQuestion } from '@/lib/style-rule-question';

/** A form that only reads: its answer has an address that can be kept and sent on. */
export function RuleFilterForm({ asked }: { asked: StyleRuleQuestion }) {
  return (
    <form action="/desk/style-rules" className="mb-4">
      <div className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-[2fr_repeat(4,minmax(0,1fr))_auto] xl:items-start">
        <TextField label="写法或说明" name="words" maxLength={100} defaultValue={asked.words} />
        <Choice name="category" label="类别" all="所有类别" value={asked.category}>
          {styleCategories.map((one) => [one, styleCategoryLabels[one]])}
        </Choice>
        <Choice name="level" label="级别" all="所有级别" value={asked.level}>
          {styleLevels.map((one) => [one, styleLevelLabels[one]])}
        </Choice>
        <Choice name="kind" label="方式" all="词语和句式" value={asked.kind}>
          {styleRuleKinds.map((one) => [one, styleRuleKindLabels[one]])}
        </Choice>
        <Choice name="state" label="状态" all="启用和停用" value={asked.state}>
          {[
            ['on', '启用'],
            ['off', '停用'],
          ]}
        </Choice>
        <div className="flex items-end gap-2 xl:mt-[1.65rem]">
          <Button type="submit" look="primary">
            筛选
          </Button>
          <ButtonLink href="/desk/style-rules" look="quiet">
            清除
          </ButtonLink>
        </div>
      </div>
    </form>
  );
}

function Choice(props: {
  name: string;
  label: string;
  all: string;
  value: string;
  children: readonly (readonly [value: string, label: string])[] | string[][];
}) {
  return (
    <SelectField label={props.label} name={props.name} defaultValue={props.value}>
      <option value="">{props.all}</option>
      {props.children.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </SelectField>
  );
}
