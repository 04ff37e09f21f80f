import { Injectable } from '@nestjs/common';
import { type Leaves, verifyNote } from '#audit-trail';
import type { Position } from '#event-store';
import { isRefusal } from '#kernel';
import type { StoredCheckpoint } from '#sealing';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';

/** The beginning of the log up to an event, and a checkpoint that seals it. */
export interface SealedPart {
  /** How many events it has. */
  readonly events: number;
  /** The first one that covers them. */
  readonly checkpoint: StoredCheckpoint;
  /** The verifier keys that signed it, in text form. */
  readonly keys: readonly string[];
  readonly leaves: Leaves;
}

/** Finds what seals an event; receipts are made from it. */
@Injectable()
export class SealedEvents {
  constructor(private readonly ledger: EmbeddedLedger) {}

  /** The log up to an event. Refuses with `not-sealed-yet`, unless what is missing is to be sealed now. */
  async through(position: Position, seal: boolean): Promise<SealedPart> {
    const { sealer } = this.ledger.seals;
    const found = this.#find(position);
    if (found) return found;
    // What is new, or was taken over, is read first: then it is known what is due.
    await (seal ? sealer.sealNow() : sealer.status());
    const now = this.#find(position);
    if (now) return now;
    const due = sealer.dueIn();
    const seconds = due === undefined ? undefined : Math.ceil(due / 1000);
    const when = seconds === undefined ? 'the next checkpoint' : `a checkpoint in at most ${seconds} s`;
    throw refuse(
      'not-sealed-yet',
      `Position ${position} is not sealed yet; expected ${when}, or seal=true.`,
      {
        position,
        sealed: this.ledger.seals.file.latest()?.size ?? 0,
        ...(seconds === undefined ? {} : { seconds }),
      },
    );
  }

  /** The log up to what a report knows; sealed now where it is not. Before the first event nothing can be proven. */
  async known(text: string): Promise<SealedPart> {
    const position = await this.ledger.store.parsePosition(text);
    if (position !== undefined) return this.through(position, true);
    throw refuse(
      'not-sealed-yet',
      'The report knows no event: there is nothing that a receipt could prove.',
      {
        position: text,
      },
    );
  }

  #find(position: Position): SealedPart | undefined {
    const { file } = this.ledger.seals;
    const index = file.indexOf('ledger', position);
    if (index === undefined) return undefined;
    const events = index + 1;
    const checkpoint = file.firstCovering(events);
    if (!checkpoint) return undefined;
    return { events, checkpoint, keys: this.#signersOf(checkpoint), leaves: file.leaves('ledger') };
  }

  #signersOf({ note }: StoredCheckpoint): string[] {
    const known = this.ledger.seals.file.verifierKeys();
    const read = verifyNote(
      note,
      known.map(({ key }) => key),
    );
    if (isRefusal(read)) throw new Error(read.message);
    const signed = read.signatures.filter(({ standing }) => standing === 'verified');
    const isSigner = (name: string, id: string) =>
      signed.some((one) => one.name === name && one.keyId === id);
    return known.filter(({ key }) => isSigner(key.name, key.id)).map(({ text }) => text);
  }
}
