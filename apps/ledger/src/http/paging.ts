import { refuse } from './refusals.ts';

const MOST = 10_000;
const USUAL = 1_000;

/** Keyset paging: what comes after a position, and at most so much of it. */
export function pageOf({
  after,
  limit,
}: {
  readonly after?: string | undefined;
  readonly limit?: string | undefined;
}): {
  after: bigint;
  limit: number;
} {
  const most = limit === undefined ? USUAL : /^\d{1,5}$/.test(limit) ? Number(limit) : 0;
  if (most < 1 || most > MOST) {
    throw refuse('input-invalid', `limit is "${limit?.slice(0, 20) ?? ''}": expected 1 to ${MOST}.`, {
      errors: [{ field: 'limit', given: limit?.slice(0, 20), expected: `must be 1 to ${MOST}` }],
    });
  }
  if (after !== undefined && !/^\d{1,18}$/.test(after)) {
    throw refuse('input-invalid', `after is "${after.slice(0, 40)}": expected a position.`, {
      errors: [{ field: 'after', given: after.slice(0, 40), expected: 'must be a position' }],
    });
  }
  return { after: BigInt(after ?? 0), limit: most };
}
