import { describe, expect, it } from '@jest/globals';
import { eventDigest } from './event-digest.ts';
import { leafHash } from './leaf-hash.ts';
import { eventVectors, hex, recordedEvent } from './vectors.fixture.ts';

const first = recordedEvent(eventVectors[0]!);
const later = '2030-01-01T00:00:00.000Z' as typeof first.recordedAt;

/** One change of each thing that an event says. */
const changes = {
  stream: { stream: `${first.stream}x` },
  revision: { revision: 1n },
  id: { id: '019aa8c1-7f00-7000-8000-000000000009' },
  type: { type: 'BudgetAllocated' },
  'schema version': { schemaVersion: 2 },
  data: { dataBytes: Buffer.from('{"name":"โครงการ"}') },
  metadata: { metadataBytes: Buffer.from('{"actor":"user:somebody else"}') },
} as const;

describe('the digest of an event', () => {
  it.each(eventVectors)('is the one of the golden vectors: $name', (vector) => {
    expect(eventDigest(recordedEvent(vector))).toBe(vector.digest);
  });

  it.each(Object.entries(changes))('is another one when the %s is another', (_, change) => {
    expect(eventDigest({ ...first, ...change })).not.toBe(eventDigest(first));
  });

  it('is known before the store gives the event a place and a time', () => {
    const elsewhere = {
      ...first,
      recordedAt: later,
      bookedAt: later,
      position: '99' as typeof first.position,
    };
    expect(eventDigest(elsewhere)).toBe(eventDigest(first));
  });

  it('stays the same after an event that is larger than any before it', () => {
    const large = { ...first, dataBytes: Buffer.alloc(3_000_000, 'ก') };
    expect(eventDigest(large)).toBe(eventDigest(large));
    expect(eventDigest(first)).toBe(eventVectors[0]!.digest);
  });
});

describe('the leaf of an event', () => {
  it.each(eventVectors)('is the one of the golden vectors: $name', (vector) => {
    expect(hex(leafHash(recordedEvent(vector)))).toBe(vector.leaf);
  });

  it.each(
    Object.entries({
      ...changes,
      'business date': { metadata: { ...first.metadata, effectiveOn: '2025-10-02' } },
      'time of recording': { recordedAt: later },
      'time of booking': { bookedAt: later },
    }),
  )('is another one when the %s is another', (_, change) => {
    expect(leafHash({ ...first, ...change })).not.toEqual(leafHash(first));
  });

  it('does not depend on the position in a store', () => {
    expect(leafHash({ ...first, position: '99' as typeof first.position } as typeof first)).toEqual(
      leafHash(first),
    );
  });
});
