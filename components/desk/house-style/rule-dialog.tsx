'use client';

import { useState } from 'react';
import { MarkedText } from '@/components/desk/house-style/marked-text';
import type { RuleActions } from '@/components/desk/house-style/rule-actions';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField, TextArea, TextField } from '@/components/ui/field';
import type { DeskStyleRule } from '@/features/house-style/list-style-rules';
import type { SectionChoice } from '@/features/sections/list-section-choices';
import { StyleChecker } from '@/lib/style-checker';
import {
  styleCategories,
  styleCategoryLabels,
  styleLevelLabels,
  styleLevels,
  type StyleRuleKind,
  styleRuleKindLabels,
  styleRuleKinds,
  styleSkipLabels,
  styleSkips,
} from '@/lib/style-rule';
import { problemsOfStyleRule, type StyleRuleFields } from '@/lib/style-rule-form';

type Fix = 'none' | 'replace' | 'delete';

const fresh: StyleRuleFields = {
  kind: 'word',
  text: '',
  message: '',
  replacement: null,
  level: 'warn',
  category: 'typo',
  sectionId: null,
  exceptions: [],
  skips: ['address'],
  isEnabled: true,
};

const levelHints = '必改：不改不能送审和发布。应改：标出来，可以写明理由忽略。提示：供参考。';
const patternHint =
  '可用 [] | ? {1,4} \\d \\p{Han} 和前后查看 (?<=) (?=)；“+”“*”最多算 30 次，不能重复套重复。';

