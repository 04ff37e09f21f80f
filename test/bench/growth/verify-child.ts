/** A process of its own that verifies one history from the beginning, and says what that took. */
import { verifyFolder } from '#verification';
import { peakKibibytes } from '../support/peak-memory.ts';
import type { Grown } from './grow.ts';

const [, , folder = ''] = process.argv;
const [started, used] = [performance.now(), process.cpuUsage()];
// Bytes, links, and every decision taken again.
const { events } = await verifyFolder(folder, {
  onFinding: ({ message }) => {
    throw new Error(message);
  },
});
const { user, system } = process.cpuUsage(used);
const grown: Grown = {
  events,
  microsecondsAnEvent: ((performance.now() - started) * 1000) / events,
  processorMicrosecondsAnEvent: (user + system) / events,
  peakMegabytes: peakKibibytes() / 1024,
};
process.send?.(grown, () => process.disconnect());
