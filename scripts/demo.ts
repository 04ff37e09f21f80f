/**
 * The demonstration: loads the sample into an embedded store, opens an account for each role, prints both published
 * reports, and serves the ledger to this machine alone. A second run finds all of it and posts nothing.
 * --port, --host and --data as for `npm start`; --no-serve ends after the reports.
 */
import { spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isLoopback } from '../apps/ledger/src/edges/listening.ts';
import { type DemoUser, hasDemoUsers, withDemoUsers } from './demo/demo-users.ts';
import { usersTable, whereTo } from './demo/told.ts';
import { ROOT } from './install.mjs';

const CLI = path.join(ROOT, 'dist/apps/cli/src/main.js');
const LEDGER = path.join(ROOT, 'dist/apps/ledger/src/main.js');
const LAST_PORT = 65_535;

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.obligo-demo' },
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '8080' },
    'no-serve': { type: 'boolean', default: false },
  },
});
const { data, host } = values;

interface Step {
  readonly title: string;
  readonly args: readonly string[];
}

const load: Step = {
  title: 'The budget of fiscal year 2569, as events',
  args: ['import', 'deploy/samples/etda-fy2569'],
};

const report = (quarter: string, knownAt: string) =>
  `report quarterly --fiscal-year 2569 --quarter ${quarter} --known-at ${knownAt}`.split(' ');

const reports: readonly Step[] = [
  { title: 'The report of quarter 1, as published on 30 December 2025', args: report('Q1', '2025-12-30') },
  { title: 'The report of quarter 2, as published on 31 March 2026', args: report('Q2', '2026-03-31') },
];

/** Runs one step on the folder, in the terminal of the demonstration; answers its exit code. */
function run({ title, args }: Step, tokenFile?: string): Promise<number> {
  console.log(`\n${title}\n`);
  // What a terminal is set to for another ledger does not count here.
  const { OBLIGO_URL: _url, OBLIGO_TOKEN_FILE: _file, ...env } = process.env;
  const child = spawn(process.execPath, [CLI, ...args, '--data', path.resolve(data)], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...env, ...(tokenFile === undefined ? {} : { OBLIGO_TOKEN_FILE: path.resolve(tokenFile) }) },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** History first, as when a ledger is begun; once there are accounts, a maker loads it, and finds it loaded. */
async function loadSample(): Promise<{ readonly code: number; readonly users: readonly DemoUser[] }> {
  if (hasDemoUsers(data)) {
    const users = await withDemoUsers(data);
    const maker = users.find(({ role }) => role === 'maker');
    return { code: await run(load, maker?.tokenFile), users };
  }
  const code = await run(load);
  return { code, users: code === 0 ? await withDemoUsers(data) : [] };
}

/** Serves the data folder until it is interrupted, and says where as soon as it answers. */
async function serve(users: readonly DemoUser[], port: number): Promise<number> {
  const at = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const child = spawn(
    process.execPath,
    [LEDGER, '--data', path.resolve(data), '--host', host, '--port', String(port)],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { OBLIGO_LOG_LEVEL: 'warn', ...process.env },
    },
  );
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 0));
  });
  // Ctrl-C reaches the service by itself, a signal to this process alone does not.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  const stillRunning = () => child.exitCode === null && child.signalCode === null;
  if (await answers(`${at}/health/ready`, stillRunning)) console.log(whereTo(at, data, users));
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

/**
 * The port to serve on: one that is free, where 0 is asked for. Nothing where somebody else listens there; the reports would end
 * in a service that cannot start.
 */
function freePort(asked: number): Promise<number | undefined> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(undefined));
    probe.listen(asked, host, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function main(): Promise<number> {
  if (!isLoopback(host)) {
    console.error(
      `The demonstration is for this machine alone, since its passwords lie in ${data}: expected --host 127.0.0.1, not ${host}.`,
    );
    return 2;
  }
  const asked = Number(values.port);
  if (!/^\d+$/.test(values.port) || asked > LAST_PORT) {
    console.error(`--port ${values.port}: expected a number up to ${LAST_PORT}, or 0 for one that is free.`);
    return 2;
  }
  const port = values['no-serve'] ? asked : await freePort(asked);
  if (port === undefined) {
    console.error(`Port ${asked} of ${host} is not free. Take another: npm run demo -- --port 0`);
    return 1;
  }
  const { code, users } = await loadSample();
  if (code !== 0) return code;
  for (const step of reports) {
    const failed = await run(step);
    if (failed !== 0) return failed;
  }
  if (!values['no-serve']) return serve(users, port);
  console.log(`\n${usersTable(users)}`);
  return 0;
}

process.exitCode = await main();
