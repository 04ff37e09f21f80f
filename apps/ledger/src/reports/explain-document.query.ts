import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type CivilDate, type FiscalYear, formatBaht, formatMillionBaht, type Satang, sum } from '#kernel';
import { type DocumentRow, type DocumentStage, documents } from '#read-models';
import {
  DOCUMENT_FORMULAS,
  DOCUMENT_OPERANDS,
  type DocumentMeasure,
  eventsTable,
  movementsOfDocument,
  withRunning,
} from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
import type { Answer } from './answer.ts';
import { explainCommand } from './explain-command.ts';
import { ExplainedFigures, type ExplainPage, type TellableFigure } from './explained-figures.ts';
import { Explanations } from './explanations.ts';
import { KnownAtResolver } from './known-at.ts';
import { leftToExplain } from './left-to-explain.ts';
import { QuarterlyReports } from './quarterly.query.ts';

/** Which amount of which document is asked about. */
export interface ExplainDocumentScope {
  readonly organisation: string;
  readonly fiscalYear: FiscalYear;
  readonly project: string;
  readonly document: string;
  /** Needed where documents of several stages have the number. */
  readonly stage?: DocumentStage | undefined;
  /** All items together when absent. */
  readonly item?: string | undefined;
  readonly measure: DocumentMeasure;
  readonly effectiveTo?: CivilDate | undefined;
}

/** One amount of a document and the events behind it. */
export class ExplainDocumentQuery extends Query<Answer> {
  constructor(
    readonly scope: ExplainDocumentScope,
    readonly page: ExplainPage,
    readonly knownAt: string | undefined,
    readonly minPosition: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(ExplainDocumentQuery)
export class ExplainDocumentHandler implements IQueryHandler<ExplainDocumentQuery> {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly explanations: Explanations,
    private readonly figures: ExplainedFigures,
    private readonly reports: QuarterlyReports,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, page, knownAt: asked, minPosition }: ExplainDocumentQuery): Promise<Answer> {
    const { organisation, measure, ...place } = scope;
    const knownAt = await this.moments.resolve(organisation, asked, minPosition);
    this.reports.accounts(scope, knownAt.position);
    const rows = this.#documents(scope, knownAt.position);
    const stage = rows[0]?.stage ?? scope.stage;
    const figureOf = (of: DocumentMeasure) => this.#figure(scope, rows, of, knownAt.position);
    const told = await this.figures.of(figureOf(measure), knownAt, page);
    const name = [scope.project, stage, scope.document, scope.item, measure];
    const title = name.filter((part) => part !== undefined).join(' ');
    const formula = `${measure} = ${DOCUMENT_FORMULAS[measure]}`;
    return {
      schema: 'obligo.explain/1',
      provenance: { query: { ...scope, stage, knownAt: knownAt.asked }, knownAt, projection: documents },
      body: {
        cell: {
          ...{ project_code: scope.project, document: scope.document, stage },
          ...(scope.item === undefined ? {} : { item: scope.item }),
          ...{ measure, basis: 'document' },
        },
        formula: DOCUMENT_FORMULAS[measure],
        parts: (DOCUMENT_OPERANDS[measure] ?? []).map(({ measure: part, sign }) => {
          const value = figureOf(part).value;
          return { measure: part, sign, value: formatBaht(value), value_m: formatMillionBaht(value) };
        }),
        ...told.json,
        command: explainCommand({ ...place, stage, measure }, knownAt.position),
      },
      table: leftToExplain(eventsTable(title, told.value, told.events, [formula]), told, page),
    };
  }

  /** The rows of the document; refuses one that was not known, and one whose stage is not clear. */
  #documents({ document, stage, item, effectiveTo, ...account }: ExplainDocumentScope, position: bigint) {
    const rows = this.ledger.tables.documents
      .chain(account, document, position, effectiveTo)
      .filter((row) => row.project === account.project && row.number === document)
      .filter((row) => item === undefined || row.item === item)
      .filter((row) => stage === undefined || row.stage === stage);
    const stages = [...new Set(rows.map((row) => row.stage))];
    if (stages.length === 0) {
      const details = { project: account.project, document };
      throw refuse(
        'document-not-known',
        `${account.project} had no document ${document} as known then.`,
        details,
      );
    }
    if (stages.length === 1) return rows;
    throw refuse(
      'input-invalid',
      `${document} is the number of several documents: expected one of ${stages.join(', ')} in stage.`,
      {
        errors: [{ field: 'stage', message: `must be one of ${stages.join(', ')}` }],
      },
    );
  }

  #figure(
    { organisation, fiscalYear, effectiveTo }: ExplainDocumentScope,
    rows: readonly DocumentRow[],
    measure: DocumentMeasure,
    knownAt: bigint,
  ): TellableFigure {
    const ids = rows.map(({ id }) => id);
    const moved = (upTo: bigint) =>
      movementsOfDocument(measure, this.ledger.tables.documents.entries(ids, upTo, effectiveTo));
    const valueAt = (position: bigint): Satang => sum(moved(position).map(({ movement }) => movement));
    return {
      ...{ organisation, fiscalYear, value: valueAt(knownAt), valueAt },
      between: (after, upTo, limit) => {
        const page = moved(upTo)
          .filter(({ position }) => BigInt(position) > after)
          .slice(0, limit);
        const factsOf = (position: string) => this.explanations.facts(organisation, position);
        const opening = valueAt(after);
        return { opening, events: withRunning(page, opening, factsOf), readTo: page.at(-1)?.position };
      },
      latest: (upTo, limit) => moved(upTo).reverse().slice(0, limit),
    };
  }
}
