import { writeSync } from 'node:fs';
import { command, posting } from '../../testing/samples.ts';
import { openSqliteEventStore } from './sqlite-event-store.ts';

/**
 * A process of its own that posts commands over two accounts each, from several clerks at once, and writes
 * the key of each one to standard output when, and only when, it was acknowledged. It ends by being killed.
 */
const CLERKS = 32;
const [file = '', round = ''] = process.argv.slice(2);
if (round === '') throw new Error('expected the file and the round as arguments');
const store = openSqliteEventStore({ file });

async function postForever(clerk: number): Promise<never> {
  for (let turn = 0; ; turn += 1) {
    const name = `${round}-${clerk}-${turn}`;
    const expected = turn === 0 ? 'none' : BigInt(turn * 2 - 1);
    await store.appendMany(
      [
        {
          stream: `account-${round}-${clerk}`,
          expected,
          events: [posting(`${name}-0`), posting(`${name}-1`)],
        },
        { stream: `document-${name}`, expected: 'none', events: [posting(`${name}-2`)] },
      ],
      [],
      command(name),
    );
    writeSync(1, `${name}\n`);
  }
}

await Promise.all(Array.from({ length: CLERKS }, (_, clerk) => postForever(clerk)));
