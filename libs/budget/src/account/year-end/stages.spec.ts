import { describe, expect, it } from '@jest/globals';
import { THAI_CALENDAR } from '#kernel';
import type { AccountCommand } from '../commands.ts';
import { after, allocate, day, open, operating } from '../testing.fixture.ts';
import type { CarriedDocument } from './carried-document.ts';
import { broughtForward } from './carry.ts';
import type { OutstandingStage, StagedDocument } from './document.ts';
import {
  byRule,
  closeYear,
  confirm,
  lapse,
  nextYear,
  refusedThen,
  reserve,
  reverseStep,
  then,
  under,
} from './year-end.fixture.ts';

const document = (stage: OutstandingStage, number: string): StagedDocument => ({ stage, number });
const bring = (carried: Omit<CarriedDocument, 'line' | 'since'>): AccountCommand => ({
  type: 'bring-commitment-forward',
  from: { fiscalYear: 2568 },
  carried: { ...carried, line: operating, since: '2025-06-01' },
  effectiveOn: day('2025-10-01'),
});

/**
 * A request over 90.00; a contract over ten units of 60.00 in all that are still to come, and three units accepted for
 * 30.00 and not yet paid; a contract of which all is accepted, 45.00 of it unpaid.
 */
const year: readonly AccountCommand[] = [
  open(),
  allocate('500.00'),
  bring({ document: document('request', 'PR-1'), amount: '90.00' }),
  bring({ document: document('commitment', 'C-1'), amount: '60.00', quantity: '10' }),
  bring({
    document: document('acceptance', 'A-1'),
    amount: '30.00',
    quantity: '3',
    draws: { number: 'C-1', amount: '30.00', quantity: '3' },
  }),
  bring({ document: document('commitment', 'C-2'), amount: '0.00' }),
  bring({
    document: document('acceptance', 'A-2'),
    amount: '45.00',
    draws: { number: 'C-2', amount: '45.00' },
  }),
];
const approval = { reason: 'มติคณะรัฐมนตรี 25 ส.ค. 2569' };
const fates = (given: readonly AccountCommand[], carry: 'whole' | 'commitments' | 'none') =>
  then(given, closeYear(), under({ rules: [{ carry, rest: 'lapse' }] })).flatMap(({ type, data }) =>
    type === 'CommitmentCarriedForward' || type === 'DocumentReleasedAtYearEnd'
      ? [[type, data.document.number]]
      : [],
  );

describe('reserving by stage', () => {
  it('reserves with a contract what is accepted on it and not yet paid', () => {
    expect(then(year, reserve('R-1', document('commitment', 'C-1')))).toMatchObject([
      { data: { amount: '90.00', withObligation: true } },
    ]);
    const reserved = [...year, reserve('R-1', document('commitment', 'C-1'))];
    expect(refusedThen(reserved, reserve('R-2', document('acceptance', 'A-1')))).toMatchObject({
      code: 'document-already-reserved',
      details: { reservation: 'R-1' },
    });
  });

  it('reserves what is accepted alone, and then the contract without it', () => {
    const reserved = [...year, reserve('R-1', document('acceptance', 'A-1'))];
    expect(then(reserved, reserve('R-2', document('commitment', 'C-1')))).toMatchObject([
      { data: { amount: '60.00' } },
    ]);
  });

  it('reserves a request without obligation only with its special approval', () => {
    const request = reserve('R-1', document('request', 'PR-1'));
    expect(refusedThen(year, request)).toMatchObject({ code: 'reason-missing' });
    expect(then(year, { ...request, ...approval })).toMatchObject([
      { data: { amount: '90.00', withObligation: false } },
    ]);
  });

  it('keeps a reserved request in the closed account', () => {
    const reserved = [...year, reserve('R-1', document('request', 'PR-1'), approval), confirm('R-1')];
    expect(then(year, closeYear()).at(-1)).toMatchObject({ data: { totals: { reserved: '0.00' } } });
    expect(then(reserved, closeYear()).at(-1)).toMatchObject({ data: { totals: { reserved: '90.00' } } });
  });
});

describe('closing by stage', () => {
  it('releases everything where nothing is carried', () => {
    expect(fates(year, 'none')).toEqual([
      ['DocumentReleasedAtYearEnd', 'PR-1'],
      ['DocumentReleasedAtYearEnd', 'C-1'],
      ['DocumentReleasedAtYearEnd', 'A-1'],
      ['DocumentReleasedAtYearEnd', 'A-2'],
    ]);
  });

  it('carries obligations, and not requests, where commitments are carried', () => {
    expect(fates(year, 'commitments')).toEqual([
      ['CommitmentCarriedForward', 'C-2'],
      ['DocumentReleasedAtYearEnd', 'PR-1'],
      ['CommitmentCarriedForward', 'C-1'],
      ['CommitmentCarriedForward', 'A-1'],
      ['CommitmentCarriedForward', 'A-2'],
    ]);
  });

  it('carries requests too where the whole balance is carried', () => {
    expect(fates(year, 'whole')).toContainEqual(['CommitmentCarriedForward', 'PR-1']);
  });

  it('keeps what is accepted on a reserved contract in the account', () => {
    const reserved = [...year, reserve('R-1', document('commitment', 'C-1')), confirm('R-1')];
    expect(fates(reserved, 'commitments').map(([, number]) => number)).toEqual(['C-2', 'PR-1', 'A-2']);
  });

  it('takes units, and the contract behind an acceptance, along to the next year', () => {
    const context = under({ rules: [{ carry: 'whole', rest: 'lapse' }] });
    const { events, state } = after([...year, closeYear()], context);
    const next = after([nextYear, ...broughtForward(events, THAI_CALENDAR)], context).state;
    expect(next.commitments.get('C-1')).toMatchObject({ outstanding: 6_000, outstandingQuantity: 100_000 });
    expect(next.commitments.get('C-2')).toMatchObject({ outstanding: 0 });
    expect(next.acceptances.get('A-1')).toMatchObject({
      outstanding: 3_000,
      outstandingQuantity: 30_000,
      draws: { key: 'C-1', amount: 3_000, quantity: 30_000 },
      since: '2025-06-01',
    });
    expect([...next.lines.values()][0]).toMatchObject({
      preCommitted: 9_000,
      committed: 13_500,
      accepted: 7_500,
    });
    expect(state.commitments.get('C-1')).toMatchObject({ outstanding: 0, outstandingQuantity: 0 });
  });
});

describe('lapse and reversal by stage', () => {
  const reserved = [
    ...year,
    reserve('R-1', document('commitment', 'C-1')),
    confirm('R-1'),
    reserve('R-2', document('request', 'PR-1'), approval),
    confirm('R-2'),
    closeYear(),
  ];
  const april = day('2027-04-01');

  it('takes contract and acceptances, or the request, each from its own measure', () => {
    const given = [...reserved, lapse('R-1', april)];
    expect(then(reserved, lapse('R-1', april))).toMatchObject([{ data: { amount: '90.00' } }]);
    const { state } = after([...given, lapse('R-2', april)], byRule);
    expect([...state.lines.values()][0]).toMatchObject({
      allocated: 0,
      preCommitted: 0,
      committed: 0,
      accepted: 0,
    });
  });

  it('comes back with amounts and units', () => {
    const { state } = after([...reserved, lapse('R-1', april), reverseStep()], byRule);
    const before = after(reserved, byRule).state;
    expect(state.commitments).toEqual(before.commitments);
    expect(state.acceptances).toEqual(before.acceptances);
    expect(state.lines).toEqual(before.lines);
  });
});
