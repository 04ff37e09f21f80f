import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { AccountEvent, Measure } from '#budget';
import { streams } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import { effectiveTo, type LineTotalRow, planVersusActual } from '#read-models';
import {
  type BookLine,
  type BookProject,
  budgetBook,
  budgetBookTable,
  exactBookFigures,
  sumOf,
} from '#reporting';
import { catalogue } from '../embedded/catalogue.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import type { Answer } from './answer.ts';
import { type KnownAt, KnownAtResolver } from './known-at.ts';
import { type BudgetScope, KnownReportQuery } from './known-report.ts';

/** The book is one of all projects. */
export type BudgetBookScope = Omit<BudgetScope, 'project'>;

/** The budget of a fiscal year from both sides, revenue and expenditure, as known at a moment. */
export class BudgetBookQuery extends KnownReportQuery<BudgetBookScope> {}

@QueryHandler(BudgetBookQuery)
export class BudgetBookHandler implements IQueryHandler<BudgetBookQuery> {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ scope, knownAt: asked, minPosition }: BudgetBookQuery): Promise<Answer> {
    const { organisation, fiscalYear } = scope;
    const knownAt = await this.moments.resolve(organisation, asked, minPosition);
    const book = budgetBook({
      projects: await this.#projects(scope, knownAt),
      lines: this.#lines(scope, knownAt),
    });
    const { language } = (await this.ledger.recorder.settingsOf(organisation)) ?? DEFAULT_SETTINGS;
    const table = budgetBookTable(book, `Budget book, fiscal year ${fiscalYear}`, language);
    const rows = table.rows.map((row, index) => {
      const exact = book[index];
      return { ...row, baht: exact ? exactBookFigures(exact) : {} };
    });
    return {
      schema: 'obligo.report.budget-book/1',
      provenance: { query: { ...scope, knownAt: knownAt.asked }, knownAt, projection: planVersusActual },
      body: { unit: 'million baht', rows, footnotes: table.footnotes },
      table,
    };
  }

  #totals(scope: BudgetBookScope, position: bigint): readonly LineTotalRow[] {
    const { planVersusActual: all, effective } = this.ledger.tables;
    const { effectiveTo: day, organisation, fiscalYear } = scope;
    if (day === undefined) return all.lineTotals(scope, position);
    const year = { fiscalYear, calendar: this.ledger.calendarOf(organisation) };
    return effective.lineCells(scope, position, effectiveTo(day, year));
  }

  #lines(scope: BudgetBookScope, { position }: KnownAt): BookLine[] {
    const cells = this.#totals(scope, position).filter(
      ({ measure }) => measure === 'budget' || measure === 'estimated',
    );
    const lines = Map.groupBy(cells, ({ project, fundSource, category }) =>
      [project, fundSource, category].join('\n'),
    );
    return [...lines.values()].flatMap((measures): BookLine[] => {
      const [first] = measures;
      if (!first) return [];
      const { project, fundSource, category } = first;
      const held = (measure: Measure) =>
        sumOf(measures.filter((cell) => cell.measure === measure).map(({ balance }) => balance));
      return [{ project, fundSource, category, estimated: held('estimated'), budget: held('budget') }];
    });
  }

  #projects(scope: BudgetBookScope, { position }: KnownAt): Promise<BookProject[]> {
    const accounts = this.ledger.tables.planVersusActual.accounts(scope, position, scope.effectiveTo);
    return Promise.all(
      accounts.map(async ({ project, name }) => ({
        project,
        name,
        programme: await this.#programmeOf(scope, project),
      })),
    );
  }

  /** The programme of an account stands in the event that opened it, and never changes. */
  async #programmeOf(
    { organisation, fiscalYear }: BudgetBookScope,
    project: string,
  ): Promise<string | undefined> {
    const stream = streams.budgetAccount(organisation, fiscalYear, project);
    for await (const recorded of this.ledger.store.readStream(stream, { limit: 1 })) {
      const event = catalogue.read(recorded) as AccountEvent;
      if (event.type === 'BudgetAccountOpened') return event.data.programme;
    }
    return undefined;
  }
}
