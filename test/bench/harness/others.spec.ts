import { describe, expect, it } from '@jest/globals';
import { othersBetween, ticksIn } from './others.ts';

const machine = (user: number, idle: number): string =>
  `cpu  ${user} 10 20 ${idle} 30 0 5 5 7 0\ncpu0 1 2 3 4 5 6 7 8 9 0\n`;
const self = (own: number): string =>
  `77 (a (name) of) blanks) S 1 77 77 0 -1 4194304 100 0 0 0 ${own} 3 40 2 20 0 12 0`;

describe('what others took of the processors while a benchmark ran', () => {
  it('is what was busy beside the benchmark and its ended children', () => {
    const [from, to] = [ticksIn(machine(100, 1000), self(50)), ticksIn(machine(400, 1700), self(250))];
    expect(from).toEqual({ all: 1170, busy: 140, own: 95 });
    expect(othersBetween(from, to)).toBe(10);
  });

  it('is nothing where the ticks of both were counted a little apart', () => {
    expect(othersBetween(ticksIn(machine(100, 1000), self(50)), ticksIn(machine(100, 1100), self(51)))).toBe(
      0,
    );
  });
});
