import { describe, expect, it } from '@jest/globals';
import { Audited } from '../audited.fixture.ts';
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

  it('without a counterparty are found by the one who posts them', () => {
    const log = new Audited(rule);
    pay(log, ROUND, {}, 'wipa');
    expect(log.said()).toEqual(['P01: 5 of 5 payments by wipa in 2569 are of round amounts.']);
    expect(log.saidInThai()).toEqual(['P01: การจ่าย 5 จาก 5 ครั้งโดย wipa ในปีงบประมาณ 2569 เป็นยอดเงินกลม']);
  });
});
