import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventDigest } from '#audit-trail';
import { budgetAccount } from '#budget';
import { type Asked, formOf, parseBaht, parseCivilDate } from '#kernel';
import {
  commit,
  fund,
  type Ledger,
  ledgers,
  open,
  recorderOn,
  refusalOf,
  to,
  under,
  wholeLog,
} from './ledger.fixture.ts';

describe.each(ledgers)('the events of a log %s', (_, openLedger) => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = openLedger();
  });

  afterEach(() => ledger.close());

  /** Every event beside the one before it in its stream. */
  async function mustBeLinked(): Promise<void> {
    const log = await wholeLog(ledger.store);
    for (const event of log) {
      const before = log.find(
        ({ stream, revision }) => stream === event.stream && revision === event.revision - 1n,
      );
      expect([event.stream, event.revision, event.metadata.previous]).toEqual([
        event.stream,
        event.revision,
        before && eventDigest(before),
      ]);
    }
  }

  it('name the event before them in their stream by its digest; the first of a stream names none', async () => {
    await fund(ledger, 'P01', '1000.00');
    await ledger.recorder.post(to('P01', commit('PO-1', '400.00')), under('order-1'));
    await ledger.recorder.postAll(
      [to('P01', commit('PO-2', '1.00')), to('P02', open('P02')), to('P01', commit('PO-3', '1.00'))],
      under('several'),
    );
    await mustBeLinked();
  });

  it('are linked when many are on their way at once, and after a restart', async () => {
    await fund(ledger, 'P01', '1000.00');
    const orders = Array.from({ length: 20 }, (_each, order) => order);
    const other = recorderOn(ledger.store);
    await Promise.all(
      orders.map((order) =>
        (order % 2 === 0 ? ledger.recorder : other).post(
          to('P01', commit(`PO-${order}`, '1.00')),
          under(`order-${order}`),
        ),
      ),
    );
    await recorderOn(ledger.store).post(to('P01', commit('PO-20', '1.00')), under('order-20'));
    expect((await wholeLog(ledger.store)).filter(({ type }) => type === 'CommitmentMade')).toHaveLength(21);
    await mustBeLinked();
  });

  it('are linked past a posting that was refused', async () => {
    await fund(ledger, 'P01', '10.00');
    await refusalOf(ledger.recorder.post(to('P01', commit('PO-1', '11.00')), under('order-1')));
    await ledger.recorder.post(to('P01', commit('PO-1', '9.00')), under('order-1'));
    await mustBeLinked();
  });

  it('say on the first of each decision what was asked, so that it can be asked again', async () => {
    await fund(ledger, 'P01', '1000.00');
    const asked = commit('PO-1', '400.00');
    await ledger.recorder.post(to('P01', asked), under('order-1'));
    const last = (await wholeLog(ledger.store)).at(-1);
    expect(last?.metadata.asked).toEqual({
      command: { ...asked, amount: '400.00' },
      recordedOn: '2026-04-01',
    });
    const { command } = last?.metadata.asked as Asked;
    expect(formOf(budgetAccount).decode(command)).toEqual(asked);
  });

  it('say it once where one decision writes several', async () => {
    await fund(ledger, 'P01', '1000.00');
    await ledger.recorder.post(to('P01', commit('PO-1', '400.00')), under('order-1'));
    const pay = {
      type: 'disburse',
      disbursement: 'V-1',
      commitment: 'PO-1',
      amount: parseBaht('100.00'),
      final: true,
      effectiveOn: parseCivilDate('2025-11-20'),
    } as const;
    await ledger.recorder.post(to('P01', pay), under('pay-1'));
    const paid = (await wholeLog(ledger.store)).slice(-2);
    expect(paid.map(({ type, metadata }) => [type, metadata.asked !== undefined])).toEqual([
      ['DisbursementMade', true],
      ['CommitmentReleased', false],
    ]);
    await mustBeLinked();
  });

  it('say it also where an organisation is registered by its first posting', async () => {
    await ledger.recorder.post(to('P01', open('P01')), under('open'));
    const [registered] = await wholeLog(ledger.store);
    expect(registered?.metadata.asked).toMatchObject({ command: { type: 'register-organisation' } });
  });
});
