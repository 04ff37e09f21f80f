import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest } from '../../apps/ledger/testing/ledger-under-test.fixture.ts';
import { checkConsistency } from '../../apps/web/src/proof/check-consistency.ts';
import { type Receipt, type ShownEvent, verifyReceipt } from '../../apps/web/src/proof/verify-receipt.ts';

let ledger: LedgerUnderTest;
let receipt: Receipt;
let shown: ShownEvent;
let keys: readonly string[];

const get = async <T>(path: string): Promise<T> => (await ledger.get(path)).json as unknown as T;

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.import();
  await ledger.get('receipts/20?seal=true');
  await ledger.post('budget-accounts', {
    fiscalYear: 2569,
    project: 'PX',
    name: 'ทดลอง',
    effectiveOn: '2026-04-01',
  });
  receipt = await get<Receipt>('receipts/209?single=true&seal=true');
  await ledger.get('receipts/268?seal=true');
  shown = await get<ShownEvent>('events/209');
  keys = (await get<{ keys: { key: string }[] }>('checkpoints/keys')).keys.map(({ key }) => key);
});
afterAll(() => ledger.close());

const altered = (change: (copy: Receipt) => void): Receipt => {
  const copy = structuredClone(receipt);
  change(copy);
  return copy;
};

describe('a receipt that a page checks by itself', () => {
  it('proves the event that is shown', async () => {
    expect(await verifyReceipt(receipt, shown, keys)).toMatchObject({ isProven: true, head: { size: 267 } });
  });

  it('proves nothing of an event that is shown with other words', async () => {
    const other = { ...shown, stored: { ...shown.stored, data: shown.stored.data.replace('1', '2') } };
    expect(await verifyReceipt(receipt, other, keys)).toMatchObject({ isProven: false, failed: 'content' });
  });

  it('fails where event and page were altered alike', async () => {
    const data = shown.stored.data.replace(/\d/, '7');
    const forged = altered(({ events: [first] }) =>
      Object.assign(first?.event ?? {}, { data: Buffer.from(data).toString('base64') }),
    );
    const page = { ...shown, stored: { ...shown.stored, data } };
    expect(data).not.toBe(shown.stored.data);
    expect(await verifyReceipt(forged, page, keys)).toMatchObject({ isProven: false, failed: 'path' });
  });

  it.each<[string, (copy: Receipt) => void]>([
    [
      'another time of recording',
      ({ events: [first] }) => Object.assign(first?.event ?? {}, { recordedAt: '2026-01-01T00:00:00.000Z' }),
    ],
    ['another place', ({ events: [first] }) => Object.assign(first ?? {}, { index: 7 })],
    ['a hash less', ({ events: [first] }) => void (first?.proof as string[]).pop()],
    ['another hash', ({ events: [first] }) => void ((first?.proof as string[])[0] = btoa('x'.repeat(32)))],
    ['no hash at all', ({ events: [first] }) => void ((first?.proof as string[])[0] = 'not base64')],
  ])('fails with %s', async (_, change) => {
    expect(await verifyReceipt(altered(change), shown, keys)).toMatchObject({
      isProven: false,
      failed: 'path',
    });
  });

  it('fails where the checkpoint was altered, or signed by nobody who is known', async () => {
    const other = { ...receipt, checkpoint: receipt.checkpoint.replace('\n267\n', '\n268\n') };
    expect(await verifyReceipt(other, shown, keys)).toMatchObject({ isProven: false, failed: 'signature' });
    expect(await verifyReceipt(receipt, shown, [])).toMatchObject({ isProven: false, failed: 'signature' });
    const stranger = (keys[0] ?? '').replace(/\+[0-9a-f]{8}\+/, '+00000000+');
    expect(await verifyReceipt(receipt, shown, [stranger])).toMatchObject({ failed: 'signature' });
  });
});

describe('two checkpoints that a page compares by itself', () => {
  const notes = async () => {
    const { checkpoints } = await get<{ checkpoints: { note: string }[] }>('checkpoints');
    return { earlier: checkpoints[0]?.note ?? '', later: checkpoints.at(-1)?.note ?? '', keys };
  };
  const prove = async (from: number, to: number) =>
    (await get<{ proof: string[] }>(`checkpoints/consistency?from=${from}&to=${to}`)).proof;

  it('continue each other, whichever is named first', async () => {
    const both = await notes();
    expect(await checkConsistency(both, prove)).toEqual({ found: 'consistent', from: 267, to: 268 });
    const turned = { ...both, earlier: both.later, later: both.earlier };
    expect(await checkConsistency(turned, prove)).toMatchObject({ found: 'consistent' });
  });

  it('do not where the proof is another, or nobody signed', async () => {
    const both = await notes();
    const other = async (from: number, to: number) => (await prove(from, to)).map(() => btoa('y'.repeat(32)));
    expect(await checkConsistency(both, other)).toEqual({ found: 'inconsistent' });
    expect(await checkConsistency(both, async () => [])).toEqual({ found: 'inconsistent' });
    const forged = { ...both, earlier: both.earlier.replace('267', '266') };
    expect(await checkConsistency(forged, prove)).toEqual({ found: 'not-signed' });
  });
});
