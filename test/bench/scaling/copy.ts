import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '#event-store';

/** Waits until a process reads all that was recorded before; at once where the log is a file of its own. */
export async function untilCaughtUp(store: EventStore): Promise<void> {
  while (store.standing().state !== 'ready') await pause(5);
}
