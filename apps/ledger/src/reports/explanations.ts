import { Injectable } from '@nestjs/common';
import type { Measure, MovementQuarter } from '#budget';
import { type CivilDate, type FiscalYear, type Instant, Recent, type Satang, ZERO } from '#kernel';
import type { ChangePage, Moment } from '#read-models';
import {
  type EventFacts,
  type ExplainedEvent,
  explained,
  type ExplainedMeasure,
  figureOf,
  movementsByEvent,
  PARTS,
} from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { LocalClock } from './local-clock.ts';

/** One figure: the sum of some cells of one project, or of all. */
export interface ExplainedCell {
  readonly organisation: string;
  readonly fiscalYear: FiscalYear;
  /** All projects together when absent. */
  readonly project?: string | undefined;
  readonly quarters: readonly MovementQuarter[];
  readonly measure: ExplainedMeasure;
  /** Only what stands on lines of this fund source, or of this category. */
  readonly fundSource?: string | undefined;
  readonly category?: string | undefined;
  /** Only what takes effect on this day or later. */
  readonly since?: CivilDate | undefined;
}

/** What a figure was, the events that moved it, and how far was read to find them: many may cancel out. */
export interface ExplainedPage {
  readonly opening: Satang;
  readonly events: readonly ExplainedEvent[];
  readonly readTo: string | undefined;
}

/** The events behind the change of a figure of one project, which began at some value. */
export type Explains = (
  cell: ExplainedCell & { readonly project: string },
  opening: Satang,
) => readonly ExplainedEvent[];

/** What is said of an event never changes; so many are remembered, as the cells of a comparison share their events. */
const REMEMBERED = 4_096;

/** Finds the events behind figures; every explanation in the product comes from here. */
@Injectable()
export class Explanations {
  readonly #clocks = new Map<string, LocalClock>();
  readonly #facts = new Recent<string, EventFacts>(REMEMBERED);

  constructor(private readonly ledger: EmbeddedLedger) {}

  /** The figure as known at a position, of that which takes effect up to a day where one is named. */
  value(cell: ExplainedCell, at: Moment): Satang {
    return this.values(cell, [cell.measure], at)(cell.measure);
  }

  /** The same of some measures of the cell, which are read together. */
  values(
    cell: Omit<ExplainedCell, 'measure'>,
    measures: readonly ExplainedMeasure[],
    { position, day }: Moment,
  ): (measure: ExplainedMeasure) => Satang {
    // Before the first event nothing is known.
    if (position === 0n) return () => ZERO;
    const { planVersusActual: all, effective } = this.ledger.tables;
    const kept = [...new Set(measures.flatMap(keptIn))];
    const balances =
      day === undefined && cell.since === undefined
        ? all.balances(cell, kept, cell.quarters, position)
        : effective.balances(cell, kept, cell.quarters, { position, day });
    return (measure) => figureOf(measure, balances);
  }

  /** The events that make the figure at one point of both axes into that at another; what counts no more is turned round. */
  between(cell: ExplainedCell, span: ChangePage): ExplainedPage {
    const entries = this.ledger.tables.effective.between(cell, keptIn(cell.measure), cell.quarters, span);
    const opening = this.value(cell, span.from);
    const factsOf = (position: string) => this.facts(cell.organisation, position);
    const events = explained(cell.measure, entries, opening, factsOf);
    return { opening, events, readTo: entries.at(-1)?.position };
  }

  /** The same for every figure of a year, or of one project: what moved any of them is read at once where it is not too much. */
  comparing(
    { organisation, fiscalYear, project }: Pick<ExplainedCell, 'organisation' | 'fiscalYear' | 'project'>,
    span: ChangePage,
  ): Explains {
    const year = { fiscalYear, calendar: this.ledger.calendarOf(organisation) };
    const compared = this.ledger.tables.comparisons.between({ organisation, project }, span, year);
    if (compared === undefined) return (cell) => this.between(cell, span).events;
    const factsOf = (position: string) => this.facts(organisation, position);
    return (cell, opening) => {
      const entries = compared.of(cell, keptIn(cell.measure), cell.quarters, span.limit);
      return explained(cell.measure, entries, opening, factsOf);
    };
  }

  /** What the newest events did to the figure as known at a moment, newest first. */
  latest(cell: ExplainedCell, at: Moment, limit: number): { position: string; movement: Satang }[] {
    const entries = this.ledger.tables.effective.latest(cell, keptIn(cell.measure), cell.quarters, {
      at,
      limit,
    });
    return movementsByEvent(cell.measure, entries).slice(0, limit);
  }

  /** What the journal says of the event at a position, times by the clock of the organisation. */
  facts(organisation: string, position: string): EventFacts {
    const key = `${organisation} ${position}`;
    const known = this.#facts.get(key);
    if (known) return known;
    const row = this.ledger.tables.journal.at(position);
    if (!row) throw new Error(`the journal has no row at position ${position}`);
    const { eventId, type, project, document, effectiveOn, recordedAt, actor, reason, source } = row;
    const bookedAt = this.#localTime(organisation, row.bookedAt);
    const said = { effectiveOn, bookedAt, recordedAt, actor, reason, source };
    const facts = { position, type, project, document, ...said, eventId };
    this.#facts.set(key, facts);
    return facts;
  }

  /** When what stands at a position was booked, by the clock of the organisation. */
  bookedAt(organisation: string, position: string): string | undefined {
    const row = this.ledger.tables.journal.at(position);
    return row && this.#localTime(organisation, row.bookedAt);
  }

  #localTime(organisation: string, instant: string): string {
    const { timeZone } = this.ledger.calendarOf(organisation);
    let clock = this.#clocks.get(timeZone);
    if (!clock) {
      clock = new LocalClock(timeZone);
      this.#clocks.set(timeZone, clock);
    }
    return clock.at(instant as Instant);
  }
}

const keptIn = (measure: ExplainedMeasure): Measure[] => Object.keys(PARTS[measure]) as Measure[];
