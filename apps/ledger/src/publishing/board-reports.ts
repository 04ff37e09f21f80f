import { Injectable } from '@nestjs/common';
import {
  type BoardData,
  boardReport,
  type BoardReport,
  type Figures,
  type Language,
  type Template,
} from '#board-report';
import { type FiscalYear, type Quarter, QUARTERS } from '#kernel';
import { kpiScoreboard, planVersusActual, publishedReports, type PublishedReportRow } from '#read-models';
import type { QuarterlyRow } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
import { type KnownAt, KnownAtResolver } from '../reports/known-at.ts';
import { QuarterlyReports } from '../reports/quarterly.query.ts';
import { KpiKnowledge } from '../time-machine/kpi-knowledge.ts';
import { VERSION } from '../version.ts';
import { kpiDataOf } from './kpi-data.ts';

/** Which report is to be laid out, and how. */
export interface BoardScope {
  readonly organisation: string;
  readonly fiscalYear: FiscalYear;
  /** Code of the quarterly report. */
  readonly report: string;
  readonly template: Template;
  readonly language: Language;
  /** The day of the report when absent. */
  readonly knownAt?: string | undefined;
  /** That of the report when absent. */
  readonly title?: string | undefined;
  readonly foreword?: string | undefined;
}

/** A report as it would be published now. */
export interface Laid {
  readonly report: BoardReport;
  readonly knownAt: KnownAt;
}

/** Lays board reports out from the same figures that every other report of the ledger shows. */
@Injectable()
export class BoardReports {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly moments: KnownAtResolver,
    private readonly quarterly: QuarterlyReports,
    private readonly kpis: KpiKnowledge,
  ) {}

  /** `origin` is where browsers reach the ledger. Refuses with `report-unknown` or `report-empty`. */
  async lay(scope: BoardScope, number: string, origin: string, isPublished: boolean): Promise<Laid> {
    const { organisation, fiscalYear, report: code, template, language } = scope;
    await this.ledger.projector.catchUp();
    const row = this.dated(organisation, fiscalYear, code);
    const knownAt =
      scope.knownAt === undefined
        ? await this.moments.ofReport(organisation, row)
        : await this.moments.resolve(organisation, scope.knownAt);
    const data = await this.#dataOf(scope, row, knownAt);
    if (data.projects.length === 0) {
      throw refuse(
        'report-empty',
        `Fiscal year ${fiscalYear} has no project as known then: nothing to publish.`,
        {
          fiscalYear,
          position: String(knownAt.position),
        },
      );
    }
    const laid: BoardData = {
      ...data,
      ...(isPublished ? { number } : {}),
      title: scope.title ?? row.title ?? code,
      ...{ language, template, fiscalYear, quarter: row.quarter, asOf: row.asOf },
      ...(scope.foreword === undefined ? {} : { foreword: scope.foreword }),
      organisation: this.#facts(organisation),
      origin: {
        address: `${origin}/reports/${encodeURIComponent(number)}`,
        position: String(knownAt.position),
        ...(knownAt.bookedAt === undefined ? {} : { bookedAt: knownAt.bookedAt }),
        projections: [planVersusActual, kpiScoreboard, publishedReports].map(({ name, version }) => ({
          name,
          version,
        })),
        software: `obligo ${VERSION}`,
      },
    };
    return { report: boardReport(laid), knownAt };
  }

  /** The report as it was entered. */
  dated(organisation: string, fiscalYear: FiscalYear, code: string): PublishedReportRow {
    const last = this.ledger.projector.checkpoint ?? 0n;
    const all = this.ledger.tables.reports.list(organisation, fiscalYear, last);
    const row = all.find(({ report }) => report === code);
    if (row) return row;
    const known = all.map(({ report }) => report);
    throw refuse(
      'report-unknown',
      `Fiscal year ${fiscalYear} has no report ${code}; it has ${known.join(', ') || 'none'}. Enter it with its date first.`,
      { report: code, fiscalYear, reports: known },
    );
  }

  #facts(organisation: string): BoardReport['organisation'] {
    const row = this.ledger.tables.organisations.find(organisation);
    const era = row?.calendar.era === 'CE' ? { era: row.calendar.era } : {};
    return { code: organisation, name: row?.name ?? organisation, ...era };
  }

  async #dataOf(
    { organisation, fiscalYear, report, language }: BoardScope,
    { quarter }: PublishedReportRow,
    { position }: KnownAt,
  ): Promise<Pick<BoardData, 'projects' | 'total'>> {
    const year = { organisation, fiscalYear };
    const scope = { ...year, quarter };
    const accounts = this.quarterly.accounts(year, position);
    const toDate = byKey(this.quarterly.at({ ...scope, byQuarter: false }, position).rows);
    const moved = byKey(this.quarterly.at({ ...scope, byQuarter: true }, position).rows);
    const kpis = await this.kpis.progress(year, quarter, { position, day: undefined });
    const statuses = this.ledger.tables.reports.statuses(organisation, fiscalYear, report, position);
    const projects = accounts.map(({ project, name, nameEn }) => {
      const status = statuses.find((each) => each.project === project);
      return {
        project,
        name: language === 'en' ? (nameEn ?? name) : name,
        toDate: toDate.get(project) ?? {},
        quarters: Object.fromEntries(
          QUARTERS.map((each) => [each, moved.get(`${project} ${each}`) ?? {}]),
        ) as unknown as Readonly<Record<Quarter, Figures>>,
        year: moved.get(`${project} TOTAL`) ?? {},
        ...(status === undefined
          ? {}
          : {
              status: {
                status: status.status,
                ...(status.text === null ? {} : { text: status.text }),
                ...(status.achievedItems === null ? {} : { achievedItems: status.achievedItems }),
              },
            }),
        kpis: kpis
          .filter(({ definition }) => definition.project === project)
          .map((kpi) => kpiDataOf(kpi, language)),
      };
    });
    return { projects, total: toDate.get('TOTAL') ?? {} };
  }
}

const byKey = (rows: readonly QuarterlyRow[]): ReadonlyMap<string, Figures> =>
  new Map(
    rows.map(({ project, quarter, figures }) => [
      quarter === undefined ? project : `${project} ${quarter}`,
      figures,
    ]),
  );
