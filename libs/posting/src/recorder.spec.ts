import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { validate, version } from 'uuid';
import {
  accountOf,
  allocate,
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

describe.each(ledgers)('a posting %s', (_, openLedger) => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = openLedger();
  });

  afterEach(() => ledger.close());

  it('is recorded once, with who, why and when', async () => {
    await fund(ledger, 'P01', '1000.00');
    const receipt = await ledger.recorder.post(
      to('P01', commit('PO-1', '400.00')),
      under('order-1', { reason: 'ตามสัญญา', correlationId: 'request-7' }),
    );
    const last = (await wholeLog(ledger.store)).at(-1);
    expect(receipt).toMatchObject({
      organisation: 'etda',
      idempotencyKey: 'order-1',
      dryRun: false,
      replayed: false,
      position: last?.position,
      recordedAt: last?.recordedAt,
      outcome: { before: '1000.00' },
      events: [{ id: last?.id, type: 'CommitmentMade', stream: accountOf('P01'), effectiveOn: '2025-11-15' }],
    });
    expect(last?.metadata).toMatchObject({
      actor: 'officer-1',
      reason: 'ตามสัญญา',
      correlationId: 'request-7',
      effectiveOn: '2025-11-15',
    });
    expect(last?.metadata.imported).toBeUndefined();
    expect(validate(last?.id) && version(last?.id ?? '')).toBe(5);
  });

  it('asked again with the same key gives the first answer, even after a restart', async () => {
    await fund(ledger, 'P01', '1000.00');
    const ask = to('P01', commit('PO-1', '400.00'));
    const first = await ledger.recorder.post(ask, under('order-1'));
    await ledger.recorder.post(to('P01', commit('PO-2', '600.00')), under('order-2'));
    const log = await wholeLog(ledger.store);
    for (const recorder of [ledger.recorder, recorderOn(ledger.store)]) {
      expect(await recorder.post(ask, under('order-1'))).toEqual({ ...first, replayed: true });
      const tried = await recorder.post(ask, under('order-1', { dryRun: true }));
      expect(tried).toEqual({ ...first, replayed: true });
    }
    expect(await wholeLog(ledger.store)).toEqual(log);
  });

  it('with a key that was used for something else is refused', async () => {
    await fund(ledger, 'P01', '1000.00');
    await fund(ledger, 'P02', '1000.00');
    await ledger.recorder.post(to('P01', commit('PO-1', '1.00')), under('order-1'));
    const log = await wholeLog(ledger.store);
    const others = [
      [to('P01', commit('PO-1', '1.01')), under('order-1')],
      [to('P02', commit('PO-1', '1.00')), under('order-1')],
      [to('P01', commit('PO-1', '1.00')), under('order-1', { actor: 'officer-2' })],
      [to('P01', commit('PO-1', '1.00')), under('order-1', { reason: 'อื่น' })],
    ] as const;
    for (const [what, context] of others) {
      expect(await refusalOf(ledger.recorder.post(what, context))).toMatchObject({
        code: 'idempotency-key-reused',
        kind: 'conflict',
        details: { idempotencyKey: 'order-1' },
      });
    }
    expect(await wholeLog(ledger.store)).toEqual(log);
  });

  it('that was refused leaves its key free', async () => {
    await fund(ledger, 'P01', '1000.00');
    const refused = ledger.recorder.post(to('P01', commit('PO-1', '1000.01')), under('order-1'));
    expect(await refusalOf(refused)).toMatchObject({ code: 'budget-exceeded', details: { shortBy: '0.01' } });
    const receipt = await ledger.recorder.post(to('P01', commit('PO-1', '1000.00')), under('order-1'));
    expect(receipt.replayed).toBe(false);
  });

  it('of a form that the event catalogue does not know is refused, and leaves the account usable', async () => {
    await fund(ledger, 'P01', '1000.00');
    const log = await wholeLog(ledger.store);
    for (const number of ['', 'x'.repeat(65)]) {
      const refused = ledger.recorder.post(to('P01', commit(number, '1000.00')), under('order-1'));
      const refusal = await refusalOf(refused);
      expect(refusal).toMatchObject({
        code: 'event-malformed',
        details: { errors: [{ field: 'commitment' }] },
      });
      expect(refusal.message).toMatch(/^CommitmentMade cannot be recorded: commitment: .+\.$/);
    }
    expect(await wholeLog(ledger.store)).toEqual(log);
    const receipt = await ledger.recorder.post(to('P01', commit('PO-1', '1000.00')), under('order-1'));
    expect(receipt.outcome).toEqual({ before: '1000.00' });
  });

  it('needs a key that can be sent in a header', async () => {
    for (const key of ['', 'a b', 'x'.repeat(201), 'กุญแจ', 'a\n']) {
      // The key is looked at before anything is waited for.
      const attempt = Promise.resolve().then(() => ledger.recorder.post(to('P01', open('P01')), under(key)));
      expect(await refusalOf(attempt)).toMatchObject({ code: 'idempotency-key-malformed', kind: 'invalid' });
    }
    expect(await ledger.recorder.post(to('P01', open('P01')), under('x'.repeat(200)))).toBeDefined();
  });

  it('on trial records nothing and answers as the posting will', async () => {
    const asks = [open('P01'), allocate('1000.00'), commit('PO-1', '400.00')].map((each) => to('P01', each));
    for (const [index, ask] of asks.entries()) {
      const before = await wholeLog(ledger.store);
      const trial = await ledger.recorder.post(ask, under(`key-${index}`, { dryRun: true }));
      expect(await wholeLog(ledger.store)).toEqual(before);
      const { position, recordedAt, ...receipt } = await ledger.recorder.post(ask, under(`key-${index}`));
      expect(receipt).toEqual({ ...trial, dryRun: false });
      expect([position, recordedAt]).not.toContain(undefined);
      expect(trial).toMatchObject({ dryRun: true, replayed: false });
      expect(trial.position).toBeUndefined();
    }
    const trial = ledger.recorder.post(
      to('P01', commit('PO-2', '600.01')),
      under('order-2', { dryRun: true }),
    );
    expect(await refusalOf(trial)).toMatchObject({ code: 'budget-exceeded', details: { shortBy: '0.01' } });
  });
});
