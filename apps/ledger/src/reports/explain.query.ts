import { Injectable } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Measure, MovementQuarter } from '#budget';
import {
  add,
  type CivilDate,
  formatBaht,
  formatMillionBaht,
  type FiscalYear,
  QUARTERS,
  quartersUpTo,
  type Satang,
  subtract,
  sum,
} from '#kernel';
import { type Moment, planVersusActual } from '#read-models';
import {
  type CellAddress,
  type EventFacts,
  type ExplainedEvent,
  explained,
  explainJson,
  type ExplainedMeasure,
  explainTable,
  FORMULAS,
  PARTS,
} from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import type { Answer } from './answer.ts';
import { KnownAtResolver } from './known-at.ts';
import { QuarterlyReports } from './quarterly.query.ts';

export interface ExplainScope {
  readonly organisation: string;
  readonly fiscalYear: FiscalYear;
  readonly project: string;
  readonly quarter: MovementQuarter;
  readonly measure: ExplainedMeasure;
  readonly cumulative: boolean;
  /** Only what stands on lines of this fund source, or of this category. */
  readonly fundSource?: string | undefined;
  readonly category?: string | undefined;
  /** Only what takes effect up to the end of this day. */
  readonly effectiveTo?: CivilDate | undefined;
}

export interface ExplainPage {
  readonly after: bigint;
  readonly limit: number;
}

/** One figure of a report and the events behind it. */
export class ExplainQuery extends Query<Answer> {
  constructor(
    readonly scope: ExplainScope,
    readonly page: ExplainPage,
    readonly knownAt: string | undefined,
    readonly minPosition: string | undefined,
  ) {
    super();
  }
}

type Cell = Omit<ExplainScope, 'cumulative' | 'quarter'> & { readonly quarters: readonly MovementQuarter[] };

const quartersTo = (quarter: MovementQuarter): readonly MovementQuarter[] =>
  quarter === 'after' ? [...QUARTERS, quarter] : quartersUpTo(quarter);

const toDateWords = (quarter: MovementQuarter): string =>
  quarter === 'after' ? 'In the year and after it' : `Up to the end of ${quarter}`;

/** The events that moved a figure, and how far was read to find them: many may cancel out. */
export interface ExplainedPage {
  readonly events: readonly ExplainedEvent[];
  readonly readTo: string | undefined;
}

/** Finds the events behind figures; every explanation in the product comes from here. */
@Injectable()
export class Explanations {
  constructor(private readonly ledger: EmbeddedLedger) {}

  /** The figure as known at a position, of that which takes effect up to a day where one is named. */
  value(cell: Cell, { position, day }: Moment): Satang {
    const { planVersusActual: all, effective } = this.ledger.tables;
    const parts = Object.entries(PARTS[cell.measure]) as [Measure, 1 | -1][];
    return sum(
      parts.map(([measure, sign]) => {
        const balance =
          day === undefined
            ? all.balance(cell, [measure], cell.quarters, position)
            : effective.balance(cell, [measure], cell.quarters, { position, day });
        return (sign * balance) as Satang;
      }),
    );
  }

  /** The events that make the figure at one point of both axes into that at another; what counts no more is turned round. */
  between(cell: Cell, span: { from: Moment; to: Moment; limit: number }): ExplainedPage {
    const measures = Object.keys(PARTS[cell.measure]) as Measure[];
    const entries = this.ledger.tables.effective.between(cell, measures, cell.quarters, span);
    const events = explained(cell.measure, entries, this.value(cell, span.from), (position) =>
      this.facts(cell.organisation, position),
    );
    return { events, readTo: entries.at(-1)?.position };
  }

  /** What the journal says of the event at a position, times by the clock of the organisation. */
  facts(organisation: string, position: string): EventFacts {
    const row = this.ledger.tables.journal.at(position);
    if (!row) throw new Error(`the journal has no row at position ${position}`);
    const { eventId, type, document, effectiveOn, recordedAt, actor, reason, source } = row;
    const bookedAt = this.ledger.localTime(organisation, row.bookedAt);
    return { position, type, document, effectiveOn, bookedAt, recordedAt, actor, reason, source, eventId };
  }
}

@QueryHandler(ExplainQuery)
export class ExplainHandler implements IQueryHandler<ExplainQuery> {
  constructor(
    private readonly explanations: Explanations,
    private readonly reports: QuarterlyReports,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, page, knownAt: asked, minPosition }: ExplainQuery): Promise<Answer> {
    const knownAt = await this.moments.resolve(scope.organisation, asked, minPosition);
    this.reports.accounts(scope, knownAt.position);
    const { quarter, effectiveTo: day } = scope;
    const cell = { ...scope, quarters: scope.cumulative ? quartersTo(quarter) : [quarter] };
    const [from, to] = [
      { position: page.after, day },
      { position: knownAt.position, day },
    ];
    const value = this.explanations.value(cell, to);
    const span = { from, to, limit: page.limit };
    const { events: found, readTo } = this.explanations.between(cell, span);
    const opening = this.explanations.value(cell, from);
    const closing = add(opening, sum(found.map(({ movement }) => movement)));
    const toDate = this.explanations.value({ ...cell, quarters: quartersTo(quarter) }, to);
    const address: CellAddress = { ...scope, basis: scope.cumulative ? 'cumulative' : 'quarter' };
    const complete = closing === value;
    const table = explainTable(address, value, found, [
      `${toDateWords(quarter)}: ${formatMillionBaht(toDate)} million baht`,
    ]);
    return {
      schema: 'obligo.explain/1',
      provenance: { query: { ...scope, knownAt: knownAt.asked }, knownAt, projection: planVersusActual },
      body: {
        cell: {
          project_code: scope.project,
          ...(scope.fundSource === undefined ? {} : { fund_source: scope.fundSource }),
          ...(scope.category === undefined ? {} : { category: scope.category }),
          quarter,
          measure: scope.measure,
          basis: address.basis,
        },
        formula: FORMULAS[scope.measure],
        value: formatBaht(value),
        value_m: formatMillionBaht(value),
        // The same measure from the beginning of the year: what is outstanding where the quarter is a net movement.
        to_date: formatBaht(toDate),
        to_date_m: formatMillionBaht(toDate),
        opening: formatBaht(opening),
        closing: formatBaht(closing),
        events: found.map(explainJson),
        // More follows when the events so far do not add up to the figure.
        next: complete || readTo === undefined ? null : { after: readTo },
      },
      table: complete
        ? table
        : {
            ...table,
            footnotes: [
              `More events follow after position ${readTo ?? String(page.after)}; ${formatBaht(subtract(value, closing))} baht are left to explain.`,
            ],
          },
    };
  }
}
