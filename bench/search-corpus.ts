import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

export type CorpusText = { id: string; title: string; body: string[] };

export type Corpus = {
  headlines: CorpusText[];
  bodies: CorpusText[];
  queries: string[];
  /** Which texts hold a query; null where more than 500 do. */
  truths: { query: string; kind: string; headlines: string[] | null; bodies: string[] | null }[];
  /** Headlines in which a name stands across the border of two words. */
  traps: { query: string; id: string }[];
};

/** Reads a folder of the form that ../shared/data/README.md describes; compressed files or plain ones. */
export function readCorpus(folder: string): Corpus {
  const lines = (name: string) => {
    const file = path.join(folder, name);
    const bytes = readFileSync(file);
    return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter(Boolean);
  };
  const json = <Shape>(name: string) => lines(name).map((line) => JSON.parse(line) as Shape);
  return {
    headlines: lines('headlines.tsv.gz')
      .slice(1)
      .map((line) => {
        const [id = '', , title = ''] = line.split('\t');
        return { id, title, body: [] };
      }),
    bodies: json<{ id: string; title: string; body: string }>('bodies.jsonl.gz').map(
      ({ id, title, body }) => ({
        id,
        title,
        body: body.split('\n').filter(Boolean),
      }),
    ),
    queries: lines('queries.tsv')
      .slice(1)
      .map((line) => line.split('\t')[0]!),
    truths: json('queries-truth.jsonl.gz'),
    traps: json('queries-boundary.jsonl'),
  };
}
