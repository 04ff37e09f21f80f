/**
 * A verified copy of a data folder, while the service goes on:
 *
 *   node deploy/backup/backup.mjs --data /var/lib/obligo --to /var/backups/obligo --keep 14
 *
 * Each copy is a folder named by the moment at which it began. It has that name only when it is whole, on the disk, and
 * `obligo verify` found nothing in it; one with findings ends in `.findings`, and nothing older is removed then.
 * Keys are not in it: who has a copy cannot sign, and opens no second factor. Back them up in another place.
 *
 * Exit codes: 0 done · 1 failed · 2 wrong use · 6 the copy is not sound.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, cp, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';

/** The seals first, since they must not tell of events that the log lacks; then what the log is older than. */
const DATABASES = [
  'seals.sqlite',
  'ledger.sqlite',
  'access-log.sqlite',
  'identities.sqlite',
  'readings.sqlite',
  'desk.sqlite',
];
const NEEDED = ['ledger.sqlite', 'access-log.sqlite'];
const BESIDE = ['published', 'verifications.jsonl'];
const NAME = /^\d{8}T\d{9}Z$/;
/** More pages than a database can have: SQLite reads them all in one transaction. */
const MOST_PAGES = 2 ** 31 - 1;
const FINDINGS = 6;
const COMMAND_LINE = path.resolve(import.meta.dirname, '../../dist/apps/cli/src/main.js');

class WrongUse extends Error {}

function asked() {
  const options = {
    data: { type: 'string' },
    to: { type: 'string' },
    keep: { type: 'string', default: '14' },
  };
  let values;
  try {
    ({ values } = parseArgs({ options }));
  } catch (error) {
    throw new WrongUse(error.message);
  }
  const { data = process.env.OBLIGO_DATA, to } = values;
  const keep = Number(values.keep);
  if (data === undefined || to === undefined) throw new WrongUse('expected --data FOLDER and --to FOLDER');
  if (!Number.isInteger(keep) || keep < 1)
    throw new WrongUse(`--keep ${values.keep}: expected a whole number from 1 on`);
  for (const name of NEEDED)
    if (!existsSync(path.join(data, name)))
      throw new WrongUse(`${data} is no data folder: it has no ${name}`);
  const inside = path.relative(path.resolve(data), path.resolve(to));
  if (!inside.startsWith('..')) throw new WrongUse(`${to} is in the data folder: expected another place`);
  return { data, to, keep };
}

/** One database as of one moment: everything is read in one step, so that postings cannot make it begin again. */
async function copyDatabase(from, to) {
  const source = new DatabaseSync(from, { readOnly: true });
  try {
    await backup(source, to, { rate: MOST_PAGES });
  } finally {
    source.close();
  }
  await chmod(to, 0o600);
}

async function copyAll(data, folder) {
  for (const name of DATABASES) {
    const from = path.join(data, name);
    if (existsSync(from)) await copyDatabase(from, path.join(folder, name));
  }
  for (const name of BESIDE) {
    const from = path.join(data, name);
    if (existsSync(from))
      await cp(from, path.join(folder, name), { recursive: true, preserveTimestamps: true });
  }
}

/** The exit code of `obligo verify`, and its summary. */
function verify(folder) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', COMMAND_LINE, 'verify', folder, '--json'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, lines: said.trimEnd().split('\n') }));
  });
}

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

async function digestOf(file) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

/** On the disk, not in memory alone. */
async function sync(file) {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function manifestOf(folder, verified) {
  const files = {};
  for (const name of await filesIn(folder)) {
    const file = path.join(folder, name);
    await sync(file);
    files[name] = await digestOf(file);
  }
  return { schema: 'obligo.backup/1', at: new Date().toISOString(), verified: JSON.parse(verified), files };
}

/** Removes the oldest sound copies beyond those that are kept; what did not end well is left to people. */
async function removeOld(to, keep) {
  const sound = (await readdir(to)).filter((name) => NAME.test(name)).sort();
  const old = sound.slice(0, Math.max(0, sound.length - keep));
  for (const name of old) await rm(path.join(to, name), { recursive: true });
  return old;
}

async function main() {
  const { data, to, keep } = asked();
  const name = new Date().toISOString().replace(/[-:.]/g, '');
  const whole = path.join(to, name);
  const partial = `${whole}.partial`;
  await mkdir(to, { recursive: true, mode: 0o700 });
  await mkdir(partial, { mode: 0o700 });
  try {
    await copyAll(data, partial);
    const { code, lines } = await verify(partial);
    if (code === FINDINGS) return await keepFindings(partial, `${whole}.findings`, lines);
    if (code !== 0) throw new Error(`the copy could not be verified: obligo verify ended with ${code}`);
    await finish(partial, whole, lines.at(-1));
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
  await sync(to);
  const removed = await removeOld(to, keep);
  process.stdout.write(`${JSON.stringify({ copy: whole, removed })}\n`);
  return 0;
}

async function keepFindings(partial, folder, lines) {
  await rename(partial, folder);
  process.stderr.write(`${lines.join('\n')}\nthe copy has findings: ${folder}\n`);
  return FINDINGS;
}

async function finish(partial, whole, verified) {
  const manifest = `${JSON.stringify(await manifestOf(partial, verified), null, 2)}\n`;
  await writeFile(path.join(partial, 'backup.json'), manifest, { mode: 0o600, flush: true });
  await sync(partial);
  await rename(partial, whole);
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof WrongUse ? 2 : 1;
}
