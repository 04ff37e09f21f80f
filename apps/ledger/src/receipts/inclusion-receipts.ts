import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { placeOf } from '#access';
import {
  type IncludedEvent,
  inclusionProof,
  type InclusionReceipt,
  inclusionReceiptOf,
  leafHash,
  MOST_RECEIPT_EVENTS,
} from '#audit-trail';
import type { RecordedEvent } from '#event-store';
import type { RefusalError } from '#kernel';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
import { eventAt, eventsOfPosting } from './posting-events.ts';
import { type SealedPart, SealedEvents } from './sealed-events.ts';

/** Proofs in one go. */
const SLICE = 32;

/** Which receipt is asked for. */
export interface ReceiptAsked {
  /** As it was typed. */
  readonly position: string;
  /** Only events of this organisation. */
  readonly organisation: string | undefined;
  /** This event without the others of its posting. */
  readonly single: boolean;
  /** Seals first what is not sealed yet. */
  readonly seal: boolean;
}

/** Makes the receipts of postings: which prove, without the ledger, that events are in its log. */
@Injectable()
export class InclusionReceipts {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly sealed: SealedEvents,
  ) {}

  /** Refuses with `event-unknown`, `posting-too-large` or `not-sealed-yet`. */
  async of(asked: ReceiptAsked): Promise<InclusionReceipt> {
    const event = await this.#event(asked);
    const events = asked.single ? [event] : await this.#posting(event);
    const last = events.at(-1) ?? event;
    const part = await this.sealed.through(last.position, asked.seal);
    return inclusionReceiptOf({
      events: await included(part, events),
      checkpoint: part.checkpoint.note,
      keys: part.keys,
    });
  }

  async #event({ position: text, organisation }: ReceiptAsked): Promise<RecordedEvent> {
    const { store } = this.ledger;
    const position = await store.parsePosition(text);
    const event = position === undefined ? undefined : await eventAt(store, position);
    const isOfThese =
      organisation === undefined || organisation === placeOf(event?.stream ?? '').organisation;
    if (event && isOfThese) return event;
    const typed = text.slice(0, 40);
    throw refuse('event-unknown', `The log has no event at position ${typed}.`, {
      position: typed,
      head: (await store.head()) ?? null,
    });
  }

  async #posting(event: RecordedEvent): Promise<readonly RecordedEvent[]> {
    const events = await eventsOfPosting(this.ledger.store, event, MOST_RECEIPT_EVENTS);
    if (events.length <= MOST_RECEIPT_EVENTS) return events;
    throw refuse(
      'posting-too-large',
      `The posting has more than ${MOST_RECEIPT_EVENTS} events: expected single=true, for the receipt of one of them.`,
      { most: MOST_RECEIPT_EVENTS },
    );
  }
}

async function included(
  { leaves, checkpoint, events: size }: SealedPart,
  events: readonly RecordedEvent[],
): Promise<IncludedEvent[]> {
  const found: IncludedEvent[] = [];
  for (const event of events) {
    const index = size - events.length + found.length;
    if (!leafHash(event).equals(await leaves.leaf(index))) throw notAsSealed(event);
    found.push({ index, event, proof: await inclusionProof(leaves, index, checkpoint.size) });
    // Postings do not wait for the proofs of a large import.
    if (found.length % SLICE === 0) await nextTurn();
  }
  return found;
}

function notAsSealed({ position, type }: RecordedEvent): RefusalError {
  const message = `${type} at position ${position} is not the event that was sealed there: expected a log that nobody changed.`;
  return refuse('event-not-as-sealed', message, { position });
}
