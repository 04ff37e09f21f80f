import { readFileSync } from 'node:fs';

/** Ticks of all processors since the machine began: those that worked, those of this process with its ended children. */
export interface Ticks {
  readonly all: number;
  readonly busy: number;
  readonly own: number;
}

/**
 * The ticks until now, from the first line of `/proc/stat` and from `/proc/self/stat` (proc(5)). Nothing where the system
 * does not tell of ended children, who do the work of a benchmark.
 */
export function ticks(): Ticks | undefined {
  try {
    return ticksIn(readFileSync('/proc/stat', 'utf8'), readFileSync('/proc/self/stat', 'utf8'));
  } catch {
    return undefined;
  }
}

export function ticksIn(machine: string, self: string): Ticks {
  // Guests are counted among users already.
  const [, ...times] = (machine.split('\n')[0] ?? '').trim().split(/\s+/).slice(0, 9).map(Number);
  const [, , , idle = 0, waiting = 0] = times;
  const all = times.reduce((sum, time) => sum + time, 0);
  // The name of the program may have blanks and brackets; the numbers begin behind its last one.
  const fields = self.slice(self.lastIndexOf(')') + 2).split(' ');
  const own = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { all, busy: all - idle - waiting, own };
}

/** How much of the processors others took in between, of 100. */
export function othersBetween(from: Ticks, to: Ticks): number {
  const others = to.busy - from.busy - (to.own - from.own);
  return to.all > from.all ? Math.round((100 * Math.max(0, others)) / (to.all - from.all)) : 0;
}
