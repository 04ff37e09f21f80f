import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { UuidSet } from './uuid-set.ts';

const counted = (number: number): string =>
  `019b8bd1-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

describe('the identities of the events of a log', () => {
  it.each([
    ['drawn by lot', () => randomUUID()],
    ['that count up', counted],
  ])('%s are known again, however many there are', (_, uuid) => {
    const uuids = Array.from({ length: 20_000 }, (__, at) => uuid(at));
    const set = new UuidSet();
    expect(uuids.filter((one) => set.hadBefore(one))).toEqual([]);
    expect(uuids.every((one) => set.hadBefore(one))).toBe(true);
  });

  it('are told from those that differ in one digit', () => {
    const set = new UuidSet();
    const uuid = counted(7);
    const others = Array.from({ length: uuid.length }, (_, at) => at)
      .filter((at) => uuid[at] !== '-')
      .map((at) => `${uuid.slice(0, at)}${uuid[at] === 'f' ? 'e' : 'f'}${uuid.slice(at + 1)}`);
    expect(set.hadBefore(uuid)).toBe(false);
    expect(others.filter((one) => set.hadBefore(one))).toEqual([]);
    expect(set.hadBefore(uuid)).toBe(true);
  });

  it('may be nothing but zeros', () => {
    const set = new UuidSet();
    const nil = '00000000-0000-0000-0000-000000000000';
    expect([set.hadBefore(nil), set.hadBefore(nil)]).toEqual([false, true]);
  });
});
