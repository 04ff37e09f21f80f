import type { RecordedEvent } from '#event-store';

/** An event as a decision is taken again from it: what it says, and not its bytes. */
export type SaidEvent = Omit<RecordedEvent, 'dataBytes' | 'metadataBytes'>;

/** A log by its streams, to be read again and again, in any order. */
export interface LogStreams {
  /** Every stream once. */
  names(): Iterable<string>;
  /** The events of a stream in their order, from a revision on; what cannot be read is left out. */
  read(stream: string, from?: number): Iterable<SaidEvent>;
}
