import type { Instant, Refusal } from '#kernel';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { isInstant } from './instant.ts';
import { isKeyName } from './key-name.ts';
import { refuse } from './refusals.ts';
import { HASH_BYTES } from './sha256.ts';

/** The size of a tree and its root. */
export interface TreeHead {
  /** Leaves, from 0. */
  readonly size: number;
  readonly root: Uint8Array;
}

/** What is signed: so many events of this ledger have this root, at this time (C2SP tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  /** Names the ledger, such as `obligo.example/ledger/etda`. */
  readonly origin: string;
  /** When it was sealed. */
  readonly time: Instant;
  /** The log of who may do what, sealed by the same signature; without it, that log is not sealed. */
  readonly access?: TreeHead;
}

const SIZE = /^(?:0|[1-9]\d{0,15})$/;

/** The text to sign; every line ends with a newline. */
export function formatCheckpoint({ origin, size, root, time, access }: Checkpoint): string {
  const lines = [origin, String(size), encodeBase64(root), `time ${time}`];
  if (access) lines.push(`access ${access.size} ${encodeBase64(access.root)}`);
  return `${lines.join('\n')}\n`;
}

/**
 * Reads the text of a checkpoint, without its signatures; refused with `checkpoint-malformed`. Extension lines that are
 * not known here are passed over: the signature covers them.
 */
export function parseCheckpoint(text: string): Checkpoint | Refusal {
  const [origin = '', size = '', root = '', ...extensions] = text.split('\n').slice(0, -1);
  const head = treeHead(size, root);
  if (!text.endsWith('\n') || !isKeyName(origin)) return malformed('Its first line is no origin');
  if (!head) return malformed('Its second and third line are not a size and a root');
  if (extensions.includes('')) return malformed('It has an empty line');
  const times = valuesOf(extensions, 'time');
  const [time = ''] = times;
  if (times.length !== 1 || !isInstant(time)) return malformed('It has not one line with its time');
  const logs = valuesOf(extensions, 'access');
  if (logs.length === 0) return { origin, ...head, time };
  const [accessSize = '', accessRoot = '', ...more] = (logs[0] ?? '').split(' ');
  const access = treeHead(accessSize, accessRoot);
  if (logs.length > 1 || more.length > 0 || !access)
    return malformed('Its access line is not a size and a root');
  return { origin, ...head, time, access };
}

const valuesOf = (lines: readonly string[], name: string): string[] =>
  lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));

function treeHead(size: string, base64: string): TreeHead | undefined {
  const root = decodeBase64(base64);
  const leaves = SIZE.test(size) ? Number(size) : Number.NaN;
  return root?.length === HASH_BYTES && Number.isSafeInteger(leaves) ? { size: leaves, root } : undefined;
}

function malformed(what: string): Refusal {
  return refuse('checkpoint-malformed', `${what}: expected a checkpoint of a ledger (C2SP tlog-checkpoint).`);
}
