import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  eventDigest,
  formatCheckpoint,
  formatVerifierKey,
  inclusionProof,
  type LeafEvent,
  leafHash,
  MerkleTree,
  newSigningKey,
  signNote,
  verifyInclusion,
} from '#audit-trail';
import { accountEvents } from '#budget';
import { pageOf } from './page.fixture.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const page = pageOf('audit-trail-format.md');

interface Vector {
  readonly event: Record<'stream' | 'id' | 'type' | 'effectiveOn' | 'data' | 'metadata', string> &
    Record<'recordedAt' | 'bookedAt', LeafEvent['recordedAt']> &
    Record<'revision' | 'schemaVersion', number>;
}

const vectors = JSON.parse(
  readFileSync(path.join(ROOT, 'libs/audit-trail/vectors/events.json'), 'utf8'),
) as readonly Vector[];

/** The account of the golden vectors: opened, given its budget, and an imported commitment. */
const events = vectors.slice(0, 3).map(({ event }): LeafEvent => ({
  ...event,
  revision: BigInt(event.revision),
  metadata: { effectiveOn: event.effectiveOn },
  dataBytes: Buffer.from(event.data),
  metadataBytes: Buffer.from(event.metadata),
}));

const ORIGIN = 'obligo.example/ledger/etda';
const key = newSigningKey(ORIGIN, Buffer.from(Array.from({ length: 32 }, (_, at) => at)));
const leaves = events.map((event) => leafHash(event));

function rootOver(size: number): Uint8Array {
  const tree = new MerkleTree();
  for (const leaf of leaves.slice(0, size)) tree.append(leaf);
  return tree.root();
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const block = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

/** The section as the page must have it. */
async function example(): Promise<string> {
  const proof = await inclusionProof({ leaf: (at) => leaves[at]! }, 1, 3);
  const text = formatCheckpoint({
    origin: ORIGIN,
    size: 3,
    root: rootOver(3),
    time: '2026-01-05T03:04:05.678Z' as LeafEvent['recordedAt'],
  });
  const values = events.map((event, at) =>
    [
      ...Object.entries(vectors[at]!.event).map(([name, value]) => `${name.padEnd(13)} ${value}`),
      `digest        ${eventDigest(event)}`,
      `leaf          ${hex(leaves[at]!)}`,
    ].join('\n'),
  );
  return [
    'Three events of one stream. The metadata of each but the first carry the digest of the one before as `previous`.',
    'More events, trees, proofs, checkpoints and signatures stand in `libs/audit-trail/vectors`.',
    '',
    ...values.flatMap((value) => [block('text', value), '']),
    'The roots of the tree as it grows:',
    '',
    block('text', [1, 2, 3].map((size) => `root over ${size}  ${hex(rootOver(size))}`).join('\n')),
    '',
    'The proof that the second event is in the tree of three is the leaves of the first and of the third:',
    '',
    block('text', proof.map(hex).join('\n')),
    '',
    `The seed of the signing key is the bytes 0 to 31. Its verifier key, and the checkpoint over the three events:`,
    '',
    block('text', `${formatVerifierKey(key.verifier)}\n`),
    '',
    block('text', signNote(text, [key]) as string),
  ].join('\n');
}

describe('the page on the format of the audit trail', () => {
  it('shows the numbers that the ledger computes', async () => {
    const shown = /<!-- example: begin -->\n([\s\S]*?)\n<!-- example: end -->/.exec(page)?.[1]?.trim();
    expect(shown).toBe(await example());
  });

  it('shows a proof that holds', async () => {
    const proof = await inclusionProof({ leaf: (at) => leaves[at]! }, 1, 3);
    expect(verifyInclusion({ leaf: leaves[1]!, index: 1, size: 3, root: rootOver(3), proof })).toBe(true);
  });

  it('says of each event of a budget account what it moves, and so does the verifier in Python', () => {
    const types = accountEvents.map(({ type }) => type).sort();
    const section = /^## Totals\n([\s\S]*?)^## /m.exec(page)![1]!;
    const told = [...section.matchAll(/`([A-Z][a-z]\w+)`/g)].map(([, name]) => name);
    expect(told.sort()).toEqual(types);
    const verifier = readFileSync(path.join(ROOT, 'libs/audit-trail/verifier/verify.py'), 'utf8');
    expect(types.filter((type) => !new RegExp(`\\b${type}\\b`).test(verifier))).toEqual([]);
  });
});
