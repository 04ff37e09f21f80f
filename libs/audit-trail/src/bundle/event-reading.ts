import type { EventMetadata, Position, RecordedEvent } from '#event-store';
import type { Instant } from '#kernel';
import { isDate, isInstant } from '../instant.ts';
import type { LeafEvent } from '../leaf-hash.ts';
import { readCanonical } from './canonical-json.ts';
import type { FindingCode } from './finding.ts';

/** An event as it was found, in a line or in a row of a store: nothing is known of its form yet. */
export interface FoundEvent {
  readonly stream: unknown;
  readonly revision: unknown;
  readonly id: unknown;
  readonly type: unknown;
  readonly schemaVersion: unknown;
  readonly effectiveOn: unknown;
  readonly recordedAt: unknown;
  readonly bookedAt: unknown;
  readonly dataBytes: Uint8Array;
  readonly metadataBytes: Uint8Array;
  /** What the bytes say in UTF-8, where they were read as texts. */
  readonly text?: { readonly data: string; readonly metadata: string } | undefined;
}

export type Fault = readonly [FindingCode, string];

/** What was found: what is wrong with it, and as much of the event as can be used. */
export interface EventReading {
  readonly faults: readonly Fault[];
  /** Can be hashed. */
  readonly leaf?: LeafEvent;
  /** What its metadata say of the event before it, as far as they can be read. */
  readonly link?: { readonly previous: unknown };
  /** Can be read: without a fault. */
  readonly event?: RecordedEvent;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const MAX_NAME = 1024;

/** Checks the form of one event; it gets its place in the log, from 1, as position. */
export function readEvent(found: FoundEvent, place: number): EventReading {
  const fault = faultOf(found);
  if (fault) return { faults: [['event-malformed', fault]] };
  const leaf = leafOf(found);
  const { text, dataBytes, metadataBytes } = found;
  const data = readCanonical(dataBytes, text?.data);
  const metadata = readCanonical(metadataBytes, text?.metadata);
  if ('fault' in metadata) return { leaf, faults: [['not-canonical', `in its metadata ${metadata.fault}`]] };
  const faults: Fault[] = 'fault' in data ? [['not-canonical', `in its data ${data.fault}`]] : [];
  if (!isObject(metadata.value)) {
    return { leaf, faults: [...faults, ['event-malformed', 'its metadata are no object']] };
  }
  const link = { previous: metadata.value['previous'] };
  const differs = faultOfMetadata(leaf, metadata.value);
  if (differs) faults.push(['event-malformed', differs]);
  if ('fault' in data || differs) return { leaf, link, faults };
  const position = String(place) as Position;
  const read = metadata.value as unknown as EventMetadata;
  return { leaf, link, faults, event: { ...leaf, position, data: data.value, metadata: read } };
}

function leafOf(found: FoundEvent): LeafEvent {
  return {
    id: found.id as string,
    stream: found.stream as string,
    revision: BigInt(found.revision as number),
    type: found.type as string,
    schemaVersion: found.schemaVersion as number,
    metadata: { effectiveOn: found.effectiveOn as string },
    dataBytes: found.dataBytes,
    metadataBytes: found.metadataBytes,
    recordedAt: found.recordedAt as Instant,
    bookedAt: found.bookedAt as Instant,
  };
}

function faultOf(found: FoundEvent): string | undefined {
  if (!isName(found.stream)) return 'its stream is no name';
  if (!isCount(found.revision, 0)) return 'its revision is no number from 0';
  if (typeof found.id !== 'string' || !UUID.test(found.id)) return 'its id is no UUID in lower case';
  if (!isName(found.type)) return 'its type is no name';
  if (!isCount(found.schemaVersion, 1)) return 'its schema version is no number from 1';
  if (typeof found.effectiveOn !== 'string' || !isDate(found.effectiveOn))
    return 'its business date is no date';
  const { recordedAt, bookedAt } = found;
  if (!isTime(recordedAt) || (bookedAt !== recordedAt && !isTime(bookedAt))) {
    return 'a time is not an instant in UTC';
  }
  return undefined;
}

function faultOfMetadata(leaf: LeafEvent, metadata: Readonly<Record<string, unknown>>): string | undefined {
  if (metadata['effectiveOn'] !== leaf.metadata.effectiveOn) return 'its metadata name another business date';
  if (leaf.bookedAt > leaf.recordedAt) return 'it was booked after it was recorded';
  if (metadata['imported'] !== true && leaf.bookedAt !== leaf.recordedAt) {
    return 'it was booked before it was recorded, and is not imported';
  }
  return undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isName = (value: unknown): boolean =>
  typeof value === 'string' &&
  value !== '' &&
  value.length <= MAX_NAME &&
  value.isWellFormed() &&
  !value.includes('\0');

const isCount = (value: unknown, least: number): boolean =>
  Number.isSafeInteger(value) && (value as number) >= least;

const isTime = (value: unknown): boolean => typeof value === 'string' && isInstant(value);
