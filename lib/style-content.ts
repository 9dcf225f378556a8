import type { Block, Inline, Paragraph } from '@/lib/article-body';
import type { ArticleContent } from '@/lib/article-content';
import type { Problem } from '@/lib/problems';
import type { StyleChecker, TextFinding } from '@/lib/style-checker';
import type { StyleCategory, StyleLevel } from '@/lib/style-rule';

/**
 * One text of an article that is checked by itself. `field` is the form's field as the check list names it:
 * `headline`, `credits.0`, `body.<index of the block>`. `part` counts the texts of that field that have any
 * words, from 0; the editor counts its document in the same way (components/desk/body-editor/document-texts.ts).
 */
export type ContentText = { field: string; part: number; text: string };

/** A finding with its place in the article. */
export type ContentFinding = TextFinding & {
  field: string;
  part: number;
  /** The few characters around it: with the words they say which of several equal ones is meant. */
  before: string;
  after: string;
  /** Stays the same while the sentence around the words does; a finding is ignored under this name. */
  key: string;
};

const contextLength = 8;

const plainFields = [
  'kicker',
  'headline',
  'subheadline',
  'shortHeadline',
  'abstract',
  'sourceName',
  'originalHeadline',
] as const satisfies (keyof ArticleContent)[];

export type PlainField = (typeof plainFields)[number];

/** Every text that readers may see of an article, in the order of the form. */
export function contentTexts(content: ArticleContent): ContentText[] {
  const texts: ContentText[] = [];
  const add = (field: string, text: string, part = 0) => {
    if (text !== '') texts.push({ field, part, text });
  };
  for (const name of plainFields) add(name, content[name]);
  for (const [index, block] of content.body.content.entries()) {
    const words = blockTexts(block).filter((text) => text !== '');
    for (const [part, text] of words.entries()) add(`body.${index}`, text, part);
  }
  for (const [index, { name }] of content.credits.entries()) add(`credits.${index}`, name);
  for (const [index, tag] of content.tags.entries()) add(`tags.${index}`, tag);
  return texts;
}

/** All texts of a block that are written by hand, empty ones included. */
export function blockTexts(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return [inlineText(block.content)];
    case 'subhead':
      return block.content.map((line) => inlineText(line.content));
    case 'image':
      return [block.attrs.caption, block.attrs.credit, block.attrs.alt];
    case 'video':
      return [block.attrs.caption, block.attrs.credit];
    case 'gallery':
      return block.content.flatMap(blockTexts);
    case 'quote':
      return block.content.map(paragraphText);
    case 'note':
      return [block.attrs.label, ...block.content.map(paragraphText)];
    case 'list':
      return block.content.flatMap((item) => item.content.map(paragraphText));
    case 'table':
      return [
        block.attrs.caption,
        ...block.content.flatMap((row) =>
          row.content.flatMap((cell) => (cell.content ?? []).map(paragraphText)),
        ),
      ];
    case 'divider':
    case 'related':
      return [];
    default:
      return block satisfies never;
  }
}

function paragraphText({ content }: Paragraph): string {
  return inlineText(content);
}

/** A line break is one character, as it is one place in the editor. */
function inlineText(content: Inline[] | undefined): string {
  return (content ?? []).map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
}

/** Everything the rules say about an article. */
export function checkContent(checker: StyleChecker, content: ArticleContent): ContentFinding[] {
  return contentTexts(content).flatMap((place) => findingsIn(checker, place));
}

/** What the rules say about one text of an article. */
export function findingsIn(checker: StyleChecker, place: ContentText): ContentFinding[] {
  return checker.check(place.text).map((finding) => placed(finding, place));
}

function placed(finding: TextFinding, { field, part, text }: ContentText): ContentFinding {
  const before = text.slice(Math.max(0, finding.from - contextLength), finding.from).toWellFormed();
  const after = text.slice(finding.to, finding.to + contextLength).toWellFormed();
  const [name = ''] = field.split('.');
  return {
    ...finding,
    field,
    part,
    before,
    after,
    key: JSON.stringify([finding.rule.id, name, before, finding.words, after]),
  };
}

/** The content with a finding outside of the body put right; the body changes in its editor, with undo. */
export function fixInContent(content: ArticleContent, finding: ContentFinding): Partial<ArticleContent> {
  const [name = '', index] = finding.field.split('.');
  const fix = (text: string) =>
    finding.replacement !== null && text.slice(finding.from, finding.to) === finding.words
      ? text.slice(0, finding.from) + finding.replacement + text.slice(finding.to)
      : text;
  const at = Number(index);
  if (name === 'credits') {
    return {
      credits: content.credits
        .map((credit, place) => (place === at ? { ...credit, name: fix(credit.name).trim() } : credit))
        .filter(({ name: left }) => left !== ''),
    };
  }
  if (name === 'tags') {
    const tags = content.tags.map((tag, place) => (place === at ? fix(tag).trim() : tag));
    return { tags: [...new Set(tags)].filter((tag) => tag !== '') };
  }
  const field = plainFields.find((one) => one === name);
  return field === undefined ? {} : { [field]: fix(content[field]) };
}

/** What the newsroom remembers of a finding: in the report that goes with the text. Stored as JSON. */
export type ReportedFinding = {
  key: string;
  field: string;
  words: string;
  before: string;
  after: string;
  level: StyleLevel;
  category: StyleCategory;
  message: string;
  replacement: string | null;
};

export type IgnoredFinding = ReportedFinding & { reason: string; ignoredBy: string };

export function reported({
  rule,
  key,
  field,
  words,
  before,
  after,
  replacement,
}: ContentFinding): ReportedFinding {
  const { level, category, message } = rule;
  return { key, field, words, before, after, level, category, message, replacement };
}

/** What stops an article: one sentence for each kind of words in each field, for the form and the verbs alike. */
export function problemsOfStyle(findings: readonly ContentFinding[]): Problem[] {
  const sentences = new Map<string, Problem>();
  for (const { field, words, rule, replacement } of findings) {
    if (rule.level !== 'block') continue;
    const message = `“${words}”必须改：${sentenceOf(rule.message)}${adviceFor(replacement)}`;
    sentences.set(`${field} ${message}`, { field, message });
  }
  return [...sentences.values()];
}

function sentenceOf(message: string): string {
  return /[。！？]$/u.test(message) ? message : `${message}。`;
}

/** What to do about a finding. */
export function adviceFor(replacement: string | null): string {
  if (replacement === null) return '请改写。';
  return replacement === '' ? '请删去。' : `请改为“${replacement}”。`;
}
