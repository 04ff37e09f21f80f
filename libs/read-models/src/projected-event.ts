import type { AccountEvent } from '#budget';
import { type Movement, movementsOf } from '#budget/folding';
import type { ScannedEvent } from '#event-store';
import type { DomainEvent } from '#kernel';
import { type FiscalCalendar, THAI_CALENDAR } from '#kernel/folding';
import type { AccountPlace, StreamPlace } from './stream-place.ts';

const NONE: readonly Movement[] = [];

/** One event on its way into the tables, with what several read models ask of it. */
export class ProjectedEvent {
  readonly recorded: ScannedEvent;
  readonly event: DomainEvent;
  readonly category: string;
  readonly organisation: string;
  /** Of a budget account: its year and project. */
  readonly account: AccountPlace | undefined;
  /** Absent only where the organisation itself is registered. */
  readonly calendar: FiscalCalendar | undefined;
  /** The position as the tables keep it: only compared, never computed with. */
  readonly position: bigint;
  #movements: readonly Movement[] | undefined;

  constructor(
    recorded: ScannedEvent,
    event: DomainEvent,
    { category, organisation, account }: StreamPlace,
    calendar: FiscalCalendar | undefined,
  ) {
    this.recorded = recorded;
    this.event = event;
    this.category = category;
    this.organisation = organisation;
    this.account = account;
    this.calendar = calendar;
    this.position = BigInt(recorded.position);
  }

  /** What the event moves in its account, found out once; nothing in any other stream. */
  get movements(): readonly Movement[] {
    return (this.#movements ??= this.#findMovements());
  }

  #findMovements(): readonly Movement[] {
    if (this.account === undefined) return NONE;
    return movementsOf(this.event as AccountEvent, this.calendar ?? THAI_CALENDAR, this.account.fiscalYear);
  }
}
