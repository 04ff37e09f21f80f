import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { createMemoryEventStore, type NewEvent, openSqliteEventStore } from '#event-store';
import { eventIdOf, type Instant, newId } from '#kernel';
import { follow } from './follow.ts';
import { KeyFolder } from './key-folder.ts';
import { CheckpointFile } from './publication/checkpoint-file.ts';
import { Sealer } from './sealer.ts';
import { SealsFile } from './seals-file.ts';

/**
 * A process of its own that posts, seals every few events and publishes, and writes the number of each checkpoint to
 * standard output. It ends by being killed.
 */
const [dir = '', round = ''] = process.argv.slice(2);
if (round === '') throw new Error('expected the folder and the round as arguments');
const ledger = openSqliteEventStore({ file: join(dir, 'ledger.sqlite') });
const logs = { ledger, access: createMemoryEventStore() };
const seals = SealsFile.open({ file: join(dir, 'seals.sqlite') });
const sealer = new Sealer({
  seals,
  logs,
  keys: KeyFolder.beside(join(dir, 'data')),
  clock: () => new Date().toISOString() as Instant,
  every: { events: 7, seconds: 1 },
  targets: [new CheckpointFile(join(dir, 'published.txt'))],
});
void follow(sealer, { logs: [ledger], signal: new AbortController().signal });

function event(): NewEvent {
  const commandId = newId(new Date().toISOString() as Instant);
  return {
    id: eventIdOf(commandId, 0),
    type: 'DisbursementMade',
    schemaVersion: 1,
    data: { amount: '1.25' },
    metadata: {
      actor: 'officer',
      commandId,
      correlationId: commandId,
      causationId: commandId,
      effectiveOn: '2025-12-30',
    },
  };
}

let told = 0;
for (let turn = 0; ; turn += 1) {
  const stream = `account-${round}-${turn}`;
  await ledger.append({ stream, expected: 'none', events: [event(), event(), event()] });
  const { number = 0 } = seals.latest() ?? {};
  if (number > told) writeSync(1, `${number}\n`);
  told = number;
}
