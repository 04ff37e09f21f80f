/**
 * The demonstration: loads the sample into an embedded store, prints both published reports from it,
 * and serves the ledger. A second run finds the sample loaded and posts nothing.
 * --port, --host and --data as for `npm start`; --no-serve ends after the reports.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './install.mjs';

const CLI = path.join(ROOT, 'dist/apps/cli/src/main.js');
const LEDGER = path.join(ROOT, 'dist/apps/ledger/src/main.js');

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.obligo-demo' },
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '8080' },
    'no-serve': { type: 'boolean', default: false },
  },
});
const { data, host, port } = values;

interface Step {
  readonly title: string;
  readonly args: readonly string[];
}

const report = (quarter: string, knownAt: string) =>
  `report quarterly --fiscal-year 2569 --quarter ${quarter} --known-at ${knownAt}`.split(' ');

const steps: readonly Step[] = [
  { title: 'The budget of fiscal year 2569, as events', args: ['import', 'deploy/samples/etda-fy2569'] },
  { title: 'The report of quarter 1, as published on 30 December 2025', args: report('Q1', '2025-12-30') },
  { title: 'The report of quarter 2, as published on 31 March 2026', args: report('Q2', '2026-03-31') },
];

/** Runs a program in the terminal of the demonstration; answers its exit code. */
function run(file: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [file, ...args], { cwd: ROOT, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Serves the data folder until it is interrupted, and says where as soon as it answers. */
async function serve(): Promise<number> {
  const child = spawn(process.execPath, [LEDGER, '--data', data, '--host', host, '--port', port], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { OBLIGO_LOG_LEVEL: 'warn', ...process.env },
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 0));
  });
  // Ctrl-C reaches the service by itself, a signal to this process alone does not.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  const stillRunning = () => child.exitCode === null && child.signalCode === null;
  if (await answers(`http://${host}:${port}/health/ready`, stillRunning)) console.log(whereTo());
  return ended;
}

async function answers(url: string, stillRunning: () => boolean): Promise<boolean> {
  while (stillRunning()) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

function whereTo(): string {
  const at = `http://${host}:${port}`;
  const quarterly = `${at}/api/v1/reports/quarterly?fiscalYear=2569&quarter=Q1`;
  return `
The ledger is served at ${at}

  Try the API                  ${at}/docs
  Quarter 1 as known then      ${quarterly}&knownAt=2025-12-30&format=csv
  Quarter 1 as known now       ${quarterly}&format=csv

Why do the two differ? In a second terminal:

  npm run -s obligo -- diff --url ${at} --fiscal-year 2569 --quarter Q1 --from 2025-12-30 --to 2026-03-31

Ctrl-C ends the demonstration. Its data stay in ${data}.`;
}

/** Whether nobody else listens there; otherwise the reports would end in a service that cannot start. */
function isFree(): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(Number(port), host, () => probe.close(() => resolve(true)));
  });
}

async function main(): Promise<number> {
  if (!values['no-serve'] && !(await isFree())) {
    console.error(
      `Port ${port} of ${host} is not free. Take another: npm run demo -- --port ${Number(port) + 1}`,
    );
    return 1;
  }
  for (const { title, args } of steps) {
    console.log(`\n${title}\n`);
    const code = await run(CLI, [...args, '--data', data]);
    if (code !== 0) return code;
  }
  return values['no-serve'] ? 0 : serve();
}

process.exitCode = await main();
