import { Query } from '@nestjs/cqrs';
import type { CivilDate, FiscalYear, Quarter } from '#kernel';
import type { Answer } from './answer.ts';

/** What every report on a budget is about. */
export interface BudgetScope {
  readonly organisation: string;
  readonly fiscalYear: FiscalYear;
  readonly project?: string | undefined;
  /** Only what takes effect up to the end of this day; all that is known when absent. */
  readonly effectiveTo?: CivilDate | undefined;
}

/** The same up to the end of a quarter; everything known when none is named. */
export interface ThroughScope extends BudgetScope {
  readonly quarter?: Quarter | undefined;
}

/** A report as known at a moment. Each report is a class of its own, so that each finds its handler. */
export abstract class KnownReportQuery<Scope extends BudgetScope> extends Query<Answer> {
  constructor(
    readonly scope: Scope,
    readonly knownAt: string | undefined,
    readonly minPosition: string | undefined,
  ) {
    super();
  }
}
