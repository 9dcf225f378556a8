import type { FormState } from '@/lib/form-state';
import type { Outcome } from '@/lib/problems';
import type { TextFinding } from '@/lib/style-checker';
import type { StyleRuleFields } from '@/lib/style-rule-form';

/** What the page of rules can do; each asks for the right itself. */
export type RuleActions = {
  add: (rule: StyleRuleFields) => Promise<FormState>;
  change: (rule: StyleRuleFields & { ruleId: number; version: number }) => Promise<FormState>;
  switchOnOff: (rule: { ruleId: number; version: number; isEnabled: boolean }) => Promise<FormState>;
  remove: (rule: { ruleId: number; version: number }) => Promise<FormState>;
  importFile: (form: FormData) => Promise<FormState>;
  importStarter: () => Promise<FormState>;
  tryText: (trial: { text: string; sectionId: number | null }) => Promise<Outcome<TextFinding[]>>;
};
