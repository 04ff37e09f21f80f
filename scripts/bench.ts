/** Runs the benchmarks of test/bench one after another, or those that are named. */
import { runBenches } from '../test/bench/harness/run-benches.ts';

try {
  process.exitCode = await runBenches(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
