/** Brings the packages in, once per lock file. Runs on any Node from 18 on, before anything is installed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The Node that the npm package `node` pins. */
export const PINNED_NODE = path.join(
  ROOT,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

const LOCK = path.join(ROOT, 'package-lock.json');
const INSTALLED_LOCK = path.join(ROOT, 'node_modules/.package-lock.json');
const STAMP = path.join(ROOT, 'node_modules/.obligo-installed');

/** Installs exactly what the lock file says, unless that is what is there. */
export async function installIfMissing() {
  const lock = readFileSync(LOCK);
  const digest = createHash('sha256').update(lock).digest('hex');
  if (existsSync(PINNED_NODE) && readIfThere(STAMP) === digest) return;
  const there = fits(JSON.parse(lock.toString('utf8')));
  if (!there) await install();
  if (!there || !existsSync(PINNED_NODE)) await runAllowedScripts();
  writeFileSync(STAMP, digest);
}

async function install() {
  process.stderr.write('Installing packages as locked (npm ci); this takes a minute or two …\n');
  // Not every npm reads `allowScripts`, so none is left to decide: first no script runs at all.
  await npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
}

/** Runs the install scripts of the packages that package.json allows by name, and of no other. */
async function runAllowedScripts() {
  const { allowScripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  // Some packages are for other kinds of machines, and not here.
  const isHere = (name) => existsSync(path.join(ROOT, 'node_modules', name));
  const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name] === true && isHere(name));
  // Without a name npm would run the scripts of every package.
  if (allowed.length > 0) await npm('rebuild', '--ignore-scripts=false', '--loglevel=error', ...allowed);
  if (!existsSync(PINNED_NODE)) {
    throw new Error('The packages are there without the Node they pin: its install script left none behind.');
  }
}

/** What npm prints goes to stderr: stdout belongs to the command that was asked for. */
async function npm(...args) {
  const child = spawnNpm(args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  if (code !== 0) {
    throw new Error(`npm ${args[0]} ended with exit code ${code}: nothing can run without its packages.`);
  }
}

/** Starts npm: the one that runs this script, if it was npm that did. */
export function spawnNpm(args, options) {
  const caller = process.env.npm_execpath;
  return caller?.endsWith('.js')
    ? spawn(process.execPath, [caller, ...args], options)
    : spawn('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Whether somebody's own `npm install` already brought what the lock file names. */
function fits(lock) {
  const text = readIfThere(INSTALLED_LOCK);
  if (text === undefined) return false;
  const there = JSON.parse(text).packages;
  return Object.entries(lock.packages).every(
    ([name, wanted]) => name === '' || wanted.optional === true || there[name]?.version === wanted.version,
  );
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
