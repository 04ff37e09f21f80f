import { writeSync } from 'node:fs';
import { command, posting } from '../../../testing/samples.ts';
import { openSqliteEventStore } from '../sqlite-event-store.ts';

/**
 * A process of its own that makes long appends, one after the other, and writes the name of each one to standard output
 * when, and only when, it was acknowledged. It ends by being killed.
 */
const EVENTS = 200;
const [file = '', round = ''] = process.argv.slice(2);
if (round === '') throw new Error('expected the file and the round as arguments');
const store = openSqliteEventStore({ file });
const note = 'x'.repeat(2_000);

for (let turn = 0; ; turn += 1) {
  const name = `${round}-${turn}`;
  const growing = store.grow();
  for (let index = 0; index < EVENTS; index += 1) {
    const document = `${name}-${index}`;
    const expected = index === 0 ? 'none' : BigInt(index - 1);
    growing.add({
      stream: `account-${name}`,
      expected,
      events: [posting(document, { data: { document, note } })],
    });
  }
  await growing.append([], command(name));
  writeSync(1, `${name}\n`);
}
