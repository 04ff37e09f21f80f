import type { FiscalCalendar } from '#kernel';
import { type Movement, movementsOf } from '../../movements.ts';
import type { AccountEvent } from '../events.ts';

let last: { readonly event: AccountEvent; readonly calendar: FiscalCalendar } | undefined;
let moved: readonly Movement[] = [];

/** What `movementsOf` gives, worked out once for the rules of a decision that ask for the same event in turn. */
export function movementsOnce(event: AccountEvent, calendar: FiscalCalendar): readonly Movement[] {
  if (last?.event !== event || last.calendar !== calendar) {
    moved = movementsOf(event, calendar);
    last = { event, calendar };
  }
  return moved;
}
