import { rebuild, verify } from '../growth/grow.ts';
import type { BenchContext } from '../harness/bench.ts';
import { keptHistory } from '../service/kept-history.ts';
import type { MachineRates } from './demand.ts';

/**
 * What this machine does with a history of public spending when it begins with nothing. By processor time: at night, when
 * logs are rebuilt and verified, nothing else is at work.
 */
export async function machineRates(context: BenchContext): Promise<Omit<MachineRates, 'appends'>> {
  const history = await keptHistory(context, context.number('history', 20_000, 150));
  const rebuilt = await rebuild(history);
  const verified = await verify(history);
  return {
    folded: 1e6 / rebuilt.processorMicrosecondsAnEvent,
    verified: 1e6 / verified.processorMicrosecondsAnEvent,
    modelBytes: rebuilt.bytesAnEvent,
  };
}
