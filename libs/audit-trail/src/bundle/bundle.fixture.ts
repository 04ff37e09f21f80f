import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeCanonical, type EventMetadata, type RecordedEvent } from '#event-store';
import type { Instant } from '#kernel';
import { encodeBase64 } from '../base64.ts';
import { formatCheckpoint } from '../checkpoint.ts';
import { eventDigest } from '../event-digest.ts';
import { leafHash } from '../leaf-hash.ts';
import { MerkleTree } from '../merkle-tree.ts';
import { signNote } from '../signed-note.ts';
import { newSigningKey, type SigningKey } from '../signing-key.ts';
import { formatEventLine } from './event-line.ts';
import { formatManifest, type Manifest } from './manifest.ts';
import type { TotalsRow } from './totals.ts';
import { type BundleContent, writeBundle } from './write-bundle.ts';

export const ORIGIN = 'obligo.example/ledger/etda';
/** The same seed every time, so that a failing case can be looked at again. */
export const ourKey = newSigningKey(ORIGIN, Buffer.alloc(32, 1));
export const otherKey = newSigningKey(ORIGIN, Buffer.alloc(32, 2));

/** What a sample event says; the rest follows from its place. */
export interface Draft {
  readonly stream: string;
  readonly type: string;
  readonly data: object;
  readonly effectiveOn: string;
  /** When it was booked, for imported history. */
  readonly bookedAt?: string;
}

const START = Date.parse('2026-01-05T03:00:00.000Z');
/** So many seconds after the sample began. */
export const instant = (seconds: number): Instant =>
  new Date(START + seconds * 1000).toISOString() as Instant;

/** The events of a log in order, each with the link to the one before it in its stream. */
export function* logOf(drafts: Iterable<Draft>): Generator<RecordedEvent> {
  const streams = new Map<string, RecordedEvent>();
  let place = 0;
  for (const draft of drafts) {
    place += 1;
    const event = eventOf(draft, place, streams.get(draft.stream));
    streams.set(draft.stream, event);
    yield event;
  }
}

function eventOf(draft: Draft, place: number, before: RecordedEvent | undefined): RecordedEvent {
  const { stream, type, data, effectiveOn, bookedAt } = draft;
  const id = `019b8bd1-0000-7000-8000-${String(place).padStart(12, '0')}`;
  const metadata = {
    actor: 'user:สมหญิง',
    commandId: id,
    correlationId: id,
    causationId: id,
    effectiveOn,
    ...(bookedAt !== undefined && { imported: true as const }),
    ...(before && { previous: eventDigest(before) }),
  } satisfies EventMetadata & { previous?: string };
  return {
    id,
    stream,
    revision: before ? before.revision + 1n : 0n,
    position: String(place) as RecordedEvent['position'],
    type,
    schemaVersion: 1,
    data,
    metadata,
    dataBytes: encodeCanonical(data),
    metadataBytes: encodeCanonical(metadata),
    recordedAt: instant(place),
    bookedAt: (bookedAt ?? instant(place)) as Instant,
  };
}

const line = { fundSource: 'งบประมาณ', category: 'งบดำเนินงาน' };
const P01 = 'budgetaccount-etda.2569.P01';
const P02 = 'budgetaccount-etda.2569.P02';

/** A small ledger: two projects, a plan, budget, an order, payments, and what came after the year. */
export const drafts: readonly Draft[] = [
  {
    stream: 'organisation-etda',
    type: 'OrganisationRegistered',
    data: {
      currency: 'THB',
      era: 'BE',
      language: 'th',
      name: 'สพธอ.',
      organisation: 'etda',
      startMonth: 10,
      timeZone: 'Asia/Bangkok',
    },
    effectiveOn: '2025-10-01',
  },
  { stream: P01, type: 'BudgetAccountOpened', data: { name: 'โครงการหนึ่ง' }, effectiveOn: '2025-10-01' },
  {
    stream: P01,
    type: 'QuarterlyPlanSet',
    data: { quarters: { Q1: '100.00', Q2: '200.00', Q3: '0.00', Q4: '0.50' } },
    effectiveOn: '2025-10-01',
  },
  { stream: P01, type: 'BudgetAllocated', data: { amount: '1000.00', line }, effectiveOn: '2025-10-01' },
  { stream: P02, type: 'BudgetAccountOpened', data: { name: 'โครงการสอง 😀' }, effectiveOn: '2025-10-01' },
  { stream: P02, type: 'BudgetAllocated', data: { amount: '500.25', line }, effectiveOn: '2025-10-02' },
  {
    stream: P01,
    type: 'CommitmentMade',
    data: { amount: '300.00', commitment: 'PO-๑', line },
    effectiveOn: '2025-11-03',
  },
  {
    stream: P01,
    type: 'DisbursementMade',
    data: { amount: '120.00', commitment: 'PO-๑', disbursement: 'ฎ.1', line },
    effectiveOn: '2026-01-04',
  },
  {
    stream: P02,
    type: 'DisbursementMade',
    data: { amount: '0.25', disbursement: 'ฎ.2', line },
    effectiveOn: '2026-01-05',
  },
  {
    stream: P01,
    type: 'DisbursementReversed',
    data: { amount: '20.00', commitment: 'PO-๑', disbursement: 'ฎ.3', line },
    effectiveOn: '2026-01-05',
  },
  { stream: P01, type: 'BudgetCut', data: { amount: '100.00', line }, effectiveOn: '2026-04-01' },
  { stream: P02, type: 'BudgetLapsed', data: { amount: '500.00', line }, effectiveOn: '2026-10-01' },
];

