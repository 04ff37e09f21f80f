import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';

let ledger: LedgerUnderTest;
beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.account('P01', '100.00');
  const settings = { startMonth: 1, era: 'CE', timeZone: 'Europe/Vienna', effectiveOn: '2026-01-01' };
  await ledger.must('organisations?organisation=city', { name: 'City', ...settings });
});
afterAll(() => ledger.close());

const QUESTIONS = ['reports/quarterly?quarter=Q1', 'budget-accounts?', 'journal?', 'moments?'];

describe('whoever asks about a year of the other era', () => {
  it.each(QUESTIONS)('hears of %s which year was meant, instead of an empty answer', async (path) => {
    const { status, json } = await ledger.get(`${path}&fiscalYear=2026&organisation=main`);
    expect([status, json]).toEqual([
      400,
      expect.objectContaining({ code: 'fiscal-year-of-other-era', given: 2026, expected: 2569 }),
    ]);
    const city = await ledger.get(`${path}&fiscalYear=2569&organisation=city`);
    expect(city.json).toMatchObject({ detail: expect.stringContaining('expected 2026 for 2569') });
  });

  it.each(QUESTIONS)('is answered %s about a year of their own', async (path) => {
    expect((await ledger.get(`${path}&fiscalYear=2569&organisation=main`)).status).toBe(200);
    expect((await ledger.get(`${path}&fiscalYear=2026&organisation=city`)).status).toBe(200);
  });

  it('hears of what is no year and of an organisation that is not there as before', async () => {
    expect((await ledger.get('journal?fiscalYear=26&organisation=main')).json).toMatchObject({
      code: 'input-invalid',
    });
    expect((await ledger.get('journal?fiscalYear=2026&organisation=nobody')).json).toMatchObject({
      code: 'organisation-unknown',
    });
  });
});
