import { describe, expect, it } from '@jest/globals';
import { Audited, line } from '../audited.fixture.ts';
import { rule } from './round-sums.ts';

const pay = (
  log: Audited,
  amounts: readonly string[],
  more: object = { counterparty: 'V-7' },
  by = 'somchai',
) => amounts.forEach((amount, index) => log.pays(`DV-${by}-${index}`, amount, more, { by }));

const ROUND = ['50000.00', '100000.00', '250000.00', '70000.00', '60000.00'];

describe('payments of round amounts', () => {
  it('to one counterparty are found from the fifth on, with all of them', () => {
    const log = new Audited(rule);
    pay(log, ROUND);
    expect(log.findings()).toEqual([
      expect.objectContaining({
        sentence: {
          en: 'P01: 5 of 5 payments to V-7 in 2569 are of round amounts.',
          th: 'P01: การจ่าย 5 จาก 5 ครั้งให้ V-7 ในปีงบประมาณ 2569 เป็นยอดเงินกลม',
        },
        events: ['1', '2', '3', '4', '5'],
        since: '5',
      }),
    ]);
    expect(log.findings({}, 4)).toEqual([]);
  });

  it('are none among many others, and end when others join them', () => {
    const log = new Audited(rule);
    pay(log, [...ROUND, '1234.56', '2234.56', '3234.56']);
    expect(log.findings()).toHaveLength(1);
    pay(log, ['4234.56'], { counterparty: 'V-7' }, 'wipa');
    expect(log.findings()).toEqual([]);
    expect(log.findings({ withEnded: true })[0]).toMatchObject({
      until: '9',
      events: expect.arrayContaining(['9']),
    });
  });

  it('that are small, or not to the same counterparty, are none', () => {
    const log = new Audited(rule);
    pay(log, ['40000.00', '10000.00', '20000.00', '30000.00', '49999.99']);
    for (const [index, amount] of ROUND.entries())
      log.pays(`X-${index}`, amount, { counterparty: `V-${index}` });
    expect(log.findings()).toEqual([]);
  });

  it('count for the counterparty of the order that they pay, named or not, themselves or by an acceptance', () => {
    const log = new Audited(rule);
    log.order('PO-1', '600000.00', { counterparty: 'Round Co' });
    const draws = { commitment: 'PO-1', amount: '60000.00' };
    log.takes('WorkAccepted', { acceptance: 'AC-1', line, amount: '60000.00', draws });
    for (const number of [1, 2]) log.pays(`DV-${number}`, '60000.00', { commitment: 'PO-1' });
    log.pays('DV-3', '60000.00', { acceptance: 'AC-1' });
    for (const number of [4, 5])
      log.pays(`DV-${number}`, '60000.00', { commitment: 'PO-1', counterparty: 'round  co' });
    expect(log.said()).toEqual(['P01: 5 of 5 payments to round  co in 2569 are of round amounts.']);
    expect(log.findings()[0]?.events).toEqual(['3', '4', '5', '6', '7']);
  });

  it('are none any more when they are taken back, wholly and not in part', () => {
    const log = new Audited(rule);
    pay(log, ROUND);
    const takesBack = (amount: string) =>
      log.takes('DisbursementReversed', { disbursement: 'DV-somchai-0', line, amount });
    takesBack('20000.00');
    expect(log.findings()).toHaveLength(1);
    takesBack('30000.00');
    expect(log.findings()).toEqual([]);
    expect(log.findings({ withEnded: true })).toEqual([expect.objectContaining({ until: '7' })]);
    log.pays('DV-9', '90000.00', { counterparty: 'V-7' });
    expect(log.said()).toEqual(['P01: 5 of 5 payments to V-7 in 2569 are of round amounts.']);
  });

  it('are found when others among which they were few are taken back', () => {
    const log = new Audited(rule);
    pay(log, [...ROUND, '1.11', '2.22', '3.33', '4.44']);
    expect(log.findings({}, 8)).toHaveLength(1);
    expect(log.findings()).toEqual([]);
    log.takes('DisbursementReversed', { disbursement: 'DV-somchai-8', line, amount: '4.44' });
    expect(log.said()).toEqual(['P01: 5 of 8 payments to V-7 in 2569 are of round amounts.']);
  });

  it('that were taken back before there was a finding are not linked with it', () => {
    const log = new Audited(rule);
    pay(log, ROUND.slice(0, 4));
    log.takes('DisbursementReversed', { disbursement: 'DV-somchai-0', line, amount: '50000.00' });
    pay(log, ROUND.slice(0, 2), { counterparty: 'V-7' }, 'wipa');
    expect(log.findings()[0]?.events).toEqual(['2', '3', '4', '6', '7']);
  });

  it('without a counterparty are found by the one who made them, not by who approved them', () => {
    const log = new Audited(rule);
    for (const [index, amount] of ROUND.entries())
      log.pays(`DV-${index}`, amount, {}, { by: index < 3 ? 'olan' : 'malee', onBehalfOf: 'wipa' });
    expect(log.said()).toEqual(['P01: 5 of 5 payments by wipa in 2569 are of round amounts.']);
  });

  it('without a counterparty are found by the one who posts them', () => {
    const log = new Audited(rule);
    pay(log, ROUND, {}, 'wipa');
    expect(log.said()).toEqual(['P01: 5 of 5 payments by wipa in 2569 are of round amounts.']);
    expect(log.saidInThai()).toEqual(['P01: การจ่าย 5 จาก 5 ครั้งโดย wipa ในปีงบประมาณ 2569 เป็นยอดเงินกลม']);
  });
});
