import type { PublishedFile } from '#performance';
import { refuse } from '../http/refusals.ts';
import { type ReportFile, sha256 } from './report-files.ts';

/** Which set of files. */
export interface PublishedSet {
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly number: string;
}

/** A set that was written, and may have to be taken away again. */
export interface KeptSet {
  /** Takes the set away that was not published after all. */
  drop(): Promise<void>;
}

/** Files of published reports. A set is there as a whole or not at all. */
export interface PublishedFiles {
  /** Writes a set durably. What a try that failed left of it is replaced. */
  keep(set: PublishedSet, files: readonly ReportFile[]): Promise<KeptSet>;
  /** A file as it was published: refuses with `published-file-damaged` when it is not that any more. */
  read(set: PublishedSet, file: PublishedFile): Promise<Buffer>;
  close(): Promise<void>;
}

/** The bytes, when they are those that were published; refuses with `published-file-damaged` otherwise. */
export function asPublished(set: PublishedSet, file: PublishedFile, bytes: Buffer | undefined): Buffer {
  if (bytes !== undefined && sha256(bytes) === file.sha256) return bytes;
  throw refuse(
    'published-file-damaged',
    `${file.name} of ${set.number} is ${bytes === undefined ? 'missing' : 'not as it was published'}: expected SHA-256 ${file.sha256}. Restore it from a backup.`,
    { number: set.number, file: file.name, sha256: file.sha256 },
  );
}
