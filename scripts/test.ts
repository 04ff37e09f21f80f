/**
 * Everything that must hold, in one command: build, static checks and all suites, at most two processes
 * at a time. What passes costs one line; what fails shows its output. The last line is the totals.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from './build.mjs';
import { ROOT } from './install.mjs';
import { readSuites } from './test/suites.ts';
import { addTotals, inTurns, type Result, run, type Task, type Totals } from './test/tasks.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'obligo-test-'));
const bin = (name: string) => path.join('node_modules', name);

/** A static check is one test: it holds or it does not. */
function check(name: string, file: string, args: readonly string[]): Task {
  return { name, command: [bin(file), ...args], minutes: 5, count: ({ code }) => one(code === 0) };
}

function suites(name: string, roots: readonly string[]): Task {
  const report = path.join(scratch, `${name}.json`);
  const jest = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    bin('jest/bin/jest.js'),
  ];
  const args = ['--maxWorkers=1', '--silent', '--json', `--outputFile=${report}`];
  return {
    name,
    command: [...jest, ...args, ...roots.map((root) => `--roots=<rootDir>/${root}`)],
    minutes: 20,
    count: (result) => readSuites(report, result),
  };
}

const source = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
const cache = 'node_modules/.cache';

// The long ones first, so that the short ones fill the gaps.
const tasks: readonly Task[] = [
  suites('suites of the libraries and applications', ['apps', 'libs']),
  suites('suites across libraries', ['test']),
  check('lint', 'eslint/bin/eslint.js', ['.', '--max-warnings=0']),
  check('imports', 'dependency-cruiser/bin/dependency-cruiser.mjs', [
    '-c',
    '.dependency-cruiser.mjs',
    'apps',
    'libs',
    'scripts',
    'test',
  ]),
  check('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  check('types', 'typescript/bin/tsc', ['--noEmit', '--tsBuildInfoFile', `${cache}/types.tsbuildinfo`]),
  check('unused code', 'knip/bin/knip.js', ['--no-progress']),
  ...(existsSync(path.join(ROOT, 'docs/openapi.json'))
    ? [check('API description', '@redocly/cli/bin/cli.js', ['lint', 'docs/openapi.json'])]
    : []),
  {
    name: 'docs in step',
    command: [...source, 'scripts/docs.ts', '--check'],
    minutes: 5,
    count: ({ code }) => one(code === 0),
  },
];

function one(passed: boolean): Totals {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

async function buildFirst(): Promise<Result> {
  const started = performance.now();
  const failure = await build().then(
    () => '',
    (error: unknown) => String(error),
  );
  return { name: 'build', totals: one(failure === ''), output: failure, ms: performance.now() - started };
}

function report({ name, totals, output, ms }: Result): void {
  const seconds = (ms / 1000).toFixed(1);
  const { passed, failed, skipped } = totals;
  const counts =
    passed + failed + skipped > 1 ? ` (${passed} passed, ${failed} failed, ${skipped} skipped)` : '';
  console.log(`${failed === 0 ? 'ok    ' : 'FAILED'}  ${name}${counts}, ${seconds} s`);
  // Of the suites only what went wrong is told: a long log may be cut.
  const told = output.replace(/^PASS .*\n/gm, '');
  if (failed > 0) console.log(told.replace(/^/gm, '        '));
}

async function main(): Promise<void> {
  if (process.argv.length > 2) {
    throw new Error('npm test takes no arguments. One suite alone: npm run -s jest -- libs/kernel');
  }
  const built = await buildFirst();
  report(built);
  const results = [
    built,
    ...(await inTurns(tasks, 2, async (task) => {
      const result = await run(task, ROOT);
      report(result);
      return result;
    })),
  ];
  const totals = results.map((result) => result.totals).reduce(addTotals);
  console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  process.exitCode = totals.failed === 0 ? 0 : 1;
}

try {
  await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
