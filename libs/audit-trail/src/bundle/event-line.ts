import { decodeBase64, encodeBase64 } from '../base64.ts';
import type { LeafEvent } from '../leaf-hash.ts';
import { type EventReading, readEvent } from './event-reading.ts';

/** An event as a line of a bundle holds it. */
interface EventLine {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly bookedAt: string;
  readonly data: string;
  readonly metadata: string;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The event as a line, without the newline. */
export function formatEventLine(event: LeafEvent): string {
  return spell({
    stream: event.stream,
    revision: Number(event.revision),
    id: event.id,
    type: event.type,
    schemaVersion: event.schemaVersion,
    effectiveOn: event.metadata.effectiveOn,
    recordedAt: event.recordedAt,
    bookedAt: event.bookedAt,
    data: encodeBase64(event.dataBytes),
    metadata: encodeBase64(event.metadataBytes),
  });
}

/** Reads a line; the event gets the number of its line as position, since a bundle knows no other place. */
export function readEventLine(bytes: Uint8Array, number: number): EventReading {
  const line = readMembers(bytes);
  if (!line)
    return { faults: [['event-malformed', 'it has not the members of an event, spelt as they must be']] };
  const dataBytes = bytesOf(line.data);
  const metadataBytes = bytesOf(line.metadata);
  if (!dataBytes || !metadataBytes) {
    return { faults: [['event-malformed', 'its data or metadata are not base64']] };
  }
  const { stream, revision, id, type, schemaVersion, effectiveOn, recordedAt, bookedAt } = line;
  const fields = { stream, revision, id, type, schemaVersion, effectiveOn, recordedAt, bookedAt };
  return readEvent({ ...fields, dataBytes, metadataBytes }, number);
}

/** The members that a line has, in their order and without white space. */
function spell(line: EventLine): string {
  const { stream, revision, id, type, schemaVersion, effectiveOn, recordedAt, bookedAt, data, metadata } =
    line;
  return JSON.stringify({
    stream,
    revision,
    id,
    type,
    schemaVersion,
    effectiveOn,
    recordedAt,
    bookedAt,
    data,
    metadata,
  });
}

/** What is spelt the same again has these members and no other; of which type they are is not known yet. */
function readMembers(bytes: Uint8Array): EventLine | undefined {
  try {
    const text = decoder.decode(bytes);
    const line = JSON.parse(text) as EventLine;
    return spell(line) === text ? line : undefined;
  } catch {
    return undefined;
  }
}

const bytesOf = (base64: unknown): Uint8Array | undefined =>
  typeof base64 === 'string' ? decodeBase64(base64) : undefined;
