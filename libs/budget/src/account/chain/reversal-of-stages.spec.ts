import { describe, expect, it } from '@jest/globals';
import type { AccountCommand } from '../commands.ts';
import { after, baht, budget1000, commit, day, disburse, inQ2, refused, when } from '../testing.fixture.ts';
import { accept, request, units } from './chain.fixture.ts';
import { documentsAfter, stagesAfter } from './standing.fixture.ts';

const reason = 'บันทึกผิดสัญญา';
const unorder = (commitment: string, changes: { item?: string; effectiveOn?: typeof inQ2 } = {}) =>
  ({ type: 'reverse-commitment', commitment, reason, effectiveOn: inQ2, ...changes }) as const;
const unaccept = (acceptance: string) =>
  ({ type: 'reverse-acceptance', acceptance, reason, effectiveOn: inQ2 }) as const;
const unpay = (disbursement: string, amount?: string) =>
  ({
    type: 'reverse-disbursement',
    disbursement,
    ...(amount === undefined ? {} : { amount: baht(amount) }),
    reason,
    effectiveOn: inQ2,
  }) as const;

/** Three units asked for, two ordered, one accepted: by quantity, so that shares have to be rounded. */
const asked = [...budget1000, request('PR-1', '106.00', { quantity: units('3') })];
const order = commit('PO-1', '70.00', { request: 'PR-1', line: undefined, quantity: units('2') });
const ordered = [...asked, order];
const work = accept('AC-1', 'PO-1', { quantity: units('1'), amount: baht('34.99') });
const accepted = [...ordered, work];
const pay = disburse('V-1', '34.99', { acceptance: 'AC-1', line: undefined, quantity: units('1') });

type Undoing = readonly [
  name: string,
  given: readonly AccountCommand[],
  step: AccountCommand,
  back: AccountCommand,
];
const final = { final: true } as const;
const byAmount = [...budget1000, request('PR-1', '100.00')];
const drawing = { request: 'PR-1', line: undefined } as const;

const undoings: readonly Undoing[] = [
  ['an order', budget1000, commit('PO-1', '70.00'), unorder('PO-1')],
  ['an order out of a request', byAmount, commit('PO-1', '70.00', drawing), unorder('PO-1')],
  ['a final order', byAmount, commit('PO-1', '70.00', { ...drawing, ...final }), unorder('PO-1')],
  ['an order by quantity', asked, order, unorder('PO-1')],
  ['a final order by quantity', asked, { ...order, ...final }, unorder('PO-1')],
  ['a final order by amount of units', asked, { ...order, quantity: undefined, ...final }, unorder('PO-1')],
  ['an acceptance', ordered, accept('AC-1', 'PO-1', { amount: baht('30.00') }), unaccept('AC-1')],
  ['an acceptance by quantity', ordered, work, unaccept('AC-1')],
  ['a final acceptance', ordered, { ...work, ...final }, unaccept('AC-1')],
  ['a final acceptance by amount', ordered, { ...work, quantity: undefined, ...final }, unaccept('AC-1')],
  ['a payment', accepted, { ...pay, quantity: undefined, amount: baht('20.00') }, unpay('V-1')],
  [
    'a payment by quantity',
    accepted,
    { ...pay, amount: baht('10.49'), quantity: units('0.3') },
    unpay('V-1'),
  ],
  ['a final payment', accepted, { ...pay, amount: baht('9.00'), ...final }, unpay('V-1')],
  [
    'a final payment against an order',
    ordered,
    disburse('V-1', '10.00', { commitment: 'PO-1', quantity: units('1'), ...final }),
    unpay('V-1'),
  ],
];

describe('taking a document back', () => {
  it.each(undoings)('%s leaves everything as it was before', (_, given, step, back) => {
    expect(stagesAfter([...given, step, back])).toEqual(stagesAfter(given));
    const before = documentsAfter(given);
    const undone = documentsAfter([...given, step, back]);
    expect(undone).toMatchObject(before);
    expect(stagesAfter([...given, step])).not.toEqual(stagesAfter(given));
  });

  it.each(undoings)(
    '%s restores the earlier documents to the satang and the unit',
    (_, given, step, back) => {
      const before = after(given).state;
      const undone = after([...given, step, back]).state;
      for (const map of ['requests', 'commitments', 'acceptances'] as const) {
        for (const [key, held] of before[map]) expect(undone[map].get(key)).toEqual(held);
      }
      expect(undone.lines).toEqual(before.lines);
    },
  );

  it('the whole chain, last first, leaves the line as if nothing had been', () => {
    const all = [...accepted, pay, unpay('V-1'), unaccept('AC-1'), unorder('PO-1')];
    expect(documentsAfter(all)).toMatchObject({ requests: { 'PR-1': '106.00 for 3' } });
    expect(stagesAfter(all)).toEqual(stagesAfter(asked));
  });

  it('is refused while a later document stands on it, and names that document', () => {
    const first = refused(accepted, unorder('PO-1'));
    expect(first).toMatchObject({ code: 'document-in-use', details: { later: 'acceptance AC-1' } });
    expect(first.message).toContain('acceptance AC-1');
    expect(refused([...accepted, pay], unaccept('AC-1'))).toMatchObject({
      code: 'document-in-use',
      details: { later: 'disbursement V-1' },
    });
    const paid = [...ordered, disburse('V-2', '10.00', { commitment: 'PO-1' })];
    expect(refused(paid, unorder('PO-1'))).toMatchObject({ details: { later: 'disbursement V-2' } });
    expect(refused([...paid, unpay('V-2', '9.99')], unorder('PO-1')).code).toBe('document-in-use');
    expect(when([...paid, unpay('V-2')], unorder('PO-1'))).toHaveLength(1);
  });

  it('is done once, and its number stays taken', () => {
    const undone = [...ordered, unorder('PO-1')];
    expect(refused(undone, unorder('PO-1')).code).toBe('nothing-outstanding');
    expect(refused(undone, commit('PO-1', '1.00')).code).toBe('commitment-exists');
    const amendment = { type: 'amend-commitment', commitment: 'PO-1', change: baht('1.00') } as const;
    expect(refused(undone, { ...amendment, reason, effectiveOn: inQ2 }).code).toBe('document-reversed');
    expect(refused(undone, accept('AC-1', 'PO-1', { amount: baht('1.00') })).code).toBe(
      'commitment-exceeded',
    );
  });

  it('concerns one item of a document', () => {
    const items = [
      ...budget1000,
      commit('PO-1', '10.00', { item: '1' }),
      commit('PO-1', '20.00', { item: '2' }),
    ];
    expect(documentsAfter([...items, unorder('PO-1', { item: '2' })]).commitments).toEqual({
      'PO-1/1': '10.00',
      'PO-1/2': '0.00',
    });
    expect(refused(items, unorder('PO-1')).code).toBe('commitment-unknown');
  });

  it('lies not before the document, and says why', () => {
    expect(refused(ordered, unorder('PO-1', { effectiveOn: day('2025-11-14') })).code).toBe(
      'date-before-commitment',
    );
    expect(refused(ordered, { ...unorder('PO-1'), reason: '' }).code).toBe('reason-missing');
    expect(refused(ordered, unorder('PO-9')).code).toBe('commitment-unknown');
  });
});

