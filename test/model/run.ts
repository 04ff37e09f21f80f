import fc from 'fast-check';
import { parseArgs } from 'node:util';
import { stories } from './asked.ts';
import { compare } from './compare.ts';

/** The same comparison for as long as one likes: `npm run model -- --runs 100000 --seed 42`. */
const { values } = parseArgs({
  options: { seed: { type: 'string' }, runs: { type: 'string', default: '20000' } },
});
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
process.stdout.write(`seed ${seed}, ${values.runs} stories\n`);
const result = fc.check(
  fc.property(stories, (story) => compare(story)),
  { seed, numRuns: Number(values.runs) },
);
if (result.failed) {
  const shown = JSON.stringify(
    result.counterexample,
    (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value),
    2,
  );
  process.stderr.write(
    `they part after ${result.numRuns} stories, path ${result.counterexamplePath ?? ''}\n${shown}\n`,
  );
  const said =
    result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance);
  process.stderr.write(`${said}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`no difference in ${result.numRuns} stories\n`);
}
