import { describe, expect, it } from '@jest/globals';
import { posting } from '../../../testing/samples.ts';
import { encodeCanonical } from '../../canonical.ts';
import { InvalidAppend } from '../../errors.ts';
import { prepareAppend } from '../../log/prepared-append.ts';
import type { WireEvent, WireRecord } from '../client/log-client.ts';
import { unwrapEvent, wrapEvent, type EnvelopedEvent } from './envelope.ts';
import { kindOf } from './record-kind.ts';

const limits = { maxEventBytes: 1024 * 1024, maxAppendBytes: 1024 * 1024 };
const NOON = Date.parse('2026-03-31T05:00:00.123Z');

function enveloped(data: unknown): EnvelopedEvent {
  const write = { stream: 'account-1', expected: 'none', events: [posting('a', { data })] } as const;
  const [prepared] = prepareAppend([write], [], undefined, limits).writes[0]?.events ?? [];
  if (!prepared) throw new Error('an event is expected');
  return { ...prepared, stream: 'account-1', recordedAt: NOON, bookedAt: NOON - 1 };
}

/** What a library makes of an event: it writes JSON, parses it on the way back, and knows no bytes. */
function sentAndRead({ id, type, data, metadata }: WireEvent): WireRecord {
  const read = JSON.parse(JSON.stringify({ data, metadata })) as Pick<WireRecord, 'data' | 'metadata'>;
  return {
    ...read,
    id,
    type,
    stream: 'obligo/account-1',
    revision: 0n,
    checkpoint: { commit: 0n, prepare: 0n },
  };
}

describe('the unit that wraps an event for an event database', () => {
  it.each([
    [{ amount: '123456789012345678901234567890.12' }],
    [{ z: [1, null, true, 'ก\u2028"\\\u0007😀'], a: { d: Number.MAX_SAFE_INTEGER, c: {} } }],
    ['text'],
    [[]],
    [null],
    [0],
    [{ ['Café'.normalize('NFD')]: 1, ['Café'.normalize('NFC')]: 2 }],
  ])('gives the same bytes back: %j', (data) => {
    const event = enveloped(data);
    const back = unwrapEvent(sentAndRead(wrapEvent(event, { part: 1, of: 1 })), 'account-1');
    expect(Buffer.from(back.data)).toEqual(Buffer.from(encodeCanonical(data)));
    expect(Buffer.from(back.metadata)).toEqual(Buffer.from(event.metadata));
    // The business date is told by the metadata alone.
    const { data: _, metadata: __, effectiveOn: ___, ...rest } = event;
    expect(back).toMatchObject({ ...rest, bookedAt: NOON - 1 });
  });

  it('keeps the identity of an event that is reserved under another one', () => {
    const reserved = { attempt: 'a', decision: 'obligo/attempt-a', expiresAt: NOON };
    const other = '00000000-0000-5000-8000-000000000000';
    const record = sentAndRead(wrapEvent(enveloped({}), reserved, other));
    expect(record.id).toBe(other);
    expect(unwrapEvent(record, 'account-1').id).toBe(posting('a').id);
    expect(kindOf(record)).toEqual({ kind: 'reserved', ...reserved });
  });

  it('hands nothing but texts as metadata to a library, as appends over several streams demand', () => {
    const { metadata } = wrapEvent(enveloped({}), { part: 1, of: 2 });
    for (const value of Object.values(metadata)) expect(typeof value).toBe('string');
  });

  it('refuses bytes that would not come back, and types of the event database itself', () => {
    const event = enveloped({});
    const loose = { ...event, data: Buffer.from('{"b":1, "a":2}') };
    expect(() => wrapEvent(loose, { part: 1, of: 1 })).toThrow(InvalidAppend);
    expect(() => wrapEvent({ ...event, type: '$metadata' }, { part: 1, of: 1 })).toThrow(InvalidAppend);
  });

  it('reads nothing into a record that it did not write', () => {
    const record = sentAndRead(wrapEvent(enveloped({}), { part: 1, of: 1 }));
    expect(kindOf({ ...record, metadata: undefined })).toEqual({ kind: 'foreign' });
    expect(kindOf({ ...record, metadata: { kind: 'event', form: '2', part: '1/1' } })).toEqual({
      kind: 'foreign',
    });
    expect(kindOf({ ...record, metadata: { kind: 'event', form: '1' } })).toEqual({ kind: 'foreign' });
    expect(kindOf({ ...record, stream: '$$obligo/account-1' })).toEqual({ kind: 'tampering' });
    expect(kindOf({ ...record, type: '$streamDeleted' })).toEqual({ kind: 'tampering' });
  });
});
