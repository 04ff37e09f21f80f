import { Injectable } from '@nestjs/common';
import { cellsThrough, type LineCell } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import type { ThroughScope } from './known-report.ts';
import { QuarterlyReports } from './quarterly.query.ts';

/** The cells of lines that reports on budgets are made of. */
@Injectable()
export class LineFigures {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly reports: QuarterlyReports,
  ) {}

  /** Of one project or of all, up to the end of a quarter; refuses a project that was not known then. */
  at(scope: ThroughScope, position: bigint): readonly LineCell[] {
    const { project, quarter } = scope;
    if (project !== undefined) this.reports.accounts(scope, position);
    const all = this.ledger.tables.planVersusActual.lineCells(scope, position);
    const own = project === undefined ? all : all.filter((cell) => cell.project === project);
    return cellsThrough(own, quarter);
  }
}
