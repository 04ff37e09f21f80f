import { describe, expect, it } from '@jest/globals';
import { parsePrintedMillions } from './printed-amount.ts';
import { isRefusal, RefusalError } from './refusal.ts';

describe('a cell of a published table, in million baht', () => {
  it.each([
    ['15.0334', 15_0334_0000],
    ['(32.1369)', -32_1369_0000],
    ['-32.1369', -32_1369_0000],
    ['−32.1369', -32_1369_0000],
    ['๙๒.๖๑๔๕', 92_6145_0000],
    ['(๓๒.๑๓๖๙)', -32_1369_0000],
    ['1,234.5678', 1_234_5678_0000],
    ['๑,๒๓๔.๕๖๗๘', 1_234_5678_0000],
    [' 15.0334\u200B ', 15_0334_0000],
    ['15.0334 ล้านบาท', 15_0334_0000],
    ['0.00000001', 1],
    ['(0.0000)', 0],
  ])('%s is read as it is printed', (text, satang) => {
    expect(parsePrintedMillions(text)).toBe(satang);
  });

  it.each(['', ' ', '-', '–', '—'])('%j is a cell in which nothing is printed', (text) => {
    expect(parsePrintedMillions(text)).toBeUndefined();
  });

  it.each(['15,033', '1,23', '15.03.34', 'fifteen', '(-1.0)', '1e3', '0.000000001', '42,737,700 บาท'])(
    '%s is refused: it is no amount in million baht, or could be two',
    (text) => {
      let refused: unknown;
      try {
        parsePrintedMillions(text);
      } catch (error) {
        refused = error;
      }
      expect(refused).toBeInstanceOf(RefusalError);
      const { refusal } = refused as RefusalError;
      expect(isRefusal(refusal) && refusal.code).toBe('amount-malformed');
    },
  );
});