describe('taking an order back that was changed since', () => {
  const out = [...byAmount, commit('PO-1', '100.00', drawing)];
  const given = {
    type: 'release-commitment',
    commitment: 'PO-1',
    amount: baht('40.00'),
    reason,
    effectiveOn: inQ2,
  } as const;

  it('gives the request all it had held, though the order had grown', () => {
    const grown = {
      type: 'amend-commitment',
      commitment: 'PO-1',
      change: baht('50.00'),
      reason,
      effectiveOn: inQ2,
    } as const;
    expect(stagesAfter([...out, grown, unorder('PO-1')])).toEqual(stagesAfter(byAmount));
  });

  it('needs the budget again that the order had given up', () => {
    expect(stagesAfter([...out, given, unorder('PO-1')])).toEqual(stagesAfter(byAmount));
    const spent = [...out, given, commit('PO-2', '940.00')];
    expect(refused(spent, unorder('PO-1'))).toMatchObject({
      code: 'budget-exceeded',
      details: { available: '0.00', requested: '40.00' },
    });
  });
});

describe('taking an order back that a correction counts as paid', () => {
  it('is refused, naming the correction: its request would hold the money again beside the payment', () => {
    const corrected: AccountCommand = {
      type: 'correct-quarter',
      correction: 'C-1',
      quarter: 'Q1',
      commitment: 'PO-1',
      disbursed: baht('20.00'),
      committed: baht('-20.00'),
      reason,
    };
    const given = [...byAmount, commit('PO-1', '70.00', drawing), corrected];
    expect(refused(given, unorder('PO-1'))).toMatchObject({
      code: 'document-in-use',
      details: { later: 'correction C-1' },
    });
  });
});

describe('taking a part of a payment back', () => {
  const paid = [...ordered, disburse('V-1', '70.00', { commitment: 'PO-1', quantity: units('2') })];

  it('makes its share of the money and the units outstanding again', () => {
    expect(documentsAfter([...paid, unpay('V-1', '35.00')]).commitments).toEqual({ 'PO-1': '35.00 for 1' });
  });

  it('brings, part by part, exactly what the payment had taken', () => {
    const parts = [...paid, unpay('V-1', '23.33'), unpay('V-1', '0.01'), unpay('V-1', '11.11')];
    const left = [...parts, unpay('V-1')];
    expect(after(left).state.commitments.get('PO-1')).toEqual(after(ordered).state.commitments.get('PO-1'));
    expect(stagesAfter(left)).toEqual(stagesAfter(ordered));
  });

  it('gives the units back that can be accepted again', () => {
    const again = [...paid, unpay('V-1', '35.00'), accept('AC-1', 'PO-1', { quantity: units('1') })];
    expect(documentsAfter(again)).toMatchObject({
      commitments: { 'PO-1': '0.00 for 0' },
      acceptances: { 'AC-1': '35.00 for 1' },
    });
  });

  it('opens what was closed only with the last of the payment', () => {
    const closing = [...budget1000, commit('PO-1', '100.00'), disburse('V-1', '60.00', closed)];
    expect(documentsAfter([...closing, unpay('V-1', '59.99')]).commitments).toEqual({ 'PO-1': '59.99' });
    expect(documentsAfter([...closing, unpay('V-1', '59.99'), unpay('V-1')]).commitments).toEqual({
      'PO-1': '100.00',
    });
  });

  it('needs the budget again that closing had returned', () => {
    const closing = [...budget1000, commit('PO-1', '100.00'), disburse('V-1', '60.00', closed)];
    const spent = [...closing, commit('PO-2', '940.00')];
    expect(refused(spent, unpay('V-1'))).toMatchObject({
      code: 'budget-exceeded',
      details: { requested: '40.00', available: '0.00' },
    });
    expect(when(spent, unpay('V-1', '59.99'))).toHaveLength(1);
  });
});

const closed = { commitment: 'PO-1', final: true } as const;
