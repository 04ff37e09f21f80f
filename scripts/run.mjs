/**
 * The one entry of the npm scripts. It needs nothing but some Node: it installs what is missing,
 * goes on under the pinned Node, and runs the task. Only the last step may use packages or TypeScript.
 */
import { spawn } from 'node:child_process';
import nodeModule from 'node:module';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, buildIfStale } from './build.mjs';
import { installIfMissing, PINNED_NODE, ROOT } from './install.mjs';

const LOWEST_NODE = 24;

const tasks = {
  prepare: () => buildIfStale(),
  build: () => build(),
  start: async (args) => {
    await buildIfStale();
    await runApp('dist/apps/ledger/src/main.js', args);
  },
  obligo: async (args) => {
    await buildIfStale();
    await runApp('dist/apps/cli/src/main.js', args);
  },
  projector: async (args) => {
    await buildIfStale();
    await runApp('dist/apps/projector/src/main.js', args);
  },
  demo: async (args) => {
    await buildIfStale();
    await runApp('scripts/demo.ts', args);
  },
  test: (args) => runApp('scripts/test.ts', args),
  bench: async (args) => {
    await buildIfStale();
    await runApp('scripts/bench.ts', args);
  },
  history: async (args) => {
    await buildIfStale();
    await runApp('test/bench/history/write.ts', args);
  },
  screenshots: async (args) => {
    await buildIfStale();
    await runApp('scripts/screenshots.ts', args);
  },
  audit: (args) => runApp('scripts/audit.ts', args),
  model: async (args) => {
    await buildIfStale();
    await runApp('test/model/run.ts', args);
  },
};

/** Runs a program in this process, as if Node had been started with it. */
async function runApp(file, args) {
  const entry = path.join(ROOT, file);
  process.argv = [process.execPath, entry, ...args];
  nodeModule.enableCompileCache(path.join(ROOT, 'node_modules/.cache/compile'));
  await import(pathToFileURL(entry).href);
}

/** The same command under the pinned Node; its exit code and its signals are passed on. */
function goOnUnderPinnedNode() {
  const child = spawn(PINNED_NODE, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`The pinned Node does not start: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

const [task, ...args] = process.argv.slice(2);
try {
  if (!Object.hasOwn(tasks, task ?? '')) {
    throw new Error(`"${task ?? ''}" is no task: expected one of ${Object.keys(tasks).join(', ')}.`);
  }
  await installIfMissing();
  if (Number.parseInt(process.versions.node, 10) < LOWEST_NODE) goOnUnderPinnedNode();
  else await tasks[task](args);
} catch (error) {
  fail(error.message);
  // Whoever reads the totals must not take silence for success.
  if (task === 'test') process.stdout.write('0 passed, 1 failed, 0 skipped\n');
}
