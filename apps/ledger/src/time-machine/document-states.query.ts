import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { formatBaht } from '#kernel';
import {
  type BriefRow,
  type DocumentPage,
  type DocumentRow,
  type DocumentStage,
  documents,
} from '#read-models';
import { documentLifeTable, type DocumentState, documentStatesTable, documentStepJson } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
import { AccountDocuments } from '../reports/account-documents.ts';
import type { Answer } from '../reports/answer.ts';
import { type KnownAt, KnownAtResolver } from '../reports/known-at.ts';
import { KnownReportQuery } from '../reports/known-report.ts';
import type { AccountStateScope } from './account-state.query.ts';
import { DocumentLives } from './document-lives.ts';
import { behind } from './document-page.ts';

const STAGES: readonly DocumentStage[] = [
  'request',
  'commitment',
  'acceptance',
  'disbursement',
  'advance',
  'transfer',
  'reservation',
];

export interface DocumentsScope extends AccountStateScope {
  /** The number of the document whose life is told; a list of all when absent. */
  readonly document?: string | undefined;
}

/** The documents of an account at any point of both axes, or the life of one with its whole chain. */
export class DocumentStatesQuery extends KnownReportQuery<DocumentsScope> {
  constructor(
    scope: DocumentsScope,
    /** Of the list; all of it when absent. */
    readonly page: DocumentPage | undefined,
    knownAt: string | undefined,
    minPosition: string | undefined,
  ) {
    super(scope, knownAt, minPosition);
  }
}

@QueryHandler(DocumentStatesQuery)
export class DocumentStatesHandler implements IQueryHandler<DocumentStatesQuery> {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly documents: AccountDocuments,
    private readonly lives: DocumentLives,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, page, knownAt: asked, minPosition }: DocumentStatesQuery): Promise<Answer> {
    const knownAt = await this.moments.resolve(scope.organisation, asked, minPosition);
    if (scope.document !== undefined) return this.#life(scope, knownAt, scope.document);
    return page === undefined
      ? listOf(scope, knownAt, statesOf(this.documents.at(scope, STAGES, knownAt.position)))
      : this.#page(scope, knownAt, page);
  }

  #page(scope: DocumentsScope, knownAt: KnownAt, page: DocumentPage): Answer {
    const { rows, drawnOn } = this.documents.page(scope, page, knownAt.position);
    const last = rows.length === page.limit ? rows.at(-1) : undefined;
    const next = last ? { after: behind(last) } : null;
    return listOf(scope, knownAt, statesOf(rows, drawnOn), { next });
  }

  async #life(scope: DocumentsScope, knownAt: KnownAt, number: string): Promise<Answer> {
    const { project, organisation, effectiveTo: day } = scope;
    const chain = this.ledger.tables.documents.chain(scope, number, knownAt.position, day);
    if (!chain.some((row) => row.number === number)) {
      const details = { project, document: number };
      throw refuse('document-not-known', `${project} had no document ${number} as known then.`, details);
    }
    const steps = await this.lives.of(organisation, chain, { position: knownAt.position, day });
    const states = statesOf(chain);
    const title = `The life of ${number} of ${project}, fiscal year ${scope.fiscalYear}`;
    const now = states.map(
      ({ stage, number: each, outstanding }) => `${stage} ${each} ${formatBaht(outstanding)}`,
    );
    const table = documentLifeTable(steps, title, [`Outstanding: ${now.join('; ')}`]);
    return {
      ...answerOf(scope, knownAt, 'obligo.document/1'),
      body: {
        unit: 'baht',
        documents: documentStatesTable(states, '', []).rows,
        steps: steps.map(documentStepJson),
      },
      table,
    };
  }
}

const answerOf = (scope: DocumentsScope, knownAt: KnownAt, schema: string) => ({
  schema,
  provenance: { query: { ...scope, knownAt: knownAt.asked }, knownAt, projection: documents },
});

function listOf(
  scope: DocumentsScope,
  knownAt: KnownAt,
  states: readonly DocumentState[],
  beside: { readonly next?: { readonly after: string } | null } = {},
): Answer {
  const title = `Documents of ${scope.project}, fiscal year ${scope.fiscalYear}`;
  const table = documentStatesTable(states, title, []);
  return {
    ...answerOf(scope, knownAt, 'obligo.documents/1'),
    body: { unit: 'baht', rows: table.rows, ...beside },
    table,
  };
}

/** Each with the one that it draws on, where that is known too. */
function statesOf(rows: readonly DocumentRow[], drawnOn: readonly BriefRow[] = rows): DocumentState[] {
  const byId = new Map(drawnOn.map((row) => [row.id, row]));
  return rows.map((row) => {
    const previous = row.previous === null ? undefined : byId.get(row.previous);
    return {
      ...row,
      previous: previous ? { stage: previous.stage, number: previous.number, item: previous.item } : null,
    };
  });
}
