import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Instant, localTime } from '#kernel';
import { LocalClock } from './local-clock.ts';

/** Without and with summer time, by whole hours and by less, ahead and behind. */
const ZONES = [
  'Asia/Bangkok',
  'Europe/Berlin',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
];
const HOUR = 3_600_000;

const anyMoment = fc
  .date({ min: new Date('1971-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.getTime());

describe('the clock of an organisation', () => {
  it.each(ZONES)('shows in %s what the rules of the zone say, also on days that change it', (timeZone) => {
    const clock = new LocalClock(timeZone);
    fc.assert(
      fc.property(anyMoment, fc.array(fc.integer({ min: 0, max: 48 }), { maxLength: 20 }), (start, hours) => {
        for (const hour of hours) {
          const instant = new Date(start + hour * HOUR).toISOString() as Instant;
          expect(clock.at(instant)).toBe(localTime(instant, timeZone));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('shows both sides of a change to summer time', () => {
    const clock = new LocalClock('Europe/Berlin');
    expect(clock.at('2026-03-29T00:59:59.999Z' as Instant)).toBe('2026-03-29T01:59:59+01:00');
    expect(clock.at('2026-03-29T01:00:00.000Z' as Instant)).toBe('2026-03-29T03:00:00+02:00');
  });
});
