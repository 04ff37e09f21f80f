import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from './refusal.ts';
import { parseTypedDate, parseTypedDateParts } from './typed-date.ts';

const read = (text: string) => {
  const result = parseTypedDate(text);
  return isRefusal(result) ? result.code : result.date;
};

describe('a date as it stands on paper', () => {
  it.each([
    '30 ธ.ค. 2568',
    '30 ธันวาคม 2568',
    '30 ธันวาคม พ.ศ. 2568',
    '30 ธันวาคม พ.ศ.2568',
    'วันที่ 30 ธันวาคม 2568',
    '๓๐ ธ.ค. ๒๕๖๘',
    '๓๐/๑๒/๖๘',
    '30/12/2568',
    '30-12-68',
    '30.12.2568',
    '30ธค68',
    '30 ธ.ค.68',
    '30 Dec 2025',
    '30 December 2025',
    '30-Dec-2025',
    '30 ธ.ค. ค.ศ. 2025',
    '30/12/2025',
    '2025-12-30',
    '2568-12-30',
    '2025/12/30',
    '2025-12-30 00:00:00',
    '2025-12-30T00:00:00.000Z',
    '\u200b30\u00a0ธ.ค.\u00a02568 ',
  ])('%s is 30 December 2025', (text) => {
    expect(read(text)).toBe('2025-12-30');
  });

  it('says in which era the year was typed', () => {
    expect(parseTypedDate('30/12/68')).toEqual({ date: '2025-12-30', era: 'BE' });
    expect(parseTypedDate('30/12/2025')).toEqual({ date: '2025-12-30', era: 'CE' });
  });

  it.each([
    ['', 'typed-date-missing'],
    ['30 ธ.ค.', 'typed-date-malformed'],
    ['30 ธัน 2568', 'typed-date-malformed'],
    ['12/30/2568', 'typed-date-not-in-calendar'],
    ['29 ก.พ. 2568', 'typed-date-not-in-calendar'],
    ['0/1/2568', 'typed-date-not-in-calendar'],
    ['31/6/2569', 'typed-date-not-in-calendar'],
    ['30/12/2300', 'typed-date-year-unclear'],
    ['30/12/1899', 'typed-date-year-unclear'],
    ['30/12/568', 'typed-date-year-unclear'],
    ['30/12/8', 'typed-date-year-unclear'],
    ['30 ธ.ค. พ.ศ. 2025', 'typed-date-year-unclear'],
    ['30 ธ.ค. ค.ศ. 2568', 'typed-date-year-unclear'],
    ['45000', 'typed-date-malformed'],
    ['=TODAY()', 'typed-date-malformed'],
    ['2025-12-30 16:30', 'typed-date-malformed'],
  ])('%p is refused as %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it('has a 29 February in leap years only', () => {
    expect(read('29 ก.พ. 2571')).toBe('2028-02-29');
    expect(read('29/2/2643')).toBe('typed-date-not-in-calendar');
  });

  it('is the same in three fields', () => {
    const parts = { day: '๓๐', month: 'มี.ค.', year: '๖๙' };
    expect(parseTypedDateParts(parts)).toEqual({ date: '2026-03-30', era: 'BE' });
    expect(parseTypedDateParts({ ...parts, month: ' MAR ' })).toMatchObject({ date: '2026-03-30' });
    expect(parseTypedDateParts({ ...parts, year: '' })).toMatchObject({ code: 'typed-date-year-unclear' });
    expect(parseTypedDateParts({ ...parts, day: 'x' })).toMatchObject({ details: { part: 'day' } });
    expect(parseTypedDateParts({ day: '', month: '', year: ' ' })).toMatchObject({
      code: 'typed-date-missing',
    });
  });

  it('never shifts by 543 years twice: every way to write a day gives that day', () => {
    const day = fc.date({ min: new Date('1958-01-01'), max: new Date('2056-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (moment) => {
        const iso = moment.toISOString().slice(0, 10);
        const [year = '', month = '', dayOf = ''] = iso.split('-');
        const buddhist = String(Number(year) + 543);
        const ways = [
          iso,
          `${buddhist}-${month}-${dayOf}`,
          `${dayOf}/${month}/${year}`,
          `${dayOf}/${month}/${buddhist}`,
          `${dayOf} ${month} ${buddhist.slice(2)}`,
        ];
        for (const way of ways) expect(read(way)).toBe(iso);
      }),
    );
  });
});
