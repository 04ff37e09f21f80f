import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { EventCatalogue, UnreadableEvent } from './catalogue.ts';
import { parseCivilDate } from './calendar.ts';
import { defineEvent, fields } from './event.ts';
import { olderVersion } from './upcaster.ts';

/** Version 1 knew one payee and called the amount a sum. */
const paid1 = olderVersion({
  version: 1,
  replaced: 'A payment may have several payees.',
  data: z.strictObject({ sum: fields.baht('Amount paid'), payee: fields.text('Who got it') }),
  upcast: ({ sum, payee }) => ({ sum, payees: [payee] }),
});
/** Version 2 did not say the day of the voucher; it was the business date. */
const paid2 = olderVersion({
  version: 2,
  replaced: 'The voucher has a day of its own.',
  data: z.strictObject({ sum: fields.baht('Amount paid'), payees: z.array(z.string()) }),
  upcast: ({ sum, payees }, { effectiveOn }) => ({ amount: sum, payees, voucherOn: effectiveOn }),
});
const Paid = defineEvent({
  type: 'Paid',
  version: 3,
  category: 'account',
  when: 'Money is paid.',
  data: z.strictObject({
    amount: fields.baht('Amount paid'),
    payees: z.array(z.string()),
    voucherOn: fields.date('Day of the voucher'),
  }),
  older: [paid1, paid2],
});
const catalogue = new EventCatalogue([Paid]);
const stored = {
  type: 'Paid',
  schemaVersion: 3,
  data: { amount: '0.01', payees: ['กขค'], voucherOn: '2025-12-29' },
  metadata: { effectiveOn: '2025-12-30' },
};
const data = { ...stored.data };
const effectiveOn = parseCivilDate('2025-12-30');

describe('what is read from the log', () => {
  it('comes back as it was decided', () => {
    expect(catalogue.read(stored)).toEqual({ type: 'Paid', data, effectiveOn });
  });

  it('stops at an event type that this version does not know', () => {
    const unknown = { ...stored, type: 'PaidTwice' };
    expect(() => catalogue.read(unknown)).toThrow(UnreadableEvent);
    expect(() => catalogue.read(unknown)).toThrow(/PaidTwice/);
  });

  it.each([4, 0])('stops at version %d of a known type, which nobody here has seen', (schemaVersion) => {
    expect(() => catalogue.read({ ...stored, schemaVersion })).toThrow(UnreadableEvent);
    const said = new RegExp(`Paid is stored in version ${schemaVersion}, .* version 3 and those before it`);
    expect(() => catalogue.read({ ...stored, schemaVersion })).toThrow(said);
  });

  it.each(['type', 'version'])('says where the event stands whose %s is unknown', (what) => {
    const strange = what === 'type' ? { type: 'PaidTwice' } : { schemaVersion: 4 };
    const place = { stream: 'account-main.2569.P01', revision: 7n, position: '123' };
    expect(() => catalogue.read({ ...stored, ...strange, ...place })).toThrow(
      /\(stream account-main\.2569\.P01, revision 7, position 123\)$/,
    );
  });
});

describe('what was written in an older version', () => {
  const first = { ...stored, schemaVersion: 1, data: { sum: '7.00', payee: 'กขค' } };
  const second = { ...stored, schemaVersion: 2, data: { sum: '7.00', payees: ['กขค', 'ฆงจ'] } };

  it('is read in the form of the newest version, step by step', () => {
    expect(catalogue.read(first)).toEqual({
      type: 'Paid',
      data: { amount: '7.00', payees: ['กขค'], voucherOn: '2025-12-30' },
      effectiveOn,
    });
  });

  it('takes only the steps that it still has before it', () => {
    expect(catalogue.read(second).data).toEqual({
      amount: '7.00',
      payees: ['กขค', 'ฆงจ'],
      voucherOn: '2025-12-30',
    });
  });

  it('stays as it was stored', () => {
    const before = structuredClone(first);
    catalogue.read(first);
    expect(first).toEqual(before);
  });

  it('stops where the data are not of the version that they say', () => {
    const wrong = { ...first, data: { sum: 7, payee: 'กขค' }, stream: 'account-main.2569.P01' };
    expect(() => catalogue.read(wrong)).toThrow(UnreadableEvent);
    expect(() => catalogue.read(wrong)).toThrow(
      /Paid is stored in version 1 and does not have that form: sum: .*account-main/,
    );
  });

  it('stops where a step leads to something else than the newest form', () => {
    const astray = { ...paid2, upcast: () => ({ amount: '7.0' }) };
    const wrong = new EventCatalogue([{ ...Paid, older: [paid1, astray] }]);
    expect(() => wrong.read(first)).toThrow(UnreadableEvent);
    expect(() => wrong.read(first)).toThrow(/version 1 and does not become version 3: amount: /);
  });

  it('is never written any more', () => {
    expect(() => catalogue.check({ type: 'Paid', effectiveOn, data: second.data })).toThrow();
    expect(catalogue.check({ type: 'Paid', effectiveOn, data }).version).toBe(3);
  });
});

describe('what is written to the log', () => {
  it('is checked against its definition', () => {
    expect(catalogue.check({ type: 'Paid', effectiveOn, data: { ...data, amount: '-1.50' } })).toBe(Paid);
  });

  it.each([
    ['a float', { amount: 0.01 }],
    ['one decimal', { amount: '0.1' }],
    ['three decimals', { amount: '0.010' }],
    ['an exponent', { amount: '1e2' }],
    ['a leading zero', { amount: '01.00' }],
    ['a missing field', { amount: undefined }],
    ['a field that nobody defined', { amount: '0.01', note: 'x' }],
  ])('stops at %s', (_, change) => {
    expect(() => catalogue.check({ type: 'Paid', effectiveOn, data: { ...data, ...change } })).toThrow();
  });

  it('stops at an event type that is not in the catalogue', () => {
    expect(() => catalogue.check({ type: 'Lost', effectiveOn, data: {} })).toThrow(UnreadableEvent);
  });
});

it('a catalogue names each type once', () => {
  expect(() => new EventCatalogue([Paid, Paid])).toThrow(/Paid stands twice/);
});

it.each([
  ['a step is missing', [paid2]],
  ['a step stands twice', [paid1, paid1, paid2]],
  ['the steps are out of order', [paid2, paid1]],
  ['there are no steps at all', []],
])('a catalogue is not made when %s', (_, older) => {
  expect(() => new EventCatalogue([{ ...Paid, older }])).toThrow(
    /Paid: version 3 needs a step from each of the versions \[1, 2\]/,
  );
});
