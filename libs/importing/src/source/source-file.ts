/** A published table as read from a folder or an upload; the content is decoded text. */
export interface SourceFile {
  /** Plain file name without a path, such as `projects.csv`. */
  readonly name: string;
  readonly content: string;
}

/** Beyond these a folder is not a set of published tables. */
export const limits = {
  files: 200,
  /** Characters of one file. */
  fileLength: 10_000_000,
  rows: 50_000,
  /** Characters of one cell; the longest text that an event holds. */
  cellLength: 20_000,
  faults: 1_000,
} as const;

const NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N} ._()-]{0,127}$/u;

/** Names that are paths or could become one are refused, since a name must never lead out of a folder. */
export const isPlainName = (name: string): boolean => NAME.test(name) && !name.includes('..');
