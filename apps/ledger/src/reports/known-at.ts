import { Injectable } from '@nestjs/common';
import type { Position } from '#event-store';
import { civilDateOf, endOfDay, type Instant, parseCivilDate, parseInstant, RefusalError } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
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
    const position = await this.#positionOf(organisation, asked ?? 'now');
    if (position === undefined) return { asked: asked ?? 'now', position: 0n };
    // An event that arrived since is known only when the tables have it too.
    if (BigInt(position) > (this.ledger.projector.checkpoint ?? 0n)) await this.ledger.projector.catchUp();
    const row = this.ledger.tables.journal.at(position);
    return {
      asked: asked ?? 'now',
      position: BigInt(position),
      ...(row ? { bookedAt: this.ledger.localTime(organisation, row.bookedAt) } : {}),
    };
  }

  /** Up to when something was recorded that is known at a moment, for a log of its own; nothing for now. */
  async recordedBy(asked: string | undefined): Promise<Instant | undefined> {
    if (asked === undefined || asked === 'now') return undefined;
    if (/^\d+$/.test(asked)) {
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
    const { store, tables } = this.ledger;
    if (asked === 'now') return store.head();
    if (/^\d+$/.test(asked)) return this.#typed(asked);
    const report = tables.reports.find(organisation, asked);
    const day = report?.asOf ?? asked;
    const timeZone = await this.#timeZone(organisation);
    // A report may be dated ahead; what is asked for may not.
    const moment = report ? momentOf(day, timeZone) : this.#momentOf(asked, timeZone);
    return moment ? store.positionAt(moment) : malformed(asked);
  }

  /** Refuses a moment that is still to come: what will be known then is not known, and another answer would follow. */
  #momentOf(asked: string, timeZone: string): Instant | undefined {
    const moment = momentOf(asked, timeZone);
    const today = civilDateOf(this.ledger.clock(), timeZone);
    if (moment === undefined || moment <= endOfDay(today, timeZone)) return moment;
    throw refuse(
      'known-at-in-future',
      `"${asked}" is still to come: expected a moment up to the end of ${today}.`,
      { given: asked, today },
    );
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

function momentOf(text: string, timeZone: string): Instant | undefined {
  try {
    return text.length === 10 ? endOfDay(parseCivilDate(text), timeZone) : parseInstant(text);
  } catch (error) {
    if (error instanceof RefusalError) return undefined;
    throw error;
  }
}
