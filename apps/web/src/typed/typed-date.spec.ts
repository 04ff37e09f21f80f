import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FiscalCalendar, isRefusal, parseTypedDate, THAI_CALENDAR } from '#kernel';
import { echoedDay, typedPartsOf } from './typed-date.ts';

const days = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const THAI_DIGITS = '๐๑๒๓๔๕๖๗๘๙';
const inThai = (text: string) => text.replaceAll(/\d/g, (digit) => THAI_DIGITS[Number(digit)] ?? digit);

describe('a day that is typed', () => {
  it('is echoed in the calendar of its organisation', () => {
    const april: FiscalCalendar = { ...THAI_CALENDAR, startMonth: 4 };
    const ofCe: FiscalCalendar = { ...THAI_CALENDAR, startMonth: 1, era: 'CE' };
    const typed = { day: '15', month: '1', year: '2569' };
    expect(echoedDay(typed, april)).toMatchObject({ quarter: 'Q4', fiscalYear: 2569 });
    expect(echoedDay(typed, ofCe)).toMatchObject({ quarter: 'Q1', fiscalYear: 2026 });
  });

  it('is echoed with its quarter and fiscal year', () => {
    expect(echoedDay({ day: '๓๐', month: 'ธ.ค.', year: '68' }, THAI_CALENDAR)).toEqual({
      date: '2025-12-30',
      quarter: 'Q1',
      fiscalYear: 2569,
    });
    expect(echoedDay({ day: '30', month: 'Sep', year: '2026' }, THAI_CALENDAR)).toMatchObject({
      quarter: 'Q4',
      fiscalYear: 2569,
    });
    expect(echoedDay({ day: '31', month: '2', year: '2569' }, THAI_CALENDAR)).toBeUndefined();
    expect(echoedDay({ day: '', month: '', year: '' }, THAI_CALENDAR)).toBeUndefined();
  });

  it('comes back as the same day, however often it is shown and read again: nothing shifts by 543 twice', () => {
    fc.assert(
      fc.property(days, (day) => {
        const once = echoedDay(typedPartsOf(day), THAI_CALENDAR)?.date ?? '';
        expect(once).toBe(day);
        expect(echoedDay(typedPartsOf(once), THAI_CALENDAR)?.date).toBe(day);
      }),
    );
  });

  it('is the same day in Thai digits, in either era, and in one text', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { day: date, month, year } = typedPartsOf(day);
        expect(
          echoedDay({ day: inThai(date), month: inThai(month), year: inThai(year) }, THAI_CALENDAR)?.date,
        ).toBe(day);
        expect(echoedDay({ day: date, month, year: day.slice(0, 4) }, THAI_CALENDAR)?.date).toBe(day);
        const read = parseTypedDate(`${date}/${month}/${year}`);
        expect(isRefusal(read) ? read.code : read.date).toBe(day);
      }),
    );
  });
});
