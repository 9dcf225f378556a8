import type { Readable } from 'node:stream';

/** One file of a source, in the order in which the source gives them. */
export type SourceEntry = {
  kind: 'file';
  /** Inside the source, '/' between names; empty for a source that is one file. */
  path: string;
  size: number;
  /** Paths of the further parts of a paged article, in order; they are not given as entries of their own. */
  parts: string[];
  /** The whole content, once, before the next entry is asked for. Throws a PlainError when it is too large or damaged. */
  read(): Promise<Buffer>;
  /** The content as a stream, for files of any size; the same rules. */
  stream(): Promise<Readable>;
};

/** `reason`: why it is not read, for the report. */
export type SkippedEntry = { kind: 'skipped'; path: string; reason: string };

/** An archive that lies in a folder: a source of its own. `file`: where it is on disk. */
export type ArchiveEntry = { kind: 'archive'; path: string; file: string };

export type FoundEntry = SourceEntry | SkippedEntry | ArchiveEntry;

export type Source = {
  /** As the person wrote it. */
  name: string;
  /** Whether its files can be read in their order only. */
  isSequential: boolean;
  /** How many files will be given, where that is known beforehand. */
  total: number | undefined;
  entries(): AsyncGenerator<FoundEntry>;
  /** Another file of the source by its path; undefined when it is not there, too large, or leads outside. */
  find(path: string, largest: number): Promise<Buffer | undefined>;
  close(): Promise<void>;
};
