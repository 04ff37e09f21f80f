import { describe, expect, it } from '@jest/globals';
import { isBlank } from './text.ts';

describe('a text of which nobody sees anything', () => {
  it.each([undefined, '', ' ', '\t\n', '\u00a0', '\u200b', ' \u200b\ufeff ', '\u0000'])(
    '%j is blank',
    (text) => {
      expect(isBlank(text)).toBe(true);
    },
  );

  it.each(['-', '.', '0', 'เหตุผล', ' ก '])('%j is not', (text) => {
    expect(isBlank(text)).toBe(false);
  });
});
