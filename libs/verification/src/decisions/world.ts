import type { AccessState } from '#access';
import {
  type Asked,
  categoryOf,
  civilDateOf,
  type DecisionContext,
  type FiscalCalendar,
  type Instant,
  organisationOf,
  streams as names,
} from '#kernel';
import { DEFAULT_SETTINGS, organisation } from '#organisation';
import { accessBook, type Book, ledgerBook } from '../books.ts';
import { KnownStates } from './known-states.ts';
import type { LogStreams, SaidEvent } from './log-streams.ts';

/** Decisions that were on their way when the table was set up saw none. */
const ON_ITS_WAY_MS = 5_000;
/** A decision is taken before it is recorded, and clocks of several machines differ a little. */
const AROUND_MIDNIGHT_MS = 3_600_000;

/** A log whose decisions are taken again, and everything that they saw beside the stream that they were taken on. */
export class World {
  readonly book: Book;
  readonly streams: LogStreams;
  readonly #states: KnownStates;
  readonly #access: KnownStates | undefined;
  readonly #setUpAt: string | undefined;
  readonly #calendars = new Map<string, FiscalCalendar>();

  private constructor(book: Book, streams: LogStreams, access?: LogStreams) {
    this.book = book;
    this.streams = streams;
    this.#states = new KnownStates(book, streams);
    this.#access = access && new KnownStates(accessBook, access);
    this.#setUpAt = access && momentOfSetUp(access);
  }

  /** The log of the ledger, whose decisions see who may do what. */
  static ofLedger(streams: LogStreams, access: LogStreams): World {
    return new World(ledgerBook, streams, access);
  }

  /** The log of who may do what: its decisions see themselves alone. */
  static ofAccess(streams: LogStreams): World {
    return new World(accessBook, streams);
  }

  /** What the decision behind an event saw. Throws when the logs do not hold what it names. */
  seenBy(event: SaidEvent, { recordedOn, revisions = {} }: Asked): DecisionContext {
    const { stream, revision, metadata, bookedAt } = event;
    const calendar = this.#calendarOf(organisationOf(stream));
    const seen = Object.entries(revisions).map(([other, at]): [string, unknown] => {
      const name = this.book.seenAs(categoryOf(other));
      if (name === undefined) throw new Error(`no decision sees a stream such as ${other}`);
      return [name, this.#states.after(other, eventsUpTo(at))];
    });
    return {
      ...(Object.fromEntries(seen) as Readonly<Record<string, unknown>>),
      ...this.#tableSeen(event),
      calendar,
      bookedOn: metadata.imported ? civilDateOf(bookedAt, calendar.timeZone) : recordedOn,
      recordedOn,
      stream,
      actor: metadata.actor,
      trial: false,
      revisions: { ...revisions, [stream]: revision === 0n ? 'none' : String(revision - 1n) },
    };
  }

  /** Whether a decision was taken on the day on which it was recorded, by the clock of its organisation. */
  isOnItsDay({ stream, recordedAt }: SaidEvent, { recordedOn }: Asked): boolean {
    const { timeZone } = this.#calendarOf(organisationOf(stream));
    const at = Date.parse(recordedAt);
    return [at - AROUND_MIDNIGHT_MS, at, at + AROUND_MIDNIGHT_MS].some(
      (moment) => civilDateOf(new Date(moment).toISOString() as Instant, timeZone) === recordedOn,
    );
  }

  /**
   * The rule table at the moment of an event that names none, when it had been set up well before; nothing when there
   * was nobody to ask.
   */
  tableAround({ recordedAt }: SaidEvent): AccessState | undefined {
    if (!this.#access || this.#setUpAt === undefined) return undefined;
    if (Date.parse(this.#setUpAt) + ON_ITS_WAY_MS >= Date.parse(recordedAt)) return undefined;
    return this.#access.after(names.accessRules(), 1) as AccessState;
  }

  #tableSeen({ metadata }: SaidEvent): { readonly access?: unknown } {
    const named = (metadata.decision as { readonly access?: { readonly revision: string } } | undefined)
      ?.access;
    if (!named) return {};
    if (!this.#access) throw new Error('it names the rule table, which decides on itself');
    return { access: this.#access.after(names.accessRules(), eventsUpTo(named.revision)) };
  }

  /** Recorded once, before anything else of the organisation. */
  #calendarOf(code: string): FiscalCalendar {
    let calendar = this.#calendars.get(code);
    if (!calendar) {
      let state = organisation.initial();
      const stream = this.book === ledgerBook ? this.streams.read(names.organisation(code)) : [];
      for (const recorded of stream) {
        const event = this.book.catalogue.read(recorded) as Parameters<typeof organisation.evolve>[1];
        state = organisation.evolve(state, event);
      }
      calendar = (state.settings ?? DEFAULT_SETTINGS).calendar;
      this.#calendars.set(code, calendar);
    }
    return calendar;
  }
}

/** How many events a stream has at a revision, which is written as a decision writes it. */
function eventsUpTo(revision: string): number {
  if (revision === 'none') return 0;
  const events = Number(revision) + 1;
  if (!Number.isSafeInteger(events) || events < 1) throw new Error(`${revision} is no revision`);
  return events;
}

function momentOfSetUp(access: LogStreams): string | undefined {
  for (const { type, recordedAt } of access.read(names.accessRules())) {
    if (type === 'AccessSetUp') return recordedAt;
  }
  return undefined;
}
