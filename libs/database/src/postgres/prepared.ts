import { createHash } from 'node:crypto';

/** A statement as PostgreSQL takes it, under a name by which each connection plans it once. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** Texts and names in quotes hold no placeholder. */
const PARTS = /'[^']*'|"[^"]*"|\?/g;

const known = new Map<string, Prepared>();

/** A statement with the placeholders of PostgreSQL: `?` becomes `$1`, `$2` and so on. */
export function prepared(sql: string): Prepared {
  let found = known.get(sql);
  if (found === undefined) {
    let count = 0;
    const text = sql.replace(PARTS, (part) => (part === '?' ? `$${String((count += 1))}` : part));
    found = { name: createHash('sha256').update(text).digest('base64url'), text };
    known.set(sql, found);
  }
  return found;
}
