import { describe, expect, it } from '@jest/globals';
import { quartersOf } from './months.ts';

describe('the months of a fiscal year', () => {
  it('begin in October of the year before, in four quarters', () => {
    expect(quartersOf('2569')).toEqual([
      ['2025-10', '2025-11', '2025-12'],
      ['2026-01', '2026-02', '2026-03'],
      ['2026-04', '2026-05', '2026-06'],
      ['2026-07', '2026-08', '2026-09'],
    ]);
  });

  it('are those of the calendar year where it starts in January', () => {
    const calendar = { startMonth: 1, era: 'CE', timeZone: 'UTC' } as const;
    expect(quartersOf('2026', calendar).flat()).toEqual(
      Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`),
    );
  });
});
