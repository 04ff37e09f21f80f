import { Injectable } from '@nestjs/common';
import type { Position } from '#event-store';
import { civilDateOf, endOfDay, type Instant } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import type { PublishedReportRow } from '#read-models';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
import { isPosition, momentOf } from './moment-forms.ts';
import { reachPosition } from './reach-position.ts';

/** A moment of knowledge, as asked and as it resolved to a place in the log. */
export interface KnownAt {
  /** As it was written; `now` when nothing was. */
  readonly asked: string;
  /** Everything up to here is known; 0 before the first event. */
  readonly position: bigint;
  /** When the last known event was booked, by the clock of the organisation; absent before the first. */
  readonly bookedAt?: string;
}

const FORMS =
  'a date (its end of day), a moment with its zone, a position of the log, or the code of a quarterly report';

/** Resolves "as known at" to a position: a date is the end of that day in the organisation's time zone. */
@Injectable()
export class KnownAtResolver {
  constructor(private readonly ledger: EmbeddedLedger) {}

  async resolve(organisation: string, asked: string | undefined, minPosition?: string): Promise<KnownAt> {
    await this.#catchUp(minPosition);
    return this.#known(organisation, asked ?? 'now', await this.#positionOf(organisation, asked ?? 'now'));
  }

  /** What a report stands for: what was known at the end of its day, and up to now where that is still to come. */
  async ofReport(
    organisation: string,
    { report, asOf }: Pick<PublishedReportRow, 'report' | 'asOf'>,
  ): Promise<KnownAt> {
    await this.#catchUp(undefined);
    const moment = momentOf(asOf, await this.#timeZone(organisation));
    const position = moment && (await this.ledger.store.positionAt(moment));
    return this.#known(organisation, report, position);
  }

  async #known(organisation: string, asked: string, position: Position | undefined): Promise<KnownAt> {
    if (position === undefined) return { asked, position: 0n };
    // An event that arrived since is known only when the tables have it too.
    if (BigInt(position) > (this.ledger.projector.checkpoint ?? 0n)) await this.ledger.projector.catchUp();
    const row = this.ledger.tables.journal.at(position);
    return {
      asked,
      position: BigInt(position),
      ...(row ? { bookedAt: this.ledger.localTime(organisation, row.bookedAt) } : {}),
    };
  }

  /** Up to when something was recorded that is known at a moment, for a log of its own; nothing for now. */
  async recordedBy(asked: string | undefined): Promise<Instant | undefined> {
    if (asked === undefined || asked === 'now') return undefined;
    if (isPosition(asked)) {
      await this.#catchUp(undefined);
      return this.ledger.tables.journal.at(await this.#typed(asked))?.recordedAt as Instant | undefined;
    }
    return this.#momentOf(asked, DEFAULT_SETTINGS.calendar.timeZone) ?? malformed(asked);
  }

  async #catchUp(minPosition: string | undefined): Promise<void> {
    await this.ledger.projector.catchUp();
    if (minPosition !== undefined) await reachPosition(this.ledger, minPosition);
  }

  async #positionOf(organisation: string, asked: string): Promise<Position | undefined> {
    const { store } = this.ledger;
    if (asked === 'now') return store.head();
    if (isPosition(asked)) return this.#typed(asked);
    const timeZone = await this.#timeZone(organisation);
    // A date is that date, whatever a report is called.
    const moment =
      this.#momentOf(asked, timeZone) ?? this.#momentOf(this.#dayOf(organisation, asked), timeZone);
    return moment ? store.positionAt(moment) : malformed(asked);
  }

  /** The day that a report stands for; the text itself where no report is called so. */
  #dayOf(organisation: string, code: string): string {
    const [report, ...others] = this.ledger.tables.reports.named(organisation, code);
    if (others.length === 0) return report?.asOf ?? code;
    const years = [report, ...others].map((each) => each?.fiscalYear).join(' and ');
    throw refuse(
      'known-at-ambiguous',
      `${code} is a report of the fiscal years ${years}: expected the date or the position that is meant.`,
      { given: code, years },
    );
  }

  /** Refuses a moment that is still to come: what will be known then is not known, and another answer would follow. */
  #momentOf(asked: string, timeZone: string): Instant | undefined {
    const moment = momentOf(asked, timeZone);
    if (moment === undefined) return undefined;
    const now = this.ledger.clock();
    const today = civilDateOf(now, timeZone);
    // Whoever asks for today means all that is known of it; a clock that was set back is behind what was booked.
    const isKnown = asked.length === 10 ? moment <= endOfDay(today, timeZone) : moment <= now;
    if (isKnown || moment <= this.#lastBookedAt()) return moment;
    throw refuse(
      'known-at-in-future',
      `"${asked}" is still to come: expected a moment up to now, or today, ${today}.`,
      { given: asked, today },
    );
  }

  #lastBookedAt(): string {
    const { journal } = this.ledger.tables;
    const { checkpoint } = this.ledger.projector;
    const last = checkpoint === undefined ? undefined : journal.at(String(checkpoint));
    return last?.bookedAt ?? '';
  }

  async #typed(asked: string): Promise<Position> {
    const position = await this.ledger.store.parsePosition(asked);
    if (position !== undefined) return position;
    const head = (await this.ledger.store.head()) ?? 'none, the log is empty';
    throw refuse(
      'known-at-unknown',
      `${asked.slice(0, 40)} is no position of the log; its last is ${head}.`,
      {
        given: asked.slice(0, 40),
        head,
      },
    );
  }

  async #timeZone(organisation: string): Promise<string> {
    const settings = await this.ledger.recorder.settingsOf(organisation);
    return settings?.calendar.timeZone ?? 'Asia/Bangkok';
  }
}

function malformed(asked: string): never {
  const given = asked.slice(0, 64);
  throw refuse('known-at-malformed', `"${given}" is no moment of the ledger: expected ${FORMS}.`, {
    given,
    expected: FORMS,
  });
}
