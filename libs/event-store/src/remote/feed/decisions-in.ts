import type { WireRecord } from '../client/log-client.ts';
import { readDecision, type Decision } from '../envelope/decision.ts';
import { kindOf } from '../envelope/record-kind.ts';

/** Decisions by their attempts: those that were read ahead, and the first of each attempt among the records. */
export function decisionsIn(
  readAhead: Iterable<Decision>,
  records: readonly WireRecord[],
): Map<string, Decision> {
  const known = new Map([...readAhead].map((decision) => [decision.attempt, decision]));
  for (const record of records) {
    const { kind } = kindOf(record);
    if (kind !== 'confirmed' && kind !== 'voided') continue;
    const decision = readDecision(kind, record);
    if (decision && !known.has(decision.attempt)) known.set(decision.attempt, decision);
  }
  return known;
}
