import { add, type FiscalCalendar, type Satang, ZERO } from '#kernel';
import { type Line, lineKey } from '../../line.ts';
import type { AccountEvent } from '../events.ts';
import { movementsOnce } from './movements-once.ts';

/** What decided events change on a line, as far as availability is concerned. */
export interface LineChange {
  readonly line: Line;
  budget: Satang;
  released: Satang;
  preCommitted: Satang;
  committed: Satang;
  disbursed: Satang;
}

const MEMBER = {
  budget: 'budget',
  released: 'released',
  'pre-committed': 'preCommitted',
  committed: 'committed',
  disbursed: 'disbursed',
} as const;

/** The changes of one decision, line by line: from the same movements that the reports are made of. */
export function changesOf(events: readonly AccountEvent[], calendar: FiscalCalendar): LineChange[] {
  const changes = new Map<string, LineChange>();
  for (const event of events) {
    for (const { measure, line, amount } of movementsOnce(event, calendar)) {
      const member = MEMBER[measure as keyof typeof MEMBER] as
        (typeof MEMBER)[keyof typeof MEMBER] | undefined;
      if (!line || !member) continue;
      const change = changes.get(lineKey(line)) ?? unchanged(line);
      change[member] = add(change[member], amount);
      changes.set(lineKey(line), change);
    }
  }
  return [...changes.values()];
}

const unchanged = (line: Line): LineChange => ({
  line,
  budget: ZERO,
  released: ZERO,
  preCommitted: ZERO,
  committed: ZERO,
  disbursed: ZERO,
});

/** The fund sources whose money or budget the events move. */
export const fundSourcesOf = (events: readonly AccountEvent[], calendar: FiscalCalendar): string[] => {
  const lines = events.flatMap((event) => movementsOnce(event, calendar)).map(({ line }) => line);
  return [...new Set(lines.flatMap((line) => (line ? [line.fundSource] : [])))];
};
