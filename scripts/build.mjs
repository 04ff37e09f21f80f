/** Compiles the applications and libraries and packs the pages into dist/, and knows when that is not needed. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './install.mjs';

const DIST = path.join(ROOT, 'dist');
const STAMP = path.join(DIST, '.built');
/** Its own file, since a type check of everything keeps other knowledge. */
const BUILD_INFO = path.join(DIST, '.build.tsbuildinfo');
const SOURCES = ['apps', 'libs'];
const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

export async function build() {
  const started = Date.now();
  process.stderr.write('Building …\n');
  // Without its stamp the folder may be half of something: begin afresh.
  if (!existsSync(STAMP)) rmSync(BUILD_INFO, { force: true });
  const compiled = run('typescript/bin/tsc', '-p', 'tsconfig.build.json', '--tsBuildInfoFile', BUILD_INFO);
  const packed = run('vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn');
  const codes = await Promise.all([compiled, packed]);
  if (codes.some((code) => code !== 0)) throw new Error('The build failed; the lines above say where.');
  mkdirSync(DIST, { recursive: true });
  // Only now: who installs the packages first loads this file before they are there.
  const { pack } = await import('./pack.mjs');
  await pack(DIST);
  writeFileSync(STAMP, '');
  // A source changed while the compiler ran is newer than the build.
  utimesSync(STAMP, new Date(started), new Date(started));
  process.stderr.write(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.\n`);
}

/** Runs a tool of the packages; answers its exit code. What it prints goes to stderr. */
function run(tool, ...args) {
  const file = path.join(ROOT, 'node_modules', tool);
  const child = spawn(process.execPath, [file, ...args], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
}

/** Builds when a source is newer than the last build; a few milliseconds when none is. */
export async function buildIfStale() {
  if (!existsSync(STAMP) || newestSource() > statSync(STAMP).mtimeMs) await build();
}

function newestSource() {
  let newest = 0;
  const look = (file) => {
    newest = Math.max(newest, statSync(file).mtimeMs);
  };
  for (const name of SETTINGS) look(path.join(ROOT, name));
  const walk = (folder) => {
    // A folder changes when a file in it is removed.
    look(folder);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(file);
      else if (!entry.name.endsWith('.spec.ts')) look(file);
    }
  };
  for (const name of SOURCES) if (existsSync(path.join(ROOT, name))) walk(path.join(ROOT, name));
  return newest;
}
