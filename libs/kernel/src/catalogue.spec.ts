import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { EventCatalogue, UnreadableEvent } from './catalogue.ts';
import { parseCivilDate } from './calendar.ts';
import { defineEvent, fields } from './event.ts';

const Paid = defineEvent({
  type: 'Paid',
  version: 2,
  category: 'account',
  when: 'Money is paid.',
  data: z.strictObject({ amount: fields.baht('Amount paid') }),
});
const catalogue = new EventCatalogue([Paid]);
const stored = {
  type: 'Paid',
  schemaVersion: 2,
  data: { amount: '0.01' },
  metadata: { effectiveOn: '2025-12-30' },
};
const effectiveOn = parseCivilDate('2025-12-30');

describe('what is read from the log', () => {
  it('comes back as it was decided', () => {
    expect(catalogue.read(stored)).toEqual({ type: 'Paid', data: { amount: '0.01' }, effectiveOn });
  });

  it('stops at an event type that this version does not know', () => {
    const unknown = { ...stored, type: 'PaidTwice' };
    expect(() => catalogue.read(unknown)).toThrow(UnreadableEvent);
    expect(() => catalogue.read(unknown)).toThrow(/PaidTwice/);
  });

  it('stops at a newer and at an older version of a known type', () => {
    expect(() => catalogue.read({ ...stored, schemaVersion: 3 })).toThrow(UnreadableEvent);
    expect(() => catalogue.read({ ...stored, schemaVersion: 3 })).toThrow(/version 3.*version 2/);
    expect(() => catalogue.read({ ...stored, schemaVersion: 1 })).toThrow(UnreadableEvent);
  });
});

describe('what is written to the log', () => {
  it('is checked against its definition', () => {
    expect(catalogue.check({ type: 'Paid', effectiveOn, data: { amount: '-1.50' } })).toBe(Paid);
  });

  it.each([
    ['a float', { amount: 0.01 }],
    ['one decimal', { amount: '0.1' }],
    ['three decimals', { amount: '0.010' }],
    ['an exponent', { amount: '1e2' }],
    ['a leading zero', { amount: '01.00' }],
    ['a missing field', {}],
    ['a field that nobody defined', { amount: '0.01', note: 'x' }],
  ])('stops at %s', (_, data) => {
    expect(() => catalogue.check({ type: 'Paid', effectiveOn, data })).toThrow();
  });

  it('stops at an event type that is not in the catalogue', () => {
    expect(() => catalogue.check({ type: 'Lost', effectiveOn, data: {} })).toThrow(UnreadableEvent);
  });
});

it('a catalogue names each type once', () => {
  expect(() => new EventCatalogue([Paid, Paid])).toThrow(/Paid stands twice/);
});
