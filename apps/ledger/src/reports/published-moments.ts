import { Injectable } from '@nestjs/common';
import type { PublishedReportRow } from '#read-models';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { type KnownAt, KnownAtResolver } from './known-at.ts';
import { Today } from './today.ts';

/** A published report with what was known at its moment. */
export interface PublishedMoment extends PublishedReportRow {
  /** The last position that was known then. */
  readonly position: bigint;
}

/** The moments at which reports were published. */
@Injectable()
export class PublishedMoments {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly moments: KnownAtResolver,
    private readonly today: Today,
  ) {}

  /** Of the reports of a year that were known of, oldest first; a report showed what was known at the end of its day. */
  async of(organisation: string, fiscalYear: number, knownAt: KnownAt): Promise<PublishedMoment[]> {
    const today = await this.today.or(undefined, organisation);
    const found: PublishedMoment[] = [];
    for (const row of this.ledger.tables.reports.list(organisation, fiscalYear, knownAt.position)) {
      // One that is dated ahead shows what is known so far.
      const day = row.asOf > today ? undefined : await this.moments.resolve(organisation, row.asOf);
      const position = day && day.position < knownAt.position ? day.position : knownAt.position;
      found.push({ ...row, position });
    }
    return found;
  }
}
