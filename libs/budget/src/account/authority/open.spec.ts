import { describe, expect, it } from '@jest/globals';
import type { FiscalCalendar } from '#kernel';
import { allocate, bookedOn, day, march, open, refused, when } from '../testing.fixture.ts';

describe('opening the account of a project', () => {
  it('names organisation, fiscal year and project', () => {
    expect(when([], open())).toEqual([
      {
        type: 'BudgetAccountOpened',
        effectiveOn: '2025-10-01',
        data: { organisation: 'etda', fiscalYear: 2569, project: 'P01', name: 'โครงการทดสอบ' },
      },
    ]);
  });

  it('keeps English name, programme and remark where they are given', () => {
    const more = { nameEn: 'Test', programme: 'แผนงานดิจิทัล', note: 'ปรับลดในชั้นกรรมาธิการ' };
    expect(when([], open(more))).toMatchObject([{ data: more }]);
  });

  it('is done once per fiscal year', () => {
    expect(refused([open()], open())).toMatchObject({
      code: 'account-already-open',
      kind: 'conflict',
      details: { project: 'P01', fiscalYear: 2569 },
    });
  });

  it('comes before everything else', () => {
    expect(refused([], allocate('1.00'))).toMatchObject({ code: 'account-not-open', kind: 'not-found' });
  });

  it.each(['2025-09-30', '2026-10-01'])('on %s lies outside fiscal year 2569', (date) => {
    expect(refused([], open({ effectiveOn: day(date) }))).toMatchObject({
      code: 'date-outside-fiscal-year',
      kind: 'rule',
      details: { effectiveOn: date, first: '2025-10-01', last: '2026-09-30' },
    });
  });

  it.each(['2025-10-01', '2026-09-30'])('on %s lies inside it', (date) => {
    expect(when([], open({ effectiveOn: day(date) }))).toHaveLength(1);
  });

  it('follows the calendar of the organisation, here the calendar year in the Christian era', () => {
    const calendar: FiscalCalendar = { startMonth: 1, era: 'CE', timeZone: 'America/New_York' };
    const context = bookedOn('2026-03-31', calendar);
    const of2026 = (date: string) => open({ fiscalYear: 2026, effectiveOn: day(date) });
    expect(when([], of2026('2026-01-01'), context)).toHaveLength(1);
    expect(when([], of2026('2026-12-31'), context)).toHaveLength(1);
    expect(refused([], of2026('2025-12-31'), context)).toMatchObject({
      code: 'date-outside-fiscal-year',
      details: { fiscalYear: 2026, first: '2026-01-01', last: '2026-12-31' },
    });
    expect(refused([], of2026('2026-01-01'), march).code).toBe('date-outside-fiscal-year');
  });
});
