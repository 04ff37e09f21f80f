import type { LogName, Position } from '#event-store';
import type { FoundSeals } from './found-seals.ts';
import type { StandingLog } from './inspect-logs.ts';
import { CALLED, type OpenedLogs } from './opened-logs.ts';

export type Both<T> = Readonly<Record<LogName, T>>;

/** Makes something of each of the two logs, one after the other. */
export async function ofBoth<T>(make: (log: LogName) => Promise<T>): Promise<Both<T>> {
  return { ledger: await make('ledger'), access: await make('access') };
}

/** Both logs as they stand now, with what was sealed of them. */
export function standingLogs(
  logs: OpenedLogs,
  { heads }: Pick<FoundSeals, 'heads'>,
): Promise<Both<StandingLog>> {
  return ofBoth(async (log) => ({
    name: CALLED[log],
    store: logs[log],
    head: await logs[log].head(),
    heads: heads[log],
  }));
}

/** Whether nothing was added meanwhile. */
export async function standStill(logs: Both<StandingLog>): Promise<boolean> {
  const now = await ofBoth((log): Promise<Position | undefined> => logs[log].store.head());
  return now.ledger === logs.ledger.head && now.access === logs.access.head;
}
