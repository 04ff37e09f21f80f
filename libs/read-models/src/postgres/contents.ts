import type { Projection } from '../projection.ts';

/** Which projections a schema holds, by name, with version and settings. */
export type Contents = Readonly<Record<string, readonly [version: number, variant?: string]>>;

export const contentsOf = (projections: readonly Projection[]): Contents =>
  Object.fromEntries(
    projections.map(({ name, version, variant }) => [
      name,
      variant === undefined ? [version] : [version, variant],
    ]),
  );

/**
 * How the contents of a schema stand to what this program makes. `newer`: something in them is unknown here, so an older
 * program must not build over it. `older`: this program makes something that they lack.
 */
export type Age = 'same' | 'older' | 'newer';

export function ageOf(found: Contents, own: Contents): Age {
  const names = Object.keys(found);
  if (names.some((name) => (own[name]?.[0] ?? -1) < (found[name]?.[0] ?? 0))) return 'newer';
  const equal =
    names.length === Object.keys(own).length && names.every((name) => isSame(found[name], own[name]));
  return equal ? 'same' : 'older';
}

const isSame = (a: Contents[string] | undefined, b: Contents[string] | undefined): boolean =>
  a?.[0] === b?.[0] && a?.[1] === b?.[1];
