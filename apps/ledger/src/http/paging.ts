import { refuse } from './refusals.ts';

const MOST = 10_000;
const USUAL = 1_000;

/** Keyset paging: what comes after a position, or before it in lists that begin with the newest, and at most so much of it. */
export function pageOf({
  after,
  before,
  limit,
  most = MOST,
}: {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly limit?: string | undefined;
  /** The most that the list gives at once. */
  readonly most?: number;
}): {
  after: bigint;
  before: bigint | undefined;
  limit: number;
} {
  return {
    after: placeOf('after', after) ?? 0n,
    before: placeOf('before', before),
    limit: limit === undefined ? Math.min(USUAL, most) : limitOf(limit, most),
  };
}

function limitOf(limit: string, most: number): number {
  const read = /^\d{1,5}$/.test(limit) ? Number(limit) : 0;
  if (read >= 1 && read <= most) return read;
  const given = limit.slice(0, 20);
  throw refuse('input-invalid', `limit is "${given}": expected 1 to ${most}.`, {
    errors: [{ field: 'limit', given, expected: `must be 1 to ${most}` }],
  });
}

function placeOf(field: 'after' | 'before', place: string | undefined): bigint | undefined {
  if (place === undefined) return undefined;
  if (/^\d{1,18}$/.test(place)) return BigInt(place);
  const given = place.slice(0, 40);
  throw refuse('input-invalid', `${field} is "${given}": expected a position.`, {
    errors: [{ field, given, expected: 'must be a position' }],
  });
}
