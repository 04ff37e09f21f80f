import type { MoveStep } from '#moving';
import type { Io } from '../io.ts';
import { progressOn } from './verify-progress.ts';

/** Where there is no terminal, a long step says now and then that it goes on. */
const BETWEEN_MS = 10_000;

export interface MoveProgress {
  show(step: MoveStep): void;
  clear(): void;
}

/** One line that changes on a terminal; else a line for each step, and one every few seconds of a long one. */
export function moveProgress(io: Io): MoveProgress {
  const line = progressOn(io);
  let last = io.now();
  const say = ({ what, done }: MoveStep, end: string): void => {
    last = io.now();
    io.err(`${what}: ${done.toLocaleString('en')} events${end}\n`);
  };
  return {
    show(step) {
      if (io.terminal) line.show(step);
      else if (step.complete) say(step, '');
      else if (io.now() - last >= BETWEEN_MS) say(step, ' …');
    },
    clear: () => line.clear(),
  };
}
