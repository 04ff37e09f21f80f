/**
 * Why a database cannot be used as it is:
 * - `closed`: it cannot be opened now
 * - `damaged`: it cannot be read
 * - `foreign`: it is something else
 * - `changed`: what guards its rows was taken away
 * - `newer`: a newer program wrote it
 */
export type Unusable = 'closed' | 'damaged' | 'foreign' | 'changed' | 'newer';

/** The database was opened and is not what it should be; the message is the end of a sentence that names it. */
export class DatabaseUnusable extends Error {
  readonly why: Unusable;

  constructor(why: Unusable, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DatabaseUnusable';
    this.why = why;
  }
}
