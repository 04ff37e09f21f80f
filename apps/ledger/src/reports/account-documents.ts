import { Injectable } from '@nestjs/common';
import type { CivilDate } from '#kernel';
import type { DocumentRow, DocumentStage } from '#read-models';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import type { BudgetScope } from './known-report.ts';
import { QuarterlyReports } from './quarterly.query.ts';

/** The documents that reports follow, as known at a moment. */
@Injectable()
export class AccountDocuments {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly reports: QuarterlyReports,
  ) {}

  /**
   * Documents of some stages of one project or of all; with a day as they stood at its end, without one as they stand.
   * Refuses a project that was not known.
   */
  at(
    scope: BudgetScope & { readonly on?: CivilDate | undefined },
    stages: readonly DocumentStage[],
    position: bigint,
  ): DocumentRow[] {
    if (scope.project !== undefined) this.reports.accounts(scope, position);
    const days = [scope.on, scope.effectiveTo].filter((day) => day !== undefined).sort();
    return this.ledger.tables.documents.list(scope, stages, position, days[0]);
  }
}
