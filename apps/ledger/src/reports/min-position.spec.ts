import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ServedLedger } from '../../testing/served-ledger.fixture.ts';

const open = { fiscalYear: 2569, project: 'P01', name: 'P01', effectiveOn: '2025-10-01' };

describe('a request that names the position of a receipt', () => {
  let ledger: ServedLedger;
  let maker: string;
  let position: string;

  beforeAll(async () => {
    ledger = await ServedLedger.open();
    maker = await ledger.person('malee', ['maker']);
    const receipt = await ledger.must('budget-accounts', { token: maker, body: open });
    position = String(receipt.headers['obligo-position']);
  });
  afterAll(() => ledger.close());

  const asking = (minPosition: string, token?: string) => ({
    token,
    headers: { 'obligo-min-position': minPosition },
  });

  it('is answered on any route when it can be read, also when something is posted', async () => {
    for (const path of ['commitments?fiscalYear=2569', `postings/${position}`, 'session']) {
      const answer = await ledger.ask(path, asking(position, maker));
      expect([path, answer.status]).not.toEqual([path, 503]);
    }
    const body = { ...open, project: 'P02', name: 'P02' };
    expect((await ledger.ask('budget-accounts', { ...asking(position, maker), body })).status).toBe(201);
  });

  it('is refused at once where this process has the log to itself and has no such position', async () => {
    const began = performance.now();
    const refusals = {
      [`${position}00`]: 'position-not-reached',
      soon: 'position-malformed',
      '-1': 'position-malformed',
    };
    for (const [wrong, code] of Object.entries(refusals))
      expect([wrong, await ledger.codeOf('session', asking(wrong, maker))]).toEqual([wrong, code]);
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  it('waits for nobody who was not let in', async () => {
    expect(await ledger.codeOf('session', asking('999999'))).toBe('not-signed-in');
    expect((await ledger.ask('/health/live', asking('999999'))).status).toBe(200);
  });
});