export const accessDrafts: readonly Draft[] = [
  {
    stream: 'role-etda.admin',
    type: 'RoleGranted',
    data: { person: 'สมชาย', role: 'administrator' },
    effectiveOn: '2025-10-01',
  },
  {
    stream: 'role-etda.officer',
    type: 'RoleGranted',
    data: { person: 'สมหญิง', role: 'officer' },
    effectiveOn: '2025-10-01',
  },
  {
    stream: 'role-etda.officer',
    type: 'RoleWithdrawn',
    data: { person: 'สมหญิง', role: 'officer' },
    effectiveOn: '2026-01-01',
  },
];

const row = (
  project: string,
  quarter: TotalsRow['quarter'],
  ...amounts: [string, string, string, string]
): TotalsRow => {
  const [plan, budget, committed, disbursed] = amounts;
  return { organisation: 'etda', fiscalYear: 2569, project, quarter, plan, budget, committed, disbursed };
};

/** Added up by hand from the drafts. */
export const totals: readonly TotalsRow[] = [
  row('P01', 'Q1', '100.00', '1000.00', '300.00', '0.00'),
  row('P01', 'Q2', '200.00', '0.00', '-100.00', '100.00'),
  row('P01', 'Q3', '0.00', '-100.00', '0.00', '0.00'),
  row('P01', 'Q4', '0.50', '0.00', '0.00', '0.00'),
  row('P02', 'Q1', '0.00', '500.25', '0.00', '0.00'),
  row('P02', 'Q2', '0.00', '0.00', '0.00', '0.25'),
  row('P02', 'after', '0.00', '-500.00', '0.00', '0.00'),
];

export const events: readonly RecordedEvent[] = [...logOf(drafts)];
export const accessEvents: readonly RecordedEvent[] = [...logOf(accessDrafts)];

const rootOver = (log: readonly RecordedEvent[]): Uint8Array => {
  const tree = new MerkleTree();
  for (const event of log) tree.append(leafHash(event));
  return tree.root();
};

/** A checkpoint over the first so many events of both logs. */
export function sealed(
  size: number,
  accessSize: number,
  options: {
    readonly keys?: readonly SigningKey[];
    readonly log?: readonly RecordedEvent[];
    readonly accessLog?: readonly RecordedEvent[];
    readonly origin?: string;
    readonly second?: number;
  } = {},
): string {
  const {
    keys = [ourKey],
    log = events,
    accessLog = accessEvents,
    origin = ORIGIN,
    second = 100 + size,
  } = options;
  const access = { size: accessSize, root: rootOver(accessLog.slice(0, accessSize)) };
  const head = { origin, size, root: rootOver(log.slice(0, size)), time: instant(second), access };
  return signNote(formatCheckpoint(head), keys) as string;
}

export const checkpoints: readonly string[] = [sealed(0, 1), sealed(4, 1), sealed(9, 2), sealed(12, 3)];

export async function* streamed<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

export const contentFor = (folder: string, change: Partial<BundleContent> = {}): BundleContent => ({
  folder,
  origin: ORIGIN,
  events: streamed(events),
  access: streamed(accessEvents),
  checkpoints,
  keys: [ourKey.verifier],
  schemas: [{ name: 'BudgetAllocated.v1.json', bytes: Buffer.from('{"title":"BudgetAllocated"}\n') }],
  totals,
  createdAt: instant(1000),
  ...change,
});

/** A folder that goes away with `dispose`. */
export function scratchFolder(): { readonly folder: string; readonly dispose: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
  return { folder, dispose: () => rmSync(folder, { recursive: true }) };
}

/** The sample bundle in a new folder within another. */
export async function sampleBundle(within: string, change: Partial<BundleContent> = {}): Promise<string> {
  const folder = path.join(mkdtempSync(path.join(within, 'b-')), 'B');
  await writeBundle(contentFor(folder, change));
  return folder;
}

export const readText = (folder: string, name: string): string =>
  readFileSync(path.join(folder, name), 'utf8');

/** Puts another text in the place of a file; with `repaired`, the manifest goes along. */
export function rewrite(
  folder: string,
  name: string,
  change: (text: string) => string,
  repaired = true,
): void {
  const text = change(readText(folder, name));
  writeFileSync(path.join(folder, name), text);
  if (repaired && name !== 'manifest.json') repairManifest(folder);
}

/** What a forger does who knows the format: the hashes of the files are made right again. */
export function repairManifest(
  folder: string,
  change: (manifest: Manifest) => Manifest = (same) => same,
): void {
  const manifest = JSON.parse(readText(folder, 'manifest.json')) as Manifest;
  const files = manifest.files.map(({ name }) => {
    const bytes = readFileSync(path.join(folder, name));
    return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  writeFileSync(path.join(folder, 'manifest.json'), formatManifest(change({ ...manifest, files })));
}

/** The lines of a log, changed; the newline at the end stays. */
export function rewriteLines(
  folder: string,
  name: string,
  change: (lines: string[]) => readonly string[],
): void {
  rewrite(folder, name, (text) =>
    change(text.trimEnd().split('\n'))
      .map((each) => `${each}\n`)
      .join(''),
  );
}

/** A forger's log: the events as told, all links and hashes right, and the manifest made to fit. */
export function rewriteLog(folder: string, forged: readonly RecordedEvent[]): void {
  rewriteLines(folder, 'events.jsonl', () => forged.map(formatEventLine));
  const leaves = { size: forged.length, root: encodeBase64(rootOver(forged)) };
  repairManifest(folder, (manifest) => ({ ...manifest, events: forged.length, leaves }));
}
