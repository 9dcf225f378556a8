import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { articleStatuses } from '@/lib/article-status';
import { blockKinds, frontKeys } from '@/lib/block-kind';
import { contributorRoles } from '@/lib/contributor-role';
import { editorRoles } from '@/lib/editor-role';
import { sectionKinds } from '@/lib/section-kind';

useFreshDatabase();

type Table = { name: string; strict: number; type: string };

const tables = () =>
  (
    database()
      .reader.prepare("select name, strict, type from pragma_table_list where schema = 'main'")
      .all() as Table[]
  ).filter(({ name, type }) => type === 'table' && !name.startsWith('sqlite_'));

const sourceOf = (table: string) =>
  database().reader.prepare('select sql from sqlite_schema where name = ?').pluck().get(table) as string;

test('every table stores only the types it declares', () => {
  expect(tables().filter(({ strict }) => strict === 0)).toEqual([]);
  expect(tables().length).toBeGreaterThan(12);
});

test('the file says whose it is and which release of the schema it has', () => {
  const { reader } = database();
  expect(reader.pragma('application_id', { simple: true })).toBe(0x4358554e);
  expect(reader.pragma('user_version', { simple: true })).toBe(
    reader.prepare('select count(*) from applied_migrations').pluck().get(),
  );
});

test.for([
  ['articles', 'status', articleStatuses],
  ['sections', 'kind', sectionKinds],
  ['article_contributors', 'role', contributorRoles],
  ['blocks', 'kind', blockKinds],
  ['fronts', 'key', frontKeys],
  ['editor_role_scopes', 'role', editorRoles],
] as const)('the CHECK of %s.%s names exactly the values that the code knows', ([table, column, values]) => {
  const list = new RegExp(`"${column}" in \\(([^)]*)\\)`, 'u').exec(sourceOf(table))?.[1];
  expect(list?.split(', ').map((value) => value.slice(1, -1))).toEqual([...values]);
});

test.for(["update timeline_events set note = 'x'", 'delete from timeline_events'])(
  '%s: what happened stays as it was written',
  (statement) => {
    const { writer } = database();
    writer.exec("insert into timeline_events (kind, at, editor_name) values ('created', 0, '甲')");
    expect(() => writer.exec(statement)).toThrow('append-only');
  },
);

test.for([
  ["insert into site_settings (key, value) values ('footer', 'not json')", 'site_settings_value_check'],
  ["insert into sections (path, name, kind) values ('a', '甲', 'folder')", 'sections_kind_check'],
  ["insert into sections (path, name, kind) values ('a', '无父', 'section')", 'sections_root_check'],
  ["insert into redirects (from_path, created_at) values ('/a', 0)", 'redirects_target_check'],
  [
    "insert into redirects (from_path, to_path, created_at) values ('a', '/b', 0)",
    'redirects_from_path_check',
  ],
  ['insert into content_state (id, content_version) values (2, 1)', 'content_state_id_check'],
  ["insert into contributors (name) values ('')", 'contributors_name_check'],
  [
    "insert into media_assets (content_hash, original_format, width, height, created_at) values ('abc', 'jpeg', 1, 1, 0)",
    'content_hash_check',
  ],
  ["insert into contributors (name) values (x'00')", 'cannot store BLOB'],
])('%s is refused', ([statement, reason]) => {
  expect(() => database().writer.exec(statement!)).toThrow(reason);
});

test.for([
  ['a body that is no JSON', "'draft', 'x', 'not json', null, null", 'articles_body_check'],
  ['a published article without a time', "'published', 'x', '{}', null, null", 'articles_published_check'],
  ['a published article without a headline', "'published', '', '{}', 1, null", 'articles_published_check'],
  ['a withdrawn article without its time', "'withdrawn', 'x', '{}', 1, null", 'articles_withdrawn_check'],
  ['a status that is none', "'live', 'x', '{}', 1, null", 'articles_status_check'],
])('%s is refused', ([, values, reason]) => {
  const { writer } = database();
  writer.exec("insert into sections (path, name, kind) values ('', '门户', 'portal')");
  const insertion = `insert into articles (section_id, created_at, updated_at, status, headline, body, published_at, withdrawn_at) values (1, 0, 0, ${values})`;
  expect(() => writer.exec(insertion)).toThrow(reason);
});