/** A rule's fields, with a place to try it before it is saved. */
export function RuleDialog({
  rule,
  sections,
  mayEditPortal,
  actions,
  onClose,
}: {
  rule: DeskStyleRule | undefined;
  sections: SectionChoice[];
  mayEditPortal: boolean;
  actions: RuleActions;
  onClose: () => void;
}) {
  const initial = rule ?? fresh;
  const open = sections.filter((section) => section.isOpen || mayEditPortal);
  const [kind, setKind] = useState<StyleRuleKind>(initial.kind);
  const [text, setText] = useState(initial.text);
  const [fix, setFix] = useState<Fix>(fixOf(initial));
  const [replacement, setReplacement] = useState(initial.replacement ?? '');
  const [exceptions, setExceptions] = useState(initial.exceptions.join('\n'));
  const [skips, setSkips] = useState(initial.skips);
  const [sample, setSample] = useState('');
  const fields = {
    kind,
    text,
    replacement: fix === 'none' ? null : fix === 'delete' ? '' : replacement,
    exceptions: linesOf(exceptions),
    skips,
    isEnabled: initial.isEnabled,
  };
  return (
    <Dialog title={rule === undefined ? '新建规则' : '修改规则'} isOpen isWide onClose={onClose}>
      <ActionForm
        fields={['kind', 'text', 'message', 'replacement', 'level', 'category', 'sectionId', 'exceptions']}
        onDone={onClose}
        className="grid items-start gap-4 md:grid-cols-2"
        action={(_previous, form) => {
          const section = form.get('sectionId');
          const sent: StyleRuleFields = {
            ...fields,
            message: String(form.get('message')),
            level: form.get('level') as StyleRuleFields['level'],
            category: form.get('category') as StyleRuleFields['category'],
            sectionId: section === '' ? null : Number(section),
          };
          return rule === undefined
            ? actions.add(sent)
            : actions.change({ ...sent, ruleId: rule.id, version: rule.version });
        }}
      >
        {({ problems, isPending }) => (
          <>
            <SelectField
              label="方式"
              name="kind"
              value={kind}
              onChange={(event) => setKind(event.target.value as StyleRuleKind)}
            >
              {styleRuleKinds.map((one) => (
                <option key={one} value={one}>
                  {styleRuleKindLabels[one]}
                </option>
              ))}
            </SelectField>
            <TextField
              label="写法"
              name="text"
              required
              maxLength={200}
              value={text}
              problems={problems}
              hint={kind === 'pattern' ? patternHint : '稿件里出现这个词就标出来'}
              onChange={(event) => setText(event.target.value)}
            />
            <SelectField
              label="怎样改"
              name="fix"
              value={fix}
              onChange={(event) => setFix(event.target.value as Fix)}
            >
              <option value="none">只标出来，由人来改</option>
              <option value="replace">替换为……</option>
              <option value="delete">删去</option>
            </SelectField>
            {fix === 'replace' ? (
              <TextField
                label="替换为"
                name="replacement"
                required
                maxLength={100}
                value={replacement}
                problems={problems}
                hint={kind === 'pattern' ? '$1 到 $9 是写法里的各对括号' : undefined}
                onChange={(event) => setReplacement(event.target.value)}
              />
            ) : (
              <span className="hidden md:block" />
            )}
            <div className="md:col-span-2">
              <TextField
                label="说明"
                name="message"
                required
                maxLength={200}
                defaultValue={initial.message}
                problems={problems}
                hint="告诉写稿的人为什么不对、应该怎样"
              />
            </div>
            <SelectField
              label="级别"
              name="level"
              defaultValue={initial.level}
              hint={levelHints}
              problems={problems}
            >
              {styleLevels.map((one) => (
                <option key={one} value={one}>
                  {styleLevelLabels[one]}
                </option>
              ))}
            </SelectField>
            <SelectField label="类别" name="category" defaultValue={initial.category} problems={problems}>
              {styleCategories.map((one) => (
                <option key={one} value={one}>
                  {styleCategoryLabels[one]}
                </option>
              ))}
            </SelectField>
            <SelectField
              label="栏目"
              name="sectionId"
              defaultValue={initial.sectionId ?? ''}
              hint="包括下级栏目"
              problems={problems}
            >
              {mayEditPortal && <option value="">全站</option>}
              {open
                .filter(({ depth }) => depth > 0)
                .map(({ id, name, depth }) => (
                  <option key={id} value={id}>
                    {'　'.repeat(depth - 1) + name}
                  </option>
                ))}
            </SelectField>
            <fieldset className="grid content-start gap-1">
              <legend className="font-medium">这些地方不查</legend>
              {styleSkips.map((skip) => (
                <label key={skip} className="flex items-center gap-2">
                  <input
                    type="checkbox"
                    checked={skips.includes(skip)}
                    onChange={(event) =>
                      setSkips(
                        styleSkips.filter((one) =>
                          one === skip ? event.target.checked : skips.includes(one),
                        ),
                      )
                    }
                  />
                  {styleSkipLabels[skip]}
                </label>
              ))}
            </fieldset>
            <TextArea
              label="例外"
              name="exceptions"
              value={exceptions}
              problems={problems}
              hint="一行一个：写法出现在这些文字里时是对的"
              onChange={(event) => setExceptions(event.target.value)}
            />
            <div className="grid content-start gap-1">
              <TextArea
                label="试一试"
                name="sample"
                value={sample}
                maxLength={2000}
                onChange={(event) => setSample(event.target.value)}
              />
              <p role="status" className="text-[0.8125rem]">
                <Trial sample={sample} fields={fields} />
              </p>
            </div>
            <div className="flex justify-end gap-2 md:col-span-2">
              <Button onClick={onClose}>取消</Button>
              <Button type="submit" look="primary" disabled={isPending}>
                {isPending ? '正在保存……' : '保存规则'}
              </Button>
            </div>
          </>
        )}
      </ActionForm>
    </Dialog>
  );
}

function fixOf({ replacement }: { replacement: string | null }): Fix {
  if (replacement === null) return 'none';
  return replacement === '' ? 'delete' : 'replace';
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

type Tried = Pick<StyleRuleFields, 'kind' | 'text' | 'replacement' | 'exceptions' | 'skips' | 'isEnabled'>;

/** What the rule as it stands in the dialog finds in the sample; nothing is asked of the server. */
function Trial({ sample, fields }: { sample: string; fields: Tried }) {
  if (fields.text === '' || sample === '') return <>填好写法后，在这里输入一段文字看看会标出什么。</>;
  const rule: StyleRuleFields = { ...fresh, ...fields };
  const [problem] = problemsOfStyleRule(rule);
  if (problem !== undefined) return <span className="text-accent">{problem.message}</span>;
  const findings = new StyleChecker([{ ...rule, id: 0 }]).check(sample);
  if (findings.length === 0) return <>没有标出什么。</>;
  return (
    <>
      标出 {findings.length} 处：
      <MarkedText text={sample} findings={findings} />
    </>
  );
}
