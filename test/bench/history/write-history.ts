import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { openSqliteEventStore } from '#event-store';
import { History } from './history.ts';
import { type HistoryOptions, type Shape, shapeOf } from './shape.ts';
import { Writer } from './writer.ts';

/** Events after which the states in memory are forgotten: of closed years nobody asks again. */
const FORGET_AFTER = 200_000;

export interface Writing {
  /** Hears how many events there are, after each day. */
  readonly progress?: (events: number) => void;
  /** Events after which the states in memory are forgotten; changes nothing of what is written. */
  readonly forgetAfter?: number;
}

export interface Written {
  readonly shape: Shape;
  readonly events: number;
}

/**
 * Makes a data folder with a history of public spending, decided by the ledger's own rules and written by its own recorder.
 * Refuses a folder that holds anything: a ledger would be mixed with what nobody posted. Throws when a step is refused: the
 * plan was wrong then.
 */
export async function writeHistory(
  folder: string,
  options: HistoryOptions,
  { progress, forgetAfter = FORGET_AFTER }: Writing = {},
): Promise<Written> {
  const shape = shapeOf(options);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty: expected a new folder.`);
  const file = path.join(folder, 'ledger.sqlite');
  const writer = new Writer(file, forgetAfter);
  try {
    const history = new History(shape);
    for (const { day, steps } of history.days(() => writer.recorder)) {
      await writer.write(day, steps);
      progress?.(writer.events);
    }
  } finally {
    await writer.close();
  }
  const accessLog = path.join(folder, 'access-log.sqlite');
  await openSqliteEventStore({ file: accessLog }).close();
  for (const each of [file, accessLog]) chmodSync(each, 0o600);
  return { shape, events: writer.events };
}
