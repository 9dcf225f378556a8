import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPageFile } from '@/features/archive-import/testing/import-page-file';
import type { ReadPage } from '@/features/archive-import/read-page';
import { formatWithOffset } from '@/lib/dates';

/*
 * Real pages lie beside the project, not in it. Their records say what a person found on each page; the rules of
 * comparison are those of the folder's README (white space deleted, people as sets).
 */
const folder = path.resolve(import.meta.dirname, '../../../shared/data/import');

type Expected = {
  file: string;
  title: string;
  kicker?: string;
  subtitle?: string;
  published?: string;
  source?: string;
  author?: string[];
  correspondent?: string[];
  reporter?: string[];
  editor?: string[];
  breadcrumb?: string[];
  body_first30: string;
  body_last30: string;
  body_chars?: number;
  body_paragraphs?: number;
  paragraph_tolerance?: number;
  subheads?: string[];
  optional_head?: string[];
  optional_tail?: string[];
  not_in_body?: string[];
};

const bare = (text: string) => text.replaceAll(/\s/gu, '');
const linesOf = (page: ReadPage) =>
  page.blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : block.lines));
const names = (page: ReadPage, ...roles: string[]) =>
  page.credits.filter(({ role }) => roles.includes(role)).map(({ name }) => name);

if (!existsSync(folder)) console.warn('The shared pages are not here; their comparison is left out.');

describe.runIf(existsSync(folder))('saved pages beside the project', () => {
  const records = existsSync(folder)
    ? readFileSync(path.join(folder, 'expected.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Expected)
    : [];

  test.for(records.map((record) => [record.file, record] as const))(
    '%s reads as a person read it',
    async ([, expected]) => {
      const page = await readPageFile(path.join(folder, expected.file));
      expect(bare(page.headline)).toBe(bare(expected.title));
      expect(page.publishedAt === undefined ? undefined : formatWithOffset(page.publishedAt)).toEqual(
        expected.published === undefined ? undefined : expect.stringMatching(`^${expected.published}`),
      );
      // A field that the record leaves out is one that the page does not state.
      expect(bare(page.source)).toBe(bare(expected.source ?? ''));
      expect(bare(page.kicker)).toBe(bare(expected.kicker ?? ''));
      expect(bare(page.subheadline)).toBe(bare(expected.subtitle ?? ''));
      expect(page.trail).toEqual(expected.breadcrumb ?? []);
      expect(new Set(names(page, 'reporter', 'correspondent'))).toEqual(new Set(expected.author));
      if (expected.reporter) expect(names(page, 'reporter')).toEqual(expected.reporter);
      if (expected.correspondent) expect(names(page, 'correspondent')).toEqual(expected.correspondent);
      expect(new Set(names(page, 'editor', 'responsibleEditor'))).toEqual(new Set(expected.editor));

      const optional = new Set(
        [...(expected.optional_head ?? []), ...(expected.optional_tail ?? [])].map(bare),
      );
      const lines = linesOf(page).filter((line) => !optional.has(bare(line)));
      const text = bare(lines.join(''));
      expect(text.startsWith(bare(expected.body_first30))).toBe(true);
      expect(text.endsWith(bare(expected.body_last30))).toBe(true);
      for (const foreign of expected.not_in_body ?? []) expect(text).not.toContain(bare(foreign));
      if (expected.subheads) {
        const subheads = page.blocks.flatMap((block) => (block.type === 'subhead' ? block.lines : []));
        expect(subheads).toEqual(expected.subheads);
      }
      const tolerance = expected.paragraph_tolerance ?? 0;
      if (expected.body_paragraphs !== undefined) {
        expect(Math.abs(lines.length - expected.body_paragraphs)).toBeLessThanOrEqual(tolerance);
      }
      if (expected.body_chars !== undefined) expect([...text].length).toBe(expected.body_chars);
    },
  );
});
