import type { TotalsRow } from '#audit-trail';
import { type AccountEvent, movementsOf } from '#budget';
import type { RecordedEvent } from '#event-store';
import {
  categoryOf,
  type EventCatalogue,
  type FiscalCalendar,
  type FiscalYear,
  organisationOf,
  THAI_CALENDAR,
} from '#kernel';
import { type TotalsAccount, TotalsTable } from './totals-table.ts';

/**
 * The totals that the events of a log add up to, counted as they pass; nothing but the sums is remembered. The meaning
 * of the events is that of the budget account; the sums are made here, and not by the read models.
 */
export class TotalsReplay {
  readonly #catalogue: EventCatalogue;
  readonly #table = new TotalsTable();
  readonly #calendars = new Map<string, FiscalCalendar>();

  constructor(catalogue: EventCatalogue) {
    this.#catalogue = catalogue;
  }

  /** Counts the next event. One that cannot be read moves nothing: taking its decision again finds it. */
  take(recorded: RecordedEvent): void {
    try {
      const category = categoryOf(recorded.stream);
      if (category === 'organisation') this.#register(recorded);
      if (category === 'budgetaccount') this.#count(recorded);
    } catch {
      return;
    }
  }

  rows(): TotalsRow[] {
    return this.#table.rows();
  }

  #count(recorded: RecordedEvent): void {
    const { stream } = recorded;
    const event = this.#catalogue.read(recorded) as AccountEvent;
    const account = accountOf(stream);
    const calendar = this.#calendars.get(account.organisation) ?? THAI_CALENDAR;
    for (const { quarter, measure, amount } of movementsOf(
      event,
      calendar,
      account.fiscalYear as FiscalYear,
    )) {
      this.#table.add(account, quarter, measure, amount);
    }
  }

  #register(recorded: RecordedEvent): void {
    const { data } = this.#catalogue.read(recorded) as { readonly data: FiscalCalendar };
    const { startMonth, era, timeZone } = data;
    this.#calendars.set(organisationOf(recorded.stream), { startMonth, era, timeZone });
  }
}

/** The stream names the account: `budgetaccount-<organisation>.<fiscal year>.<project>`. */
function accountOf(stream: string): TotalsAccount {
  const [, fiscalYear = '', ...project] = stream.split('.');
  return { organisation: organisationOf(stream), fiscalYear: Number(fiscalYear), project: project.join('.') };
}
