import { getSchema } from '@tiptap/core';
import { Node as DocumentNode } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyNodes } from '@/components/desk/body-editor/body-nodes';
import { documentTexts } from '@/components/desk/body-editor/document-texts';
import { fromArticleBody } from '@/components/desk/body-editor/from-article-body';
import {
  fixInDocument,
  marksAt,
  styleMarksPlugin,
  withStyleCheck,
} from '@/components/desk/body-editor/style-marks';
import { anyBody } from '@/components/desk/body-editor/testing/any-body';
import { toArticleBody } from '@/components/desk/body-editor/to-article-body';
import { type ArticleBody, paragraph } from '@/lib/article-body';
import { emptyContent } from '@/lib/article-content';
import { StyleChecker } from '@/lib/style-checker';
import { checkContent, contentTexts, findingsIn } from '@/lib/style-content';
import type { StyleRule } from '@/lib/style-rule';

const schema = getSchema(bodyNodes);

function documentOf(body: ArticleBody): DocumentNode {
  return DocumentNode.fromJSON(schema, fromArticleBody(body));
}

const textsOf = (body: ArticleBody) => contentTexts({ ...emptyContent(1), body });

const rule = (id: number, text: string, given: Partial<StyleRule> = {}): StyleRule => ({
  id,
  kind: 'word',
  text,
  message: '不对',
  replacement: null,
  level: 'warn',
  category: 'typo',
  sectionId: null,
  exceptions: [],
  skips: [],
  ...given,
});

const checker = new StyleChecker([
  rule(1, '城讯', { replacement: '城市资讯' }),
  rule(2, '记', { replacement: '' }),
  rule(3, '王，', { level: 'block' }),
  rule(4, '\\d\\.', { kind: 'pattern', replacement: '数' }),
]);
const check = { checker, ignoredKeys: new Set<string>() };

test('the texts of the document are those of its body, under the same names', () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const doc = documentOf(body);
      const found = documentTexts(doc).map(({ field, part, text }) => ({ field, part, text }));
      expect(found).toEqual(textsOf(toArticleBody(doc)));
    }),
  );
});

test('a place in the flow is where its text stands', () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const doc = documentOf(body);
      for (const { place, text } of documentTexts(doc)) {
        if (place.kind === 'attribute') expect(doc.nodeAt(place.node)!.attrs[place.name]).toBe(text);
        else expect(doc.textBetween(place.from, place.from + text.length, '', '\n')).toBe(text);
      }
    }),
  );
});

test('a fix changes the words of its finding and not one character else', () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const doc = documentOf(body);
      const before = textsOf(toArticleBody(doc));
      const findings = checkContent(checker, { ...emptyContent(1), body: toArticleBody(doc) });
      for (const finding of findings) {
        const tr = fixInDocument(EditorState.create({ doc }), finding);
        expect(tr === undefined).toBe(finding.replacement === null);
        if (tr === undefined) continue;
        tr.doc.check();
        const expected = before.map((text) =>
          text.field === finding.field && text.part === finding.part
            ? text.text.slice(0, finding.from) + finding.replacement! + text.text.slice(finding.to)
            : text.text,
        );
        const after = documentTexts(tr.doc).map(({ text }) => text);
        expect(after).toEqual(expected.filter((text) => text !== ''));
      }
    }),
  );
});

test('a finding whose words are gone changes nothing', () => {
  const doc = documentOf({ type: 'doc', content: [paragraph('城讯报道')] });
  const [finding] = findingsIn(checker, { field: 'body.0', part: 0, text: '城讯报道' });
  const moved = documentOf({ type: 'doc', content: [paragraph('据城讯报道')] });
  expect(fixInDocument(EditorState.create({ doc }), finding!)).toBeDefined();
  expect(fixInDocument(EditorState.create({ doc: moved }), finding!)).toBeUndefined();
  expect(fixInDocument(EditorState.create({ doc }), { ...finding!, field: 'body.7' })).toBeUndefined();
});

test('a fix keeps the emphasis of the words it replaces', () => {
  const text = { type: 'text' as const, text: '城讯', marks: [{ type: 'strong' as const }] };
  const body: ArticleBody = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: '据' }, text] }],
  };
  const [finding] = checkContent(checker, { ...emptyContent(1), body });
  const fixed = fixInDocument(EditorState.create({ doc: documentOf(body) }), finding!);
  expect(toArticleBody(fixed!.doc).content[0]).toEqual({
    type: 'paragraph',
    content: [
      { type: 'text', text: '据' },
      { ...text, text: '城市资讯' },
    ],
  });
});

test('marks stand at the findings, move with the text before it is checked again, and are never in the body', () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const doc = documentOf(body);
      let state = EditorState.create({ doc, plugins: [styleMarksPlugin()] });
      state = state.apply(withStyleCheck(state, check));
      expect(state.doc).toBe(doc);
      const expected = documentTexts(doc).flatMap(({ place, ...text }) =>
        place.kind === 'flow'
          ? findingsIn(checker, text).map(({ from, to }) => [place.from + from, place.from + to])
          : [],
      );
      expect(marksAt(state)).toEqual(expected);
      const moved = state.apply(state.tr.insert(0, schema.nodes.paragraph!.create(null, schema.text('新'))));
      expect(marksAt(moved)).toEqual(expected.map(([from, to]) => [from! + 3, to! + 3]));
    }),
  );
});

test('what was ignored is not marked, and every mark goes when no rule is left', () => {
  const doc = documentOf({ type: 'doc', content: [paragraph('城讯和城讯')] });
  const [first] = findingsIn(checker, { field: 'body.0', part: 0, text: '城讯和城讯' });
  let state = EditorState.create({ doc, plugins: [styleMarksPlugin()] });
  state = state.apply(withStyleCheck(state, { ...check, ignoredKeys: new Set([first!.key]) }));
  expect(marksAt(state)).toEqual([[4, 6]]);
  state = state.apply(withStyleCheck(state, { ...check, checker: new StyleChecker([]) }));
  expect(marksAt(state)).toEqual([]);
});
