import { Injectable } from '@nestjs/common';
import type { FiscalPeriodsEvent } from '#control';
import type { RecordedEvent } from '#event-store';
import { type CivilDate, type FiscalYear, type Quarter, streams } from '#kernel';
import type { QuarterlyReportEvent } from '#performance';
import type { PublishedReportRow } from '#read-models';
import { catalogue } from '../embedded/catalogue.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { KnownAtResolver } from '../reports/known-at.ts';
import type { MOMENT_KINDS } from './moments.answers.ts';

/** A moment that has a name: what a report showed, or what was known when a period was closed. */
export interface NamedMoment {
  readonly kind: (typeof MOMENT_KINDS)[number];
  /** Number of the publication, code of the report, or the period. */
  readonly code: string;
  readonly title: string | null;
  readonly quarter: Quarter | null;
  /** The day that a report stands for; else that of the booking. */
  readonly day: CivilDate;
  /** What was known then: everything up to here. */
  readonly position: bigint;
  /** When the last event that was known then was booked, by the clock of the organisation. */
  readonly bookedAt: string | null;
  /** When it was entered, published or closed. */
  readonly happenedAt: string;
  readonly actor: string;
}

const CLOSINGS = {
  PeriodClosed: 'period-closed',
  PeriodSoftClosed: 'period-soft-closed',
  PeriodReopened: 'period-reopened',
} as const;

/** Lists the moments of a fiscal year that people know by name, so that nobody has to remember a position. */
@Injectable()
export class NamedMoments {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly moments: KnownAtResolver,
  ) {}

  /** Newest first; of those at one place, what happened last comes first. */
  async of(organisation: string, fiscalYear: FiscalYear, upTo: bigint): Promise<NamedMoment[]> {
    const reports = this.ledger.tables.reports.list(organisation, fiscalYear, upTo);
    const found = [await this.#closings(organisation, fiscalYear)];
    for (const report of reports) found.push(await this.#ofReport(organisation, report));
    return found
      .flat()
      .sort((a, b) =>
        a.position === b.position ? (a.happenedAt < b.happenedAt ? 1 : -1) : a.position < b.position ? 1 : -1,
      );
  }

  /** What the report showed when it was entered, and what each of its publications froze. */
  async #ofReport(organisation: string, report: PublishedReportRow): Promise<NamedMoment[]> {
    const { fiscalYear, report: code, title, quarter } = report;
    const stream = streams.quarterlyReport(organisation, fiscalYear as FiscalYear, code);
    const found: NamedMoment[] = [];
    for await (const recorded of this.ledger.store.readStream(stream)) {
      const event = catalogue.read(recorded) as QuarterlyReportEvent;
      if (event.type === 'QuarterlyReportDated') {
        const { position, bookedAt = null } = await this.moments.ofReport(organisation, report);
        const day = event.data.asOf as CivilDate;
        found.push({
          kind: 'report',
          code,
          title,
          quarter,
          day,
          position,
          bookedAt,
          ...this.#entry(organisation, recorded),
        });
      }
      if (event.type === 'ReportPublished') {
        const { number, knownAt: frozen, title: named } = event.data;
        const { position, bookedAt = null } = await this.moments.resolve(organisation, frozen);
        const day = (bookedAt ?? recorded.bookedAt).slice(0, 10) as CivilDate;
        found.push({
          ...{ kind: 'published', code: number, title: named, quarter, day, position, bookedAt },
          ...this.#entry(organisation, recorded),
        });
      }
    }
    return found;
  }

  async #closings(organisation: string, fiscalYear: FiscalYear): Promise<NamedMoment[]> {
    const found: NamedMoment[] = [];
    for await (const recorded of this.ledger.store.readStream(
      streams.fiscalPeriods(organisation, fiscalYear),
    )) {
      const { type, data } = catalogue.read(recorded) as FiscalPeriodsEvent;
      const entry = this.#entry(organisation, recorded);
      found.push({
        ...{ kind: CLOSINGS[type], code: data.period, title: null, quarter: null },
        ...{ day: entry.happenedAt.slice(0, 10) as CivilDate, position: BigInt(recorded.position) },
        ...{ bookedAt: entry.happenedAt, ...entry },
      });
    }
    return found;
  }

  #entry(organisation: string, { bookedAt, metadata }: RecordedEvent) {
    return { happenedAt: this.ledger.localTime(organisation, bookedAt), actor: metadata.actor };
  }
}
