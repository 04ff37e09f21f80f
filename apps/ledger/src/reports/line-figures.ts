import { Injectable } from '@nestjs/common';
import { effectiveTo } from '#read-models';
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
    if (scope.project !== undefined) this.reports.accounts(scope, position);
    return this.ifKnown(scope, position);
  }

  /** The same; nothing of a project that was not known then. */
  ifKnown(scope: ThroughScope, position: bigint): readonly LineCell[] {
    return cellsThrough(this.#cells(scope, position), scope.quarter);
  }

  #cells(scope: ThroughScope, position: bigint): LineCell[] {
    const { planVersusActual: all, effective } = this.ledger.tables;
    const { effectiveTo: day, organisation, fiscalYear } = scope;
    if (day === undefined) return all.lineCells(scope, position);
    const year = { fiscalYear, calendar: this.ledger.calendarOf(organisation) };
    return effective.lineCells(scope, position, effectiveTo(day, year));
  }
}
