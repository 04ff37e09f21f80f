import { describe, expect, it } from '@jest/globals';
import { roundingDifference } from './rounding-difference.ts';

describe('printed figures that do not add up to their printed total', () => {
  it('differ by what each cell was rounded', () => {
    // 0.5000 + 0.5000 print as 0.0001 + 0.0001, their exact sum as 0.0001.
    expect(roundingDifference({ parts: ['50.00', '50.00'], total: '100.00' })).toBe('0.0001');
    expect(roundingDifference({ parts: ['49.99', '50.00'], total: '99.99' })).toBeUndefined();
    expect(roundingDifference({ parts: ['49.99', '49.99'], total: '99.98' })).toBe('-0.0001');
  });

  it('do so for negative amounts too, and what is not there adds nothing', () => {
    expect(roundingDifference({ parts: ['-50.00', '-50.00', undefined], total: '-100.00' })).toBe('-0.0001');
    expect(roundingDifference({ parts: ['1000000.00'], total: undefined })).toBeUndefined();
  });
});
