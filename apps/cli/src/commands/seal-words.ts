import type { SealStatus, StoredCheckpoint } from '#sealing';
import type { Io } from '../io.ts';

const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** What a checkpoint seals, in a few words. */
export const sealedWords = ({ size, accessSize, time }: Omit<StoredCheckpoint, 'note' | 'number'>): string =>
  `${plural(size, 'event')} and ${plural(accessSize, 'event')} of the access log, at ${time}`;

/** How the sealing stands, a line for each fact. */
export function saySeals(io: Io, { standing, latest, tail, problem, publication }: SealStatus): void {
  io.out(`seals ${standing}: ${latest ? sealedWords(latest) : 'no checkpoint yet'}\n`);
  const waiting = tail.events + tail.accessEvents;
  if (waiting > 0)
    io.out(`  tail: ${plural(waiting, 'event')}, unsealed for ${plural(tail.seconds, 'second')}\n`);
  if (problem) io.out(`  problem: ${problem.message} (${problem.code})\n`);
  for (const { kind, path, lag, problem: fault } of publication) {
    const what = kind === 'time-stamps' ? 'time-stamped by' : 'published in';
    const state = lag === 0 ? 'up to date' : `${plural(lag, 'checkpoint')} behind`;
    io.out(`  ${what} ${path}: ${state}${fault === null ? '' : `; ${fault}`}\n`);
  }
}
