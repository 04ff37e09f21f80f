import { Injectable } from '@nestjs/common';
import type { Position } from '#event-store';
import { endOfDay, type Instant, parseCivilDate, parseInstant, RefusalError } from '#kernel';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';

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

  async #catchUp(minPosition: string | undefined): Promise<void> {
    await this.ledger.projector.catchUp();
    if (minPosition === undefined) return;
    const reached = this.ledger.projector.checkpoint ?? 0n;
    if (!/^\d{1,19}$/.test(minPosition) || BigInt(minPosition) > reached) {
      throw refuse(
        'position-not-reached',
        `The read models are at position ${reached}; position ${minPosition.slice(0, 40)} is not in the log.`,
        { position: String(reached), minPosition: minPosition.slice(0, 40) },
      );
    }
  }

  async #positionOf(organisation: string, asked: string): Promise<Position | undefined> {
    const { store, tables } = this.ledger;
    if (asked === 'now') return store.head();
    if (/^\d+$/.test(asked)) return this.#typed(asked);
    const report = tables.reports.find(organisation, asked);
    const day = report?.asOf ?? asked;
    const moment = momentOf(day, await this.#timeZone(organisation));
    if (moment) return store.positionAt(moment);
    throw refuse(
      'known-at-malformed',
      `"${asked.slice(0, 64)}" is no moment of the ledger: expected ${FORMS}.`,
      {
        given: asked.slice(0, 64),
        expected: FORMS,
      },
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

function momentOf(text: string, timeZone: string): Instant | undefined {
  try {
    return text.length === 10 ? endOfDay(parseCivilDate(text), timeZone) : parseInstant(text);
  } catch (error) {
    if (error instanceof RefusalError) return undefined;
    throw error;
  }
}
