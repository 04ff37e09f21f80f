import { Injectable } from '@nestjs/common';
import { placeOf } from '#access';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';

/** Reads single events from the log itself, never from a read model. */
@Injectable()
export class EventReader {
  constructor(private readonly ledger: EmbeddedLedger) {}

  /** The event at a position with its envelope and the exact bytes as stored; only if it is of the organisation, where one is named. */
  async at(text: string, organisation?: string) {
    const { store } = this.ledger;
    const position = await store.parsePosition(text);
    if (position !== undefined) {
      for await (const event of store.readAll({ upTo: position, direction: 'backwards', limit: 1 })) {
        if (event.position !== position || !isOf(event.stream, organisation)) break;
        const { dataBytes, metadataBytes, revision, ...envelope } = event;
        return {
          ...envelope,
          revision: String(revision),
          stored: { data: textOf(dataBytes), metadata: textOf(metadataBytes) },
        };
      }
    }
    throw refuse('event-unknown', `The log has no event at position ${text.slice(0, 40)}.`, {
      position: text.slice(0, 40),
      head: (await store.head()) ?? null,
    });
  }
}

const isOf = (stream: string, organisation: string | undefined): boolean =>
  organisation === undefined || placeOf(stream).organisation === organisation;

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
