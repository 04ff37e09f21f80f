import type { Restoration } from '#event-store';
import type { Inspected, StandingLog } from './inspect-logs.ts';
import { logEntries } from './log-entries.ts';
import { passed, type Telling } from './telling.ts';

/**
 * Copies what is not shared yet to the end of another log. When it is stopped, what was written stays, and the next
 * run goes on after it. Tells how many events it has added.
 */
export async function copyLog(
  { name, store, head }: StandingLog,
  { shared, sharedUpTo: after }: Pick<Inspected, 'shared' | 'sharedUpTo'>,
  restoration: Restoration,
  telling: Telling,
): Promise<number> {
  const what = `copying ${name}`;
  const first = restoration.size;
  if (first !== shared) throw new Error(`${name} there has ${first} events, and had ${shared} a moment ago`);
  let added = 0;
  try {
    for await (const { event, commands } of logEntries(store, { after, upTo: head })) {
      await restoration.add(event, commands);
      added += 1;
      passed(telling, what, first + added);
    }
  } catch (error) {
    await keepWhatIsThere(restoration);
    throw error;
  }
  await restoration.finish();
  telling.onStep({ what, done: first + added, complete: true });
  return added;
}

/** The reason why it was stopped is told, not what followed from it. */
async function keepWhatIsThere(restoration: Restoration): Promise<void> {
  try {
    await restoration.finish();
  } catch {
    await restoration.discard().catch(() => undefined);
  }
}
