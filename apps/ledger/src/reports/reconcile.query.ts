import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type FiscalYear, parseFiscalYear, type Quarter } from '#kernel';
import { planVersusActual, type PublishedReportRow } from '#read-models';
import {
  differencesIn,
  readPublishedTable,
  reconcile,
  reconciliationJson,
  reconciliationTable,
} from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
import type { Answer } from './answer.ts';
import { KnownAtResolver } from './known-at.ts';
import { QuarterlyReports } from './quarterly.query.ts';
import type { ReconcileDto } from './report.dto.ts';

/** A published table against the ledger, cell by cell. */
export class ReconcilePublishedQuery extends Query<Answer> {
  constructor(
    readonly organisation: string,
    readonly request: ReconcileDto,
  ) {
    super();
  }
}

interface Comparison {
  readonly fiscalYear: FiscalYear;
  readonly quarter: Quarter;
  /** The report that is named. */
  readonly row: PublishedReportRow | undefined;
}

@QueryHandler(ReconcilePublishedQuery)
export class ReconcileHandler implements IQueryHandler<ReconcilePublishedQuery> {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly reports: QuarterlyReports,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ organisation, request }: ReconcilePublishedQuery): Promise<Answer> {
    await this.ledger.projector.catchUp();
    const { file, report: code } = request;
    const comparison = this.#comparisonOf(organisation, request);
    const published = readPublishedTable(file.name, file.content, code);
    const { row, ...compared } = comparison;
    const knownAt =
      row && request.knownAt === undefined
        ? await this.moments.ofReport(organisation, row)
        : await this.moments.resolve(organisation, request.knownAt);
    const { effectiveTo } = request;
    const scope = { ...compared, organisation, byQuarter: published.byQuarter, effectiveTo };
    const result = reconcile(published, this.reports.at(scope, knownAt.position));
    const title = `${file.name} against the ledger, fiscal year ${scope.fiscalYear} to ${scope.quarter}`;
    return {
      schema: 'obligo.reconcile/1',
      provenance: {
        query: { ...scope, knownAt: knownAt.asked, report: code, file: file.name },
        knownAt,
        projection: planVersusActual,
      },
      body: reconciliationJson(result),
      table: reconciliationTable(result, title, []),
      differences: differencesIn(result),
    };
  }

  /** What is compared: as the report says, unless the request says otherwise. */
  #comparisonOf(organisation: string, { report: code, fiscalYear, quarter }: ReconcileDto): Comparison {
    const row = code === undefined ? undefined : this.#reportOf(organisation, code, fiscalYear);
    const year = fiscalYear ?? row?.fiscalYear;
    const upTo = quarter ?? row?.quarter;
    if (year === undefined || upTo === undefined) {
      throw refuse(
        'comparison-not-said',
        'It is not said what the table is compared with: expected a report, or fiscalYear and quarter.',
      );
    }
    return { fiscalYear: parseFiscalYear(year), quarter: upTo, row };
  }

  /** That of the fiscal year where one is said; a code is unique in its year alone. */
  #reportOf(organisation: string, code: string, fiscalYear: number | undefined): PublishedReportRow {
    const all = this.ledger.tables.reports.named(organisation, code);
    const own = all.filter((each) => fiscalYear === undefined || each.fiscalYear === fiscalYear);
    const [report, ...others] = own;
    if (report && others.length === 0) return report;
    if (report) {
      const years = own.map((each) => each.fiscalYear).join(' and ');
      throw refuse(
        'comparison-not-said',
        `${code} is a report of the fiscal years ${years}: expected fiscalYear with it.`,
        { report: code, years },
      );
    }
    const year = fiscalYear === undefined ? '' : ` of the fiscal year ${fiscalYear}`;
    throw refuse('report-unknown', `No quarterly report ${code}${year} is entered.`, { report: code });
  }
}
