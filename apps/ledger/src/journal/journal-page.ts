import type { JournalRow } from '#read-models';
import type { Cursor, Gathered } from './journal-search.ts';

/** How a page was asked for, and in which direction the log was walked for it. */
export interface Walked {
  readonly cursor: Cursor | undefined;
  readonly walksBack: boolean;
  readonly newestFirst: boolean;
  readonly limit: number;
}

/** What to ask with for more rows. */
export type Beside = { readonly after: string } | { readonly before: string };

export interface Displayed {
  /** In the order that was asked for. */
  readonly rows: readonly JournalRow[];
  readonly next: Beside | null;
  readonly previous: Beside | null;
  /** Where the search was broken off, with fewer rows than there are. */
  readonly reached: string | null;
}

const besideOf = (isBack: boolean, position: string): Beside =>
  isBack ? { before: position } : { after: position };

/** A page as it is listed, with the ways on in both directions. */
export function displayed(page: Gathered, { cursor, walksBack, newestFirst, limit }: Walked): Displayed {
  const isAlong = walksBack === newestFirst;
  const rows = isAlong ? page.rows : page.rows.toReversed();
  const ahead = page.reached === undefined ? null : besideOf(walksBack, String(page.reached));
  const start = page.rows[0]?.position ?? edgeOf(cursor);
  const behind = cursor === undefined || start === undefined ? null : besideOf(!walksBack, start);
  const isBrokenOff = page.reached !== undefined && page.rows.length < limit;
  return {
    rows,
    next: isAlong ? ahead : behind,
    previous: isAlong ? behind : ahead,
    reached: isBrokenOff ? String(page.reached) : null,
  };
}

/** An empty page begins behind the last row there is, which comes first on the way back. */
const edgeOf = (cursor: Cursor | undefined): string | undefined =>
  cursor && String(cursor.side === 'after' ? cursor.position + 1n : cursor.position - 1n);
