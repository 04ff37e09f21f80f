import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  allocate,
  commit,
  fund,
  type Ledger,
  ledgers,
  open,
  refusalOf,
  to,
  under,
  wholeLog,
} from './ledger.fixture.ts';

const load = [
  to('P01', open('P01')),
  to('P02', open('P02')),
  to('P01', allocate('1000.00')),
  to('P02', allocate('1000.00')),
  to('P01', commit('PO-1', '1000.00')),
];

describe.each(ledgers)('several postings together %s', (_, openLedger) => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = openLedger();
  });

  afterEach(() => ledger.close());

  it('are recorded in their order, each building on those before', async () => {
    const receipt = await ledger.recorder.postAll(load, under('load'));
    const log = await wholeLog(ledger.store);
    expect(log.map(({ type }) => type)).toEqual([
      'OrganisationRegistered',
      'BudgetAccountOpened',
      'BudgetAccountOpened',
      'BudgetAllocated',
      'BudgetAllocated',
      'CommitmentMade',
    ]);
    expect(receipt.events.map(({ id }) => id)).toEqual(log.map(({ id }) => id));
    expect(new Set(log.map(({ id }) => id)).size).toBe(6);
    expect(receipt.position).toBe(log.at(-1)?.position);
  });

  it('give the first answer again under the same key', async () => {
    const receipt = await ledger.recorder.postAll(load, under('load'));
    expect(await ledger.recorder.postAll(load, under('load'))).toEqual({ ...receipt, replayed: true });
    expect(await wholeLog(ledger.store)).toHaveLength(6);
    expect(await refusalOf(ledger.recorder.postAll(load.slice(1), under('load')))).toMatchObject({
      code: 'idempotency-key-reused',
    });
  });

  it('give the first answer again where nothing of what was said is left to do', async () => {
    const said = under('load', { input: { sheet: 7 } });
    const receipt = await ledger.recorder.postAll(load, said);
    expect(await ledger.recorder.postAll([], said)).toEqual({ ...receipt, replayed: true });
  });

  it('leave nothing when one is refused, and the refusal names its place', async () => {
    const tooMuch = [...load, to('P01', commit('PO-2', '0.01')), to('P02', commit('PO-3', '1.00'))];
    expect(await refusalOf(ledger.recorder.postAll(tooMuch, under('load')))).toMatchObject({
      code: 'budget-exceeded',
      details: { place: 5, project: 'P01', available: '0.00', shortBy: '0.01' },
    });
    expect(await wholeLog(ledger.store)).toEqual([]);
    expect(await ledger.recorder.postAll(load, under('load'))).toMatchObject({ replayed: false });
  });

  it('on trial record nothing and answer as the posting will', async () => {
    const trial = await ledger.recorder.postAll(load, under('load', { dryRun: true }));
    expect(await wholeLog(ledger.store)).toEqual([]);
    expect((await ledger.recorder.postAll(load, under('load'))).events).toEqual(trial.events);
  });

  it('meet single postings on the same account without losing or doubling any', async () => {
    await fund(ledger, 'P01', '30.00');
    const together = (number: number) =>
      ledger.recorder.postAll(
        [to('P01', commit(`A-${number}`, '1.00')), to('P01', commit(`B-${number}`, '1.00'))],
        under(`together-${number}`),
      );
    const single = (number: number) =>
      ledger.recorder.post(to('P01', commit(`C-${number}`, '1.00')), under(`single-${number}`));
    const numbers = [1, 2, 3, 4, 5];
    await Promise.all(numbers.flatMap((number) => [together(number), single(number)]));
    const made = (await wholeLog(ledger.store)).filter(({ type }) => type === 'CommitmentMade');
    expect(made).toHaveLength(15);
    const after = await ledger.recorder.post(to('P01', commit('D', '15.00')), under('rest'));
    expect(after.outcome).toEqual({ before: '15.00' });
  });
});

describe.each(ledgers)('several postings on trial %s', (_, openLedger) => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = openLedger();
  });

  afterEach(() => ledger.close());

  it('tell of each what it would bring, leave out what would be refused, and record nothing', async () => {
    await ledger.recorder.postAll(load, under('load'));
    const log = await wholeLog(ledger.store);
    const told: unknown[] = [];
    const list = ['400.00', '700.00', '600.00', '0.01'].map((amount, index) =>
      to('P02', commit(`PO-${index}`, amount)),
    );
    await ledger.recorder.trialAll(list, under('trial'), {
      decided: (place, outcome) => told.push([place, outcome]),
      refused: (place, { code, details }) => told.push([place, code, details['shortBy']]),
    });
    expect(told).toEqual([
      [0, { before: '1000.00' }],
      [1, 'budget-exceeded', '100.00'],
      [2, { before: '600.00' }],
      [3, 'budget-exceeded', '0.01'],
    ]);
    expect(await wholeLog(ledger.store)).toEqual(log);
  });

  it('leave others their turn, and a list that is posted meanwhile is decided anew', async () => {
    await fund(ledger, 'P01', '1000.00');
    const list = Array.from({ length: 100 }, (__, index) => to('P01', commit(`PO-${index}`, '1.00')));
    let between: Promise<unknown> | undefined;
    const receipt = await ledger.recorder.postAll(list, under('list'), undefined, {
      decided: (place) => {
        if (place === 40) between ??= ledger.recorder.post(to('P01', commit('PO-X', '1.00')), under('one'));
      },
    });
    await between;
    expect(receipt.events).toHaveLength(100);
    const refused = ledger.recorder.post(to('P01', commit('PO-Y', '899.01')), under('rest'));
    expect(await refusalOf(refused)).toMatchObject({ details: { shortBy: '0.01' } });
  });
});
