/** How a rule looks for its text. Values are stored: rename none, only add. */
export const styleRuleKinds = ['word', 'pattern'] as const;
export type StyleRuleKind = (typeof styleRuleKinds)[number];
export const styleRuleKindLabels: Record<StyleRuleKind, string> = { word: '词语', pattern: '句式' };

/** From the gravest to the mildest. */
export const styleLevels = ['block', 'warn', 'hint'] as const;
export type StyleLevel = (typeof styleLevels)[number];
export const styleLevelLabels: Record<StyleLevel, string> = { block: '必改', warn: '应改', hint: '提示' };

export const styleCategories = ['typo', 'title', 'punctuation', 'number', 'banned'] as const;
export type StyleCategory = (typeof styleCategories)[number];
export const styleCategoryLabels: Record<StyleCategory, string> = {
  typo: '错字',
  title: '称谓',
  punctuation: '标点',
  number: '数字',
  banned: '禁用语',
};

/** Where a rule does not look: addresses and mail, foreign words, titles in 《》. */
export const styleSkips = ['address', 'latin', 'bookTitle'] as const;
export type StyleSkip = (typeof styleSkips)[number];
export const styleSkipLabels: Record<StyleSkip, string> = {
  address: '网址',
  latin: '外文',
  bookTitle: '书名号内',
};

/** What the checker needs of a rule; comes with the form, so that it also works without a connection. */
export type StyleRule = {
  id: number;
  kind: StyleRuleKind;
  /** The word, or the pattern in the syntax of lib/style-pattern.ts. */
  text: string;
  message: string;
  /** What one key puts in place; '' deletes, null: a person has to decide. In patterns $1 to $9 are groups. */
  replacement: string | null;
  level: StyleLevel;
  category: StyleCategory;
  /** The section, with all below it; null: everywhere. */
  sectionId: number | null;
  /** Longer texts in which the found one is right. */
  exceptions: readonly string[];
  skips: readonly StyleSkip[];
};

/** The rules that count in a section: those of the whole portal, its own and those of the sections above it. */
export function rulesForSection(
  rules: readonly StyleRule[],
  parentIds: ReadonlyMap<number, number | null>,
  sectionId: number,
): StyleRule[] {
  const line = new Set<number>();
  for (let next: number | null = sectionId; next !== null && !line.has(next);) {
    line.add(next);
    next = parentIds.get(next) ?? null;
  }
  return rules.filter((rule) => rule.sectionId === null || line.has(rule.sectionId));
}
