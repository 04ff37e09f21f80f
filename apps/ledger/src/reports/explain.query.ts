import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { formatBaht, formatMillionBaht, type Satang } from '#kernel';
import { planVersusActual } from '#read-models';
import { type CellAddress, explainTable, FORMULAS, operandsOf, spanOf } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import type { Answer } from './answer.ts';
import { explainCommand } from './explain-command.ts';
import { type ExplainScope, type ReadCell, readCell } from './explain-scope.ts';
import { ExplainedFigures, type ExplainPage, type TellableFigure } from './explained-figures.ts';
import { Explanations } from './explanations.ts';
import { KnownAtResolver } from './known-at.ts';
import { QuarterlyReports } from './quarterly.query.ts';
import { leftToExplain } from './left-to-explain.ts';

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

@QueryHandler(ExplainQuery)
export class ExplainHandler implements IQueryHandler<ExplainQuery> {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly explanations: Explanations,
    private readonly figures: ExplainedFigures,
    private readonly reports: QuarterlyReports,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, page, knownAt: asked, minPosition }: ExplainQuery): Promise<Answer> {
    const { organisation, ...place } = scope;
    const knownAt = await this.moments.resolve(organisation, asked, minPosition);
    if (scope.project !== undefined) this.reports.accounts(scope, knownAt.position);
    const read = readCell(scope, this.ledger.calendarOf(organisation));
    const at = { position: knownAt.position, day: read.day };
    const operands = operandsOf(scope.measure);
    const measures = [scope.measure, ...operands.map(({ measure }) => measure)];
    const valueOf = this.explanations.values(read.cell, measures, at);
    const told = await this.figures.of(this.#figure(read, valueOf(scope.measure)), knownAt, page);
    const isToDate = read.cell === read.toDate;
    const toDate = isToDate ? told.value : this.explanations.value(read.toDate, at);
    const span = spanOf({ ...read.address, basis: 'cumulative' });
    const toDateLine = `${span.charAt(0).toUpperCase()}${span.slice(1)}: ${formatMillionBaht(toDate)} million baht`;
    return {
      schema: 'obligo.explain/1',
      provenance: { query: { ...scope, knownAt: knownAt.asked }, knownAt, projection: planVersusActual },
      body: {
        cell: cellJson(read.address),
        formula: FORMULAS[scope.measure],
        parts: operands.map(({ measure, sign }) => {
          const part = valueOf(measure);
          return { measure, sign, value: formatBaht(part), value_m: formatMillionBaht(part) };
        }),
        // The same measure from the beginning of the year: what is outstanding where the quarter is a net movement.
        to_date: formatBaht(toDate),
        to_date_m: formatMillionBaht(toDate),
        ...told.json,
        command: explainCommand(place, knownAt.position),
      },
      get table() {
        return leftToExplain(explainTable(read.address, told.value, told.events, [toDateLine]), told, page);
      },
    };
  }

  #figure({ cell, day }: ReadCell, value: Satang): TellableFigure {
    const { organisation, fiscalYear } = cell;
    const at = (position: bigint) => ({ position, day });
    return {
      ...{ organisation, fiscalYear, value },
      valueAt: (position) => this.explanations.value(cell, at(position)),
      between: (after, upTo, limit) =>
        this.explanations.between(cell, { from: at(after), to: at(upTo), limit }),
      latest: (upTo, limit) => this.explanations.latest(cell, at(upTo), limit),
    };
  }
}

const cellJson = ({ project, fundSource, category, quarter, month, measure, basis }: CellAddress) => ({
  project_code: project ?? 'TOTAL',
  ...(fundSource === undefined ? {} : { fund_source: fundSource }),
  ...(category === undefined ? {} : { category }),
  quarter,
  ...(month === undefined ? {} : { month }),
  measure,
  basis,
});
