/**
 * Everything that must hold, in one command: build, static checks and all suites, at most two processes
 * at a time. What passes costs one line; what fails shows its output. The last line is the totals.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import packageFile from '../package.json' with { type: 'json' };
import { build } from './build.mjs';
import { ROOT } from './install.mjs';
import { findChromium } from '../apps/ledger/src/publishing/chromium.ts';
import { bringPrograms } from './test/programs.ts';
import { leftOut, readSuites } from './test/suites.ts';
import { addTotals, inTurns, type Result, run, type Task, type Totals } from './test/tasks.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'obligo-test-'));
const bin = (name: string) => path.join('node_modules', name);

/** A static check is one test: it holds or it does not. */
function check(name: string, file: string, args: readonly string[]): Task {
  return { name, command: [bin(file), ...args], minutes: 10, count: ({ code }) => one(code === 0) };
}

/** What is generated is as it would be generated now. */
function generated(name: string, script: string): Task {
  const source = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
  return { name, command: [...source, script, '--check'], minutes: 10, count: ({ code }) => one(code === 0) };
}

/**
 * As `npm run jest` calls it. Threads that strip types run WebAssembly, and V8 may end a process in which several of them
 * optimise its calls of JavaScript (Check failed: jit_page.has_value() in TierUpWasmToJSWrapper; nodejs/node#64500): by the
 * budget it optimises none.
 */
const [, ...jest] = packageFile.scripts.jest.split(' ');

function suites(name: string, roots: readonly string[], more: readonly string[] = []): Task {
  const report = path.join(scratch, `${name}.json`);
  const args = ['--maxWorkers=1', '--silent', '--json', `--outputFile=${report}`];
  return {
    name,
    command: [...jest, ...args, ...more, ...roots.map((root) => `--roots=<rootDir>/${root}`)],
    minutes: 30,
    count: (result) => readSuites(report, result),
    leftOut: () => leftOut(report),
  };
}

const cache = 'node_modules/.cache';

/** What spans libraries, but for the suites that need a browser. */
const acrossLibraries = readdirSync(path.join(ROOT, 'test'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'browser')
  .map(({ name }) => `test/${name}`);

// The long ones first, so that the short ones fill the gaps.
const tasks: readonly Task[] = [
  suites('suites across libraries', acrossLibraries),
  suites('suites of the libraries', ['libs']),
  suites('suites of the service and the pages', ['apps/ledger', 'apps/web']),
  suites('suites of the command line and the projector', ['apps/cli', 'apps/projector']),
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
  check('types of the pages', 'typescript/bin/tsc', ['-p', 'apps/web']),
  check('types of what looks at them', 'typescript/bin/tsc', ['-p', 'test/browser']),
  check('unused code', 'knip/bin/knip.js', ['--no-progress']),
  ...(existsSync(path.join(ROOT, 'docs/openapi.json'))
    ? [check('API description', '@redocly/cli/bin/cli.js', ['lint', 'docs/openapi.json'])]
    : []),
  generated('docs in step', 'scripts/docs.ts'),
  generated('API client in step', 'scripts/api-client.ts'),
  generated('forms in step', 'scripts/form-catalogue.ts'),
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

/** Suites that look at every page, each in many ways. */
const EVERY_PAGE = '(?:accessibility|crawl|layout)\\.spec';

/** The suites in a browser; where there is none they are counted as left out, by name. */
function browserSuites(): readonly Task[] | Result {
  if (findChromium(process.env['OBLIGO_CHROMIUM']) !== undefined) {
    const suite = (name: string, more: string): Task => ({
      ...suites(name, ['test/browser'], [more]),
      env: { OBLIGO_TEST_SAMPLE: path.join(scratch, `sample of ${name}`) },
    });
    return [
      suite('every page in the browser', `--testPathPatterns=${EVERY_PAGE}`),
      suite('tasks in the browser', `--testPathIgnorePatterns=${EVERY_PAGE}`),
    ];
  }
  const left = readdirSync(path.join(ROOT, 'test/browser')).filter((file) => file.endsWith('.spec.ts'));
  console.log(`left out  ${left.join(', ')}: no Chromium; install one, or name it in OBLIGO_CHROMIUM`);
  const totals = { passed: 0, failed: 0, skipped: left.length };
  return { name: 'suites in the browser', totals, output: '', ms: 0 };
}

function report({ name, totals, output, ms, leftOut = new Map() }: Result): void {
  const seconds = (ms / 1000).toFixed(1);
  const { passed, failed, skipped } = totals;
  const counts =
    passed + failed + skipped > 1 ? ` (${passed} passed, ${failed} failed, ${skipped} skipped)` : '';
  console.log(`${failed === 0 ? 'ok    ' : 'FAILED'}  ${name}${counts}, ${seconds} s`);
  for (const [topic, tests] of leftOut) console.log(`left out  ${topic} (${tests})`);
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
  bringPrograms();
  const browser = browserSuites();
  const results = [
    built,
    ...('totals' in browser ? [browser] : []),
    ...(await inTurns('totals' in browser ? tasks : [...browser, ...tasks], 2, async (task) => {
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
