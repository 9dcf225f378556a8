import type { StyleCategory, StyleLevel, StyleRuleKind, StyleSkip } from '@/lib/style-rule';
import type { StyleRuleFields } from '@/lib/style-rule-form';

/** A rule of the starter set with a text it speaks up in and one it stays quiet in; both are tested. */
export type StarterRule = {
  kind?: StyleRuleKind;
  category?: StyleCategory;
  level?: StyleLevel;
  text: string;
  replacement: string | null;
  message: string;
  exceptions?: string[];
  skips?: StyleSkip[];
  wrong: string;
  right: string;
};

/** The rule as it is stored; what is not said is a wrong character that should be changed. */
export function fieldsOf(rule: StarterRule): StyleRuleFields {
  const { kind = 'word', category = 'typo', level = 'warn', text, replacement, message } = rule;
  const { exceptions = [], skips = ['address'] } = rule;
  return {
    kind,
    text,
    message,
    replacement,
    level,
    category,
    sectionId: null,
    exceptions,
    skips: [...skips],
    isEnabled: true,
  };
}
