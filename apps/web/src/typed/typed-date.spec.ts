import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal, parseTypedDate } from '#kernel';
import { echoedDay, typedPartsOf } from './typed-date.ts';

const days = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const THAI_DIGITS = '๐๑๒๓๔๕๖๗๘๙';
const inThai = (text: string) => text.replaceAll(/\d/g, (digit) => THAI_DIGITS[Number(digit)] ?? digit);

describe('a day that is typed', () => {
  it('is echoed with its quarter and fiscal year', () => {
    expect(echoedDay({ day: '๓๐', month: 'ธ.ค.', year: '68' })).toEqual({
      date: '2025-12-30',
      quarter: 'Q1',
      fiscalYear: 2569,
    });
    expect(echoedDay({ day: '30', month: 'Sep', year: '2026' })).toMatchObject({
      quarter: 'Q4',
      fiscalYear: 2569,
    });
    expect(echoedDay({ day: '31', month: '2', year: '2569' })).toBeUndefined();
    expect(echoedDay({ day: '', month: '', year: '' })).toBeUndefined();
  });

  it('comes back as the same day, however often it is shown and read again: nothing shifts by 543 twice', () => {
    fc.assert(
      fc.property(days, (day) => {
        const once = echoedDay(typedPartsOf(day))?.date ?? '';
        expect(once).toBe(day);
        expect(echoedDay(typedPartsOf(once))?.date).toBe(day);
      }),
    );
  });

  it('is the same day in Thai digits, in either era, and in one text', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { day: date, month, year } = typedPartsOf(day);
        expect(echoedDay({ day: inThai(date), month: inThai(month), year: inThai(year) })?.date).toBe(day);
        expect(echoedDay({ day: date, month, year: day.slice(0, 4) })?.date).toBe(day);
        const read = parseTypedDate(`${date}/${month}/${year}`);
        expect(isRefusal(read) ? read.code : read.date).toBe(day);
      }),
    );
  });
});
