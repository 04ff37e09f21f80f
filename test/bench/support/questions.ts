import type { Measure } from '#budget';
import { type CivilDate, type Quarter, type Satang, THAI_CALENDAR } from '#kernel';
import {
  EffectiveQueries,
  effectiveTo,
  type JournalFilter,
  JournalQueries,
  OutstandingCommitmentsQueries,
  PlanVersusActualQueries,
  type Projector,
} from '#read-models';
import {
  accountStateOf,
  accountStateTable,
  byQuarterReport,
  changedCells,
  cumulativeReport,
  diffTable,
  type ExplainedEvent,
  explained,
  explainTable,
  PARTS,
  type QuarterlyReport,
  quarterlyTable,
  renderCsv,
  type ExplainedMeasure,
} from '#reporting';
import { LAST_YEAR, ORGANISATION } from './postings.ts';

const year = { organisation: ORGANISATION, fiscalYear: LAST_YEAR };
const CALENDAR_YEAR = { fiscalYear: LAST_YEAR, calendar: THAI_CALENDAR };

interface Cell {
  readonly project: string;
  readonly measure: ExplainedMeasure;
  readonly quarters: readonly Quarter[];
}

/** What officers and auditors ask, from the tables to the bytes that they get. */
export class Questions {
  readonly #figures: PlanVersusActualQueries;
  readonly #effective: EffectiveQueries;
  readonly #journal: JournalQueries;
  readonly #commitments: OutstandingCommitmentsQueries;

  constructor({ database }: Projector) {
    this.#figures = new PlanVersusActualQueries(database);
    this.#effective = new EffectiveQueries(database);
    this.#journal = new JournalQueries(database);
    this.#commitments = new OutstandingCommitmentsQueries(database);
  }

  report(knownAt: bigint): string {
    return renderCsv(quarterlyTable(this.#report(knownAt), 'Plan and actual', []));
  }

  reportByQuarter(knownAt: bigint): string {
    const input = {
      projects: this.#figures.accounts(year, knownAt),
      cells: this.#figures.cells(year, knownAt),
    };
    return renderCsv(quarterlyTable(byQuarterReport({ ...input, quarter: 'Q4' }), 'Plan and actual', []));
  }

  explain(cell: Cell, after: bigint, knownAt: bigint, limit: number): string {
    const quarter = cell.quarters.at(-1) as Quarter;
    const value = this.#value(cell, knownAt);
    const events = this.#events(cell, after, knownAt, limit);
    return renderCsv(explainTable({ ...cell, quarter, basis: 'quarter' }, value, events, []));
  }

  /** The cells that differ between two positions, each with the events that made the difference. */
  diff(from: bigint, to: bigint): string {
    const cells = changedCells(this.#report(from), this.#report(to))
      .filter(({ project }) => project !== 'TOTAL')
      .map((cell) => {
        const { project, measure } = cell;
        const events = this.#events(
          { project, measure, quarters: ['Q1', 'Q2', 'Q3', 'Q4'] },
          from,
          to,
          1_000,
        );
        return { ...cell, events };
      });
    return renderCsv(diffTable(cells, 'Changes', []));
  }

  journal(
    filter: Omit<JournalFilter, 'organisation'>,
    after: bigint,
    knownAt: bigint,
    newestFirst = false,
  ): number {
    const page = { after, upTo: knownAt, knownAt, limit: 100, newestFirst };
    return this.#journal.page({ organisation: ORGANISATION, ...filter }, page).rows.length;
  }

  /** How many events a filter finds, and what they come to. */
  journalSum(filter: Omit<JournalFilter, 'organisation'>, knownAt: bigint): number {
    const span = { after: 0n, upTo: knownAt, knownAt, newestFirst: true };
    return this.#journal.summary({ organisation: ORGANISATION, ...filter }, span, 10_000).rows;
  }

  /** An account at a point of both axes; everything that is known where no day is named. */
  account(project: string, knownAt: bigint, day?: CivilDate): string {
    const cells =
      day === undefined
        ? this.#figures.lineCells(year, knownAt).filter((cell) => cell.project === project)
        : this.#effective.lineCells({ ...year, project }, knownAt, effectiveTo(day, CALENDAR_YEAR));
    return renderCsv(accountStateTable(accountStateOf(cells), 'Account', []));
  }

  commitments(project: string, knownAt: bigint): number {
    const page = { includeSettled: false, after: { project: '', commitment: '' }, limit: 100 };
    return this.#commitments.list({ ...year, project }, knownAt, page).length;
  }

  #report(knownAt: bigint): QuarterlyReport {
    const input = {
      projects: this.#figures.accounts(year, knownAt),
      cells: this.#figures.cells(year, knownAt),
    };
    return cumulativeReport({ ...input, quarter: 'Q4' });
  }

  #value({ project, measure, quarters }: Cell, knownAt: bigint): Satang {
    const parts = Object.entries(PARTS[measure]) as [Measure, 1 | -1][];
    return parts.reduce(
      (total, [kept, sign]) =>
        total + sign * this.#figures.balance({ ...year, project }, [kept], quarters, knownAt),
      0,
    ) as Satang;
  }

  #events(cell: Cell, after: bigint, upTo: bigint, limit: number): ExplainedEvent[] {
    const { project, measure, quarters } = cell;
    const kept = Object.keys(PARTS[measure]) as Measure[];
    const span = { from: { position: after }, to: { position: upTo }, limit };
    const entries = this.#effective.between({ ...year, project }, kept, quarters, span);
    return explained(measure, entries, this.#value(cell, after), (position) => {
      const row = this.#journal.at(position);
      if (!row) throw new Error(`the journal has no row at position ${position}`);
      return row;
    });
  }
}
