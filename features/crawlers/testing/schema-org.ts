import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** schema.org's own vocabulary, as it publishes it: which properties a type has, its parents' among them. */
type Vocabulary = { parents: Map<string, string[]>; domains: Map<string, string[]> };

const namespace = 'http://schema.org/';

let known: Vocabulary | undefined;

function vocabulary(): Vocabulary {
  if (known !== undefined) return known;
  const entry = createRequire(import.meta.url).resolve('@vocabulary/schema');
  const parents = new Map<string, string[]>();
  const domains = new Map<string, string[]>();
  const statement = /^<http:\/\/schema\.org\/(\w+)> <([^>]+)> <http:\/\/schema\.org\/(\w+)>/u;
  for (const line of readFileSync(path.join(path.dirname(entry), 'schema.nq'), 'utf8').split('\n')) {
    const [, subject = '', predicate = '', object = ''] = statement.exec(line) ?? [];
    if (predicate === 'http://www.w3.org/2000/01/rdf-schema#subClassOf') add(parents, subject, object);
    if (predicate === `${namespace}domainIncludes`) add(domains, subject, object);
  }
  known = { parents, domains };
  return known;
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

function lineOf(type: string): Set<string> {
  const { parents } = vocabulary();
  const line = new Set<string>();
  for (const open = [type]; open.length > 0;) {
    const next = open.pop()!;
    if (line.has(next)) continue;
    line.add(next);
    open.push(...(parents.get(next) ?? []));
  }
  return line;
}

/** Google's notation for the box of a search, which the vocabulary lacks. */
const exceptions = new Set(['query-input']);

/** What a document says that schema.org does not know: types that are none, properties that a type has not. */
export function unknownTerms(value: unknown, found: string[] = []): string[] {
  if (Array.isArray(value)) for (const item of value) unknownTerms(item, found);
  else if (typeof value === 'object' && value !== null) {
    const node = value as Record<string, unknown>;
    const type = node['@type'];
    const line = typeof type === 'string' ? lineOf(type) : undefined;
    if (line !== undefined && !line.has('Thing')) found.push(String(type));
    for (const [key, inner] of Object.entries(node)) {
      const isOwn = key.startsWith('@') || exceptions.has(key) || line === undefined;
      const domains = vocabulary().domains.get(key) ?? [];
      if (!isOwn && !domains.some((domain) => line.has(domain))) found.push(`${String(type)}.${key}`);
      unknownTerms(inner, found);
    }
  }
  return found;
}
