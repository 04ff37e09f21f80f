import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encodeBase64 } from '../base64.ts';
import { formatVerifierKey } from '../verifier-key.ts';
import { checkpoints, ourKey, repairManifest, rewrite, rewriteLines } from './bundle.fixture.ts';
import { formatManifest, type Manifest } from './manifest.ts';
import { formatNotes } from './read-notes.ts';

/** What an auditor kept: a text of verifier keys, or of signed notes. */
export interface Kept {
  readonly keys?: string;
  readonly checkpoint?: string;
}

export type Tamper = (folder: string) => void;

/** A way to tamper with the sample bundle, and every finding that it leads to, as `code file:line`. */
export type Tampering = readonly [name: string, tamper: Tamper, found: readonly string[], kept?: Kept];

export const EVENTS = 'events.jsonl';
export const ACCESS = 'access.jsonl';
export const CHECKPOINTS = 'checkpoints.txt';
export const KEYS = 'keys.txt';
export const TOTALS = 'totals.json';

type LineObject = Record<string, unknown>;

export const all =
  (...steps: readonly Tamper[]): Tamper =>
  (folder) =>
    steps.forEach((step) => step(folder));

/** Changes a file as text; the manifest goes along. */
export const text =
  (file: string, change: (before: string) => string): Tamper =>
  (folder) =>
    rewrite(folder, file, change);

/** Puts a byte that UTF-8 never has into a file. */
export const notUtf8 =
  (file: string, at: number): Tamper =>
  (folder) => {
    const bytes = readFileSync(path.join(folder, file));
    bytes[at] = 0xff;
    writeFileSync(path.join(folder, file), bytes);
    repairManifest(folder);
  };

export const lines =
  (change: (lines: string[]) => readonly string[], file = EVENTS): Tamper =>
  (folder) =>
    rewriteLines(folder, file, change);

/** Changes one line of a log, from 1, as text. */
export const line = (number: number, change: (before: string) => string, file = EVENTS): Tamper =>
  lines((every) => every.map((one, at) => (at + 1 === number ? change(one) : one)), file);

/** Changes the members of one line. */
export const members = (number: number, change: (event: LineObject) => LineObject, file = EVENTS): Tamper =>
  line(number, (before) => JSON.stringify(change(JSON.parse(before) as LineObject)), file);

export const set = (number: number, member: LineObject, file = EVENTS): Tamper =>
  members(number, (event) => ({ ...event, ...member }), file);

export const base64 = (content: string): string => encodeBase64(Buffer.from(content));
export const dataOf = (event: LineObject): string => Buffer.from(String(event['data']), 'base64').toString();

export const withData = (number: number, change: (before: string) => string, file = EVENTS): Tamper =>
  members(number, (event) => ({ ...event, data: base64(change(dataOf(event))) }), file);

/** Other data in the last event of the sample. */
export const data = (content: string): Tamper => withData(12, () => content);

export const withMetadata = (number: number, change: (before: string) => string): Tamper =>
  members(number, (event) => {
    const metadata = Buffer.from(String(event['metadata']), 'base64').toString();
    return { ...event, metadata: base64(change(metadata)) };
  });

export const notes = (...texts: readonly string[]): Tamper => text(CHECKPOINTS, () => formatNotes(texts));

/** Changes the second checkpoint, which begins on line 9. */
export const note = (change: (before: string) => string): Tamper =>
  notes(...checkpoints.map((one, at) => (at === 1 ? change(one) : one)));

export const manifest = (change: (content: Manifest) => Manifest): Tamper =>
  text('manifest.json', (before) => formatManifest(change(JSON.parse(before) as Manifest)));

export const textOfKey = (key = ourKey): string => `${formatVerifierKey(key.verifier)}\n`;

/** Findings that come together. */
export const ROOT_4 = ['tree-mismatch checkpoints.txt:9', 'tree-mismatch manifest.json'];
export const ROOT_12 = ['tree-mismatch checkpoints.txt:25', 'tree-mismatch manifest.json'];
/** Line 4 says something else: the next event of its stream, on line 7, no longer follows. */
export const CHANGED_4 = ['link-broken events.jsonl:7', ...ROOT_4];
export const NO_EVENT_4 = ['event-malformed events.jsonl:4', 'revision-gap events.jsonl:7', ...CHANGED_4];
/** Line 12 is the last of the log and of its stream: only the root shows that it says something else. */
export const MALFORMED_12 = ['event-malformed events.jsonl:12', ...ROOT_12];
export const NOT_CANONICAL_12 = ['not-canonical events.jsonl:12', ...ROOT_12];
export const NOTHING_SEALED = ['tree-mismatch access.jsonl:1', 'tree-mismatch events.jsonl:1'];
export const NO_KEY = [1, 9, 17, 25].map((at) => `key-unknown checkpoints.txt:${at}`).concat(NOTHING_SEALED);
