import { Injectable } from '@nestjs/common';
import { type CivilDate, civilDateOf, type FiscalCalendar, parseCivilDate } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';

/** The calendar of an organisation, and what day it is there. */
@Injectable()
export class Today {
  constructor(private readonly ledger: EmbeddedLedger) {}

  async calendarOf(organisation: string): Promise<FiscalCalendar> {
    const settings = await this.ledger.recorder.settingsOf(organisation);
    return (settings ?? DEFAULT_SETTINGS).calendar;
  }

  /** The day that was asked about, or today by the clock of the organisation. */
  async or(asked: string | undefined, organisation: string): Promise<CivilDate> {
    if (asked !== undefined) return parseCivilDate(asked);
    const { timeZone } = await this.calendarOf(organisation);
    return civilDateOf(this.ledger.clock(), timeZone);
  }
}
