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
  if (!existsSync(PINNED_NODE) || !fits(JSON.parse(lock.toString('utf8')))) await install();
  writeFileSync(STAMP, digest);
}

async function install() {
  process.stderr.write('Installing packages as locked (npm ci); this takes a minute or two …\n');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // What npm prints goes to stderr: stdout belongs to the command that was asked for.
  const child = npm?.endsWith('.js')
    ? spawn(process.execPath, [npm, ...args], { cwd: ROOT, stdio: ['ignore', 2, 2] })
    : spawn('npm', args, { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  if (code !== 0)
    throw new Error(`npm ci ended with exit code ${code}: nothing can run without its packages.`);
  if (!existsSync(PINNED_NODE)) {
    throw new Error(
      'npm ci left no Node behind: allow install scripts (npm config set ignore-scripts false).',
    );
  }
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
