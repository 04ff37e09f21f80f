import { move, storePlace } from '#moving';

/**
 * A process of its own that moves a ledger and is killed as soon as it tells of a step, by itself: whoever listened to it
 * would come too late at times.
 */
const [from = '', to = '', line = ''] = process.argv.slice(2);
await move({
  from: storePlace(from),
  to: storePlace(to),
  everything: false,
  whileInUse: false,
  now: new Date(),
  signal: new AbortController().signal,
  onStep: ({ what, done }) => {
    if (`${what}: ${done}` === line) process.kill(process.pid, 'SIGKILL');
  },
});
