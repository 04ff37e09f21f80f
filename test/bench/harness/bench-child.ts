/** A process of its own for one benchmark: its file and its options come as arguments, its figures leave as a message. */
import { pathToFileURL } from 'node:url';
import { type Bench, type BenchOptions, contextOf } from './bench.ts';

const [, , file = '', options = '{}'] = process.argv;
// Nobody waits for its figures any more: it ends, with the processes that it began.
const isAlone = (): never => {
  process.kill(-process.pid, 'SIGKILL');
  process.exit(1);
};
process.once('disconnect', isAlone);
const note = (text: string): void => void process.stderr.write(`${text}\n`);
const { default: bench } = (await import(pathToFileURL(file).href)) as { readonly default: Bench };
note(bench.asks);
const figures = await bench.run(contextOf(JSON.parse(options) as BenchOptions, note));
process.send?.(figures, () => {
  process.off('disconnect', isAlone);
  process.disconnect();
});
