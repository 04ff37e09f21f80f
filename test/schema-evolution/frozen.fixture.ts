import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TotalsRow } from '#audit-trail';
import { decodeCanonical, type EventMetadata, type Position, type RecordedEvent } from '#event-store';
import type { Instant } from '#kernel';
import type { LogStreams } from '#verification';

/** Bytes that released versions of the program stored; docs/schema-evolution.md says how they come here. */
export const FIXTURES = path.join(import.meta.dirname, 'fixtures');
export const LEDGERS = path.join(FIXTURES, 'ledgers');
/** The SHA-256 of every fixture, in the form of `sha256sum`. */
export const SUMS = path.join(FIXTURES, 'SHA256SUMS');

/** The two logs of a ledger. */
export type LogName = 'events' | 'access';

/** One event as it was stored; data and metadata are the exact bytes as text. */
interface FrozenLine {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly recordedAt: string;
  readonly bookedAt: string;
  readonly data: string;
  readonly metadata: string;
}

/** What is kept of an event type in one version: where its bytes were stored, and the fields that it promised. */
export interface FrozenType {
  readonly type: string;
  readonly version: number;
  readonly ledger: string;
  readonly log: LogName;
  /** From 1. */
  readonly line: number;
  readonly data: string;
  readonly metadata: string;
  /** Its JSON Schema without words for people. */
  readonly fields: unknown;
}

export const keyOf = ({ type, version }: { type: string; version: number }) => `${type}.v${version}`;

export const ledgerNames = (): string[] => readdirSync(LEDGERS).sort();

/** A frozen log; an event gets the number of its line as position. */
export function readLog(ledger: string, log: LogName): RecordedEvent[] {
  const file = path.join(LEDGERS, ledger, `${log}.jsonl`);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line, index) => recorded(JSON.parse(line) as FrozenLine, index + 1));
}

/** The totals that the ledger reported when it was frozen. */
export const readFrozenTotals = (ledger: string): TotalsRow[] =>
  JSON.parse(readFileSync(path.join(LEDGERS, ledger, 'totals.json'), 'utf8')) as TotalsRow[];

export function frozenTypes(): Map<string, FrozenType> {
  const files = readdirSync(FIXTURES).filter((name) => name.endsWith('.json'));
  const read = files.map((name) => JSON.parse(readFileSync(path.join(FIXTURES, name), 'utf8')) as FrozenType);
  return new Map(read.map((each) => [keyOf(each), each]));
}

export function formatLine(event: RecordedEvent): string {
  const { stream, revision, id, type, schemaVersion, recordedAt, bookedAt } = event;
  const line: FrozenLine = {
    ...{ stream, revision: Number(revision), id, type, schemaVersion, recordedAt, bookedAt },
    data: Buffer.from(event.dataBytes).toString(),
    metadata: Buffer.from(event.metadataBytes).toString(),
  };
  return JSON.stringify(line);
}

/** Path below the fixtures → SHA-256 of the file, for every file but the list itself. */
export function sumsOfFiles(): Map<string, string> {
  const files = readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => file !== SUMS)
    .sort();
  const sum = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  return new Map(files.map((file) => [path.relative(FIXTURES, file), sum(file)]));
}

/** What is listed in `SHA256SUMS`. */
export function listedSums(): Map<string, string> {
  const lines = existsSync(SUMS) ? readFileSync(SUMS, 'utf8').trimEnd().split('\n') : [];
  return new Map(lines.map((line): [string, string] => [line.slice(66), line.slice(0, 64)]));
}

const FOR_PEOPLE = new Set(['description', 'unit', 'title', '$schema']);

/** What a JSON Schema promises to programs: fields, forms and which are required, without the words for people. */
export function contractOf(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(contractOf);
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.entries(schema).filter(([name]) => !FOR_PEOPLE.has(name));
  return Object.fromEntries(
    members.map(([name, value]) => [
      name,
      name === 'properties' ? ofEach(value as object) : contractOf(value),
    ]),
  );
}

/** The names here are those of fields, of which one may be called `description`. */
const ofEach = (properties: object) =>
  Object.fromEntries(Object.entries(properties).map(([field, schema]) => [field, contractOf(schema)]));

/** A log in memory, by its streams. */
export function streamsOf(events: readonly RecordedEvent[]): LogStreams {
  const streams = Map.groupBy(events, ({ stream }) => stream);
  return {
    names: () => streams.keys(),
    read: (stream, from = 0) => (streams.get(stream) ?? []).slice(from),
  };
}

function recorded({ data, metadata, revision, recordedAt, bookedAt, ...rest }: FrozenLine, line: number) {
  const [dataBytes, metadataBytes] = [Buffer.from(data), Buffer.from(metadata)];
  return {
    ...rest,
    revision: BigInt(revision),
    position: String(line) as Position,
    recordedAt: recordedAt as Instant,
    bookedAt: bookedAt as Instant,
    data: decodeCanonical(dataBytes),
    metadata: decodeCanonical(metadataBytes) as EventMetadata,
    dataBytes,
    metadataBytes,
  };
}
