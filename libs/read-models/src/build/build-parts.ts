import type { Projection } from '../projection.ts';

/** What a read model costs that says nothing: those are small. */
const SMALL = 0.3;

/**
 * Divides the read models so that threads take about as long. The first part, into which the others are brought, has the
 * tables that cannot be copied row by row. Shared ones are in every part.
 */
export function partsOf(projections: readonly Projection[], count: number): Projection[][] {
  const parts = Array.from({ length: count }, () => ({ names: new Set<string>(), cost: 0 }));
  const own = projections.filter(({ isShared }) => isShared !== true);
  for (const projection of own.toSorted((a, b) => rankOf(b) - rankOf(a))) {
    const lightest = parts.reduce((least, part) => (part.cost < least.cost ? part : least));
    const part = isVirtual(projection) ? (parts[0] ?? lightest) : lightest;
    part.names.add(projection.name);
    part.cost += projection.cost ?? SMALL;
  }
  return parts.map(({ names }) =>
    projections.filter(({ name, isShared }) => isShared === true || names.has(name)),
  );
}

/** Dear ones first, and before them those that have no choice. */
const rankOf = (projection: Projection): number =>
  isVirtual(projection) ? Infinity : (projection.cost ?? SMALL);

const isVirtual = ({ schema }: Projection): boolean => /\bCREATE VIRTUAL TABLE\b/i.test(schema);
