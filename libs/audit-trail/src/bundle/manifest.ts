import { z } from 'zod';
import { isInstant } from '../instant.ts';
import { isKeyName } from '../key-name.ts';

/** One file of a bundle. */
export interface BundleFile {
  readonly name: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** A tree as the manifest states it; the root is base64. */
export interface StatedTree {
  readonly size: number;
  readonly root: string;
}

/** What belongs to a bundle. It is not signed: the checkpoints are. */
export interface Manifest {
  readonly schema: 'obligo.bundle/1';
  readonly origin: string;
  readonly events: number;
  readonly leaves: StatedTree;
  readonly access: StatedTree;
  /** Every file but the manifest, in the order of their names. */
  readonly files: readonly BundleFile[];
  readonly createdAt: string;
}

export const MANIFEST = 'manifest.json';
export const EVENTS = 'events.jsonl';
export const ACCESS = 'access.jsonl';
export const CHECKPOINTS = 'checkpoints.txt';
export const KEYS = 'keys.txt';
export const TOTALS = 'totals.json';
/** The files that every bundle has, beside the manifest. */
export const REQUIRED = [ACCESS, CHECKPOINTS, EVENTS, KEYS, TOTALS] as const;

const count = z.int().min(0);
const tree = z.strictObject({ size: count, root: z.string().regex(/^[A-Za-z0-9+/]{43}=$/) });
/** A name that stays within the folder. */
export const FILE_NAME = /^(?:(?:schemas|timestamps)\/)?[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;

const manifest = z.strictObject({
  schema: z.literal('obligo.bundle/1'),
  origin: z.string().refine(isKeyName),
  events: count,
  leaves: tree,
  access: tree,
  files: z.array(
    z.strictObject({
      name: z.string().regex(FILE_NAME),
      bytes: count,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  createdAt: z.string().refine(isInstant),
});

export const formatManifest = (content: Manifest): string => `${JSON.stringify(content, null, 2)}\n`;

/** Reads a manifest; the text says what is wrong with it. */
export function parseManifest(text: string): Manifest | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  const { success, data, error } = manifest.safeParse(value);
  if (!success) return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  if (formatManifest(data) !== text) return 'it is not spelt as it must be';
  const names = data.files.map(({ name }) => name);
  if (names.some((name, at) => at > 0 && name <= (names[at - 1] ?? '')))
    return 'its files are not in the order of their names';
  const missing = REQUIRED.find((name) => !names.includes(name));
  if (names.includes(MANIFEST)) return 'it names itself';
  return missing ? `it does not name ${missing}` : data;
}
