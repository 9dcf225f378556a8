import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Outcome } from '@/lib/problems';

/*
 * What tells the importer which column of another system's table is what. Newsrooms write and change these
 * files; docs/import.md explains every key with examples.
 */

const column = z.string().min(1, '列名不能为空').max(200);
/** One column, or several of which the first that is filled counts. */
const columns = z.union([column, z.array(column).min(1).max(20)]);
const pattern = z.string().min(1).max(200);

const fieldNames = [
  'id',
  'headline',
  'kicker',
  'subheadline',
  'body',
  'abstract',
  'publishedAt',
  'source',
  'reporters',
  'correspondents',
  'photographers',
  'editors',
  'tags',
  'section',
  'address',
  'originalUrl',
  'copyrightNotice',
  'status',
  'picture',
] as const;

export type FieldName = (typeof fieldNames)[number];

export const mappingSchema = z.strictObject({
  /** Names the system; part of what an article is known by in a second import. */
  name: z.string().regex(/^[a-z\d-]{1,40}$/u, 'name 只能用小写字母、数字和 -'),
  /** For whoever reads the file. */
  description: z.string().max(1000).optional(),
  /** Which column holds what. */
  fields: z
    .partialRecord(z.enum(fieldNames), columns)
    .refine(
      ({ headline, body }) => headline !== undefined && body !== undefined,
      '要写明标题和正文的列：headline、body',
    ),
  /** Whether the body is HTML; otherwise as its text says. */
  bodyIs: z.enum(['html', 'text']).optional(),
  /** What parts the levels of a section's path. */
  sectionSeparator: z.string().min(1).max(5).default('/'),
  /** Values of the status with which an article was live; without them, all were. */
  published: z.array(z.string()).max(20).optional(),
  /** Values of the status of articles that do not come along: those in the bin. */
  refused: z.array(z.string()).max(20).default([]),
  /** Old addresses: {列名}, {date:YYYY}, {date:MM}, {date:DD}, {section.path}. */
  addresses: z.array(z.string().min(1).max(300)).max(5).default([]),
  /** Tables that belong together, by their files' names; * stands for anything. */
  tables: z
    .strictObject({
      articles: pattern,
      /** The table with the texts: its key is the article's id. */
      texts: z.strictObject({ file: pattern, key: column }).optional(),
      sections: z
        .strictObject({
          file: pattern,
          key: column,
          name: column,
          parent: column.optional(),
          path: column.optional(),
        })
        .optional(),
    })
    .optional(),
});

export type Mapping = z.output<typeof mappingSchema>;

/** Reads a mapping file. Problems name the key and say what to write. */
export function readMapping(text: string): Outcome<Mapping> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const where = error instanceof Error ? error.message : '';
    return { ok: false, problems: [{ field: 'mapping', message: `不是有效的 JSON：${where}` }] };
  }
  const parsed = mappingSchema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path, message }) => ({
      field: 'mapping',
      message: path.length === 0 ? message : `${path.join('.')}：${message}`,
    })),
  };
}

export const presetNames = ['generic', 'dedecms', 'empirecms', 'phpcms', 'pbootcms'] as const;

export type PresetName = (typeof presetNames)[number];

/** A mapping that comes along; its file is an example to copy, too. */
export async function loadPreset(name: PresetName): Promise<Mapping> {
  const read = readMapping(await readFile(new URL(`./presets/${name}.json`, import.meta.url), 'utf8'));
  if (!read.ok) throw new Error(`The preset ${name} is no mapping: ${read.problems[0]!.message}`);
  return read.value;
}
