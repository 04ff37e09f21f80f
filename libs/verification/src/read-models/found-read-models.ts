import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Projection } from '#read-models';

/** What a file of read models says of itself. */
export interface FoundReadModels {
  /** The position that they had read up to; 0 before the first event. */
  readonly upTo: bigint;
  /** Those of this program that it holds, of the same version and settings. */
  readonly same: readonly Projection[];
  /** The others: the ledger makes them anew when it opens. */
  readonly outdated: readonly string[];
}

const contents = z.tuple([z.int()], z.tuple([z.string(), z.int()], z.string()));

/** Reads what a file holds; a text when it cannot be the work of this program. */
export function foundReadModels(
  database: DatabaseSync,
  projections: readonly Projection[],
): FoundReadModels | string {
  const said = contents.safeParse(
    jsonIn(database.prepare('SELECT projections FROM contents').get()?.['projections']),
  );
  if (!said.success) return 'it does not say which read models it holds';
  const [, ...found] = said.data;
  const known = new Map(projections.map(({ name, version, variant }) => [name, { version, variant }]));
  const newer = found.find(([name, version]) => version > (known.get(name)?.version ?? version));
  if (newer) return `it holds ${newer[0]} in version ${newer[1]}, which this program does not know`;
  const statement = database.prepare('SELECT position FROM checkpoint');
  statement.setReadBigInts(true);
  const upTo = (statement.get()?.['position'] as bigint | null | undefined) ?? 0n;
  const same = new Set(
    found
      .filter(([name, version, variant]) => {
        const own = known.get(name);
        return own?.version === version && own.variant === variant;
      })
      .map(([name]) => name),
  );
  const names = new Set([...found.map(([name]) => name), ...known.keys()]);
  return {
    upTo,
    same: projections.filter(({ name }) => same.has(name)),
    outdated: [...names].filter((name) => !same.has(name)),
  };
}

function jsonIn(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
