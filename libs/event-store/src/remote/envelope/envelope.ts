import { z } from 'zod';
import { decodeCanonical, encodeCanonical } from '../../canonical.ts';
import { InvalidAppend } from '../../errors.ts';
import { instant } from '../../log/execute-append.ts';
import type { PreparedCommand } from '../../log/prepared-append.ts';
import type { PlacedEvent } from '../../log/sequenced-log.ts';
import type { WireEvent, WireRecord } from '../client/log-client.ts';

/** The form of what is written; a newer one is not read by this program. */
const FORM = '1';
const COMMAND_TYPE = 'ObligoCommandRecorded';

/** What an event is part of. Those of one append become visible together. */
export type Belonging =
  /** Written in one append with the others: its place (from 1) and how many there are. */
  | { readonly part: number; readonly of: number }
  /** Written ahead, to be confirmed or voided in the stream `decision`, at the latest at `expiresAt`. */
  | { readonly attempt: string; readonly decision: string; readonly expiresAt: number };

/** An event without its place in a log, as it comes out of an envelope. Times are milliseconds since 1970. */
export type EnvelopedEvent = Omit<PlacedEvent, 'revision'>;

/** The envelope of an event. Asserts that the libraries, which parse and write JSON anew, give the same bytes back. */
export function wrapEvent(event: EnvelopedEvent, belonging: Belonging, id = event.id): WireEvent {
  if (event.type.startsWith('$'))
    throw new InvalidAppend(`${event.type} is a type of the event database itself`);
  const metadata = textOf(event.metadata);
  return {
    id,
    type: event.type,
    data: exactly(event.data, event.type),
    metadata: {
      kind: 'event',
      form: FORM,
      schemaVersion: String(event.schemaVersion),
      recordedAt: instant(event.recordedAt),
      ...(event.bookedAt !== event.recordedAt && { bookedAt: instant(event.bookedAt) }),
      metadata,
      ...(id !== event.id && { id: event.id }),
      ...belongingToText(belonging),
    },
  };
}

/** The envelope of a command that is recorded in one append with its events, before them. */
export function wrapCommand(command: PreparedCommand, id: string, of: number): WireEvent {
  const metadata = { kind: 'command', form: FORM, ...belongingToText({ part: 1, of }) };
  return { id, type: COMMAND_TYPE, data: commandToData(command), metadata };
}

export function commandToData({ key, inputHash, answer }: PreparedCommand): object {
  return { key, inputHash, answer: textOf(answer) };
}

const CommandData = z.object({ key: z.string(), inputHash: z.string(), answer: z.string() });

export function commandOf(data: unknown): PreparedCommand {
  const { key, inputHash, answer } = CommandData.parse(data);
  return { key, inputHash, answer: Buffer.from(answer) };
}

const EventMetadata = z.object({
  schemaVersion: z.string(),
  recordedAt: z.string(),
  bookedAt: z.string().optional(),
  metadata: z.string(),
  id: z.string().optional(),
});

/** The event in a record, with its exact bytes. `stream` is its name within the log. */
export function unwrapEvent(record: WireRecord, stream: string): EnvelopedEvent {
  const {
    schemaVersion,
    recordedAt,
    bookedAt = recordedAt,
    metadata,
    id,
  } = EventMetadata.parse(record.metadata);
  return {
    id: id ?? record.id,
    stream,
    type: record.type,
    schemaVersion: Number(schemaVersion),
    data: encodeCanonical(record.data),
    metadata: Buffer.from(metadata),
    recordedAt: Date.parse(recordedAt),
    bookedAt: Date.parse(bookedAt),
  };
}

/** The value as the libraries will write it, whose bytes must be those that were given. */
function exactly(bytes: Uint8Array, type: string): unknown {
  const data = decodeCanonical(bytes);
  const again = encodeCanonical(JSON.parse(JSON.stringify(data)));
  if (Buffer.compare(bytes, again) === 0) return data;
  throw new InvalidAppend(`data of ${type} does not keep its bytes in an event database`);
}

function belongingToText(belonging: Belonging): Record<string, string> {
  if ('part' in belonging) return { part: `${belonging.part}/${belonging.of}` };
  const { attempt, decision, expiresAt } = belonging;
  return { attempt, decision, expiresAt: instant(expiresAt) };
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
