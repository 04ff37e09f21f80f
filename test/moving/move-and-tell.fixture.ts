import { writeSync } from 'node:fs';
import { move, storePlace } from '#moving';

/**
 * A process of its own that moves a ledger and writes each step to standard output at once, so that it can be killed at
 * any of them.
 */
const [from = '', to = ''] = process.argv.slice(2);
await move({
  from: storePlace(from),
  to: storePlace(to),
  everything: false,
  whileInUse: false,
  now: new Date(),
  signal: new AbortController().signal,
  onStep: ({ what, done }) => writeSync(1, `${what}: ${done}\n`),
});
