import { Injectable } from '@nestjs/common';
import type { CivilDate } from '#kernel';
import type {
  BriefRow,
  CoveredRow,
  DocumentPage,
  DocumentQueries,
  DocumentRow,
  DocumentStage,
} from '#read-models';
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
  at(scope: DatedScope, stages: readonly DocumentStage[], position: bigint): DocumentRow[] {
    return this.#documents(scope, position).list(scope, stages, position, dayOf(scope));
  }

  /** The same without their words. */
  brief(scope: DatedScope, stages: readonly DocumentStage[], position: bigint): BriefRow[] {
    return this.#documents(scope, position).brief(scope, stages, position, dayOf(scope));
  }

  /** A page of the documents of an account, and those that they draw on. */
  page(
    scope: DatedScope & { readonly project: string },
    page: DocumentPage,
    position: bigint,
  ): { readonly rows: DocumentRow[]; readonly drawnOn: BriefRow[] } {
    const documents = this.#documents(scope, position);
    const rows = documents.page(scope, page, position, dayOf(scope));
    const previous = [...new Set(rows.flatMap((row) => row.previous ?? []))];
    return { rows, drawnOn: documents.named(scope, previous, position, dayOf(scope)) };
  }

  /** The same as all without documents of which nothing is outstanding. */
  open(scope: DatedScope, stages: readonly DocumentStage[], position: bigint): DocumentRow[] {
    return this.#documents(scope, position).open(scope, stages, position, dayOf(scope));
  }

  /** These with the reservation that covers each. */
  covered(scope: DatedScope, stages: readonly DocumentStage[], position: bigint): CoveredRow[] {
    return this.#documents(scope, position).covered(scope, stages, position, dayOf(scope));
  }

  /** Of these, those that a confirmed reservation covers. */
  reserved(scope: DatedScope, stages: readonly DocumentStage[], position: bigint): CoveredRow[] {
    return this.#documents(scope, position).reserved(scope, stages, position, dayOf(scope));
  }

  #documents(scope: DatedScope, position: bigint): DocumentQueries {
    if (scope.project !== undefined) this.reports.accounts(scope, position);
    return this.ledger.tables.documents;
  }
}

type DatedScope = BudgetScope & { readonly on?: CivilDate | undefined };

const dayOf = ({ on, effectiveTo }: DatedScope): CivilDate | undefined =>
  [on, effectiveTo].filter((day) => day !== undefined).sort()[0];
