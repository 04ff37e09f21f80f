import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type FiscalYear, parseFiscalYear, type Quarter } from '#kernel';
import { planVersusActual } from '#read-models';
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
  readonly knownAt: string | undefined;
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
    const knownAt = await this.moments.resolve(organisation, comparison.knownAt);
    const { effectiveTo } = request;
    const scope = { ...comparison, organisation, byQuarter: published.byQuarter, effectiveTo };
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
  #comparisonOf(
    organisation: string,
    { report: code, fiscalYear, quarter, knownAt }: ReconcileDto,
  ): Comparison {
    const report = code === undefined ? undefined : this.ledger.tables.reports.find(organisation, code);
    if (code !== undefined && !report) {
      throw refuse('report-unknown', `No quarterly report ${code} is entered.`, { report: code });
    }
    const year = fiscalYear ?? report?.fiscalYear;
    const upTo = quarter ?? report?.quarter;
    if (year === undefined || upTo === undefined) {
      throw refuse(
        'comparison-not-said',
        'It is not said what the table is compared with: expected a report, or fiscalYear and quarter.',
      );
    }
    return { fiscalYear: parseFiscalYear(year), quarter: upTo, knownAt: knownAt ?? code };
  }
}
