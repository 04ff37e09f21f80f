import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type LoopbackRegistry, type Published, startRegistry } from './loopback-registry.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
}

const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean> };
const { packages } = JSON.parse(read('package-lock.json')) as {
  packages: Record<string, { readonly hasInstallScript?: boolean }>;
};
const places = Object.keys(packages).filter((place) => place !== '');
const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
const bringers = places.filter((place) => packages[place]?.hasInstallScript === true).map(nameOf);
const decided = Object.keys(allowScripts);

describe('a package that brings an install script', () => {
  it('is allowed or denied by name', () => {
    expect(bringers.length).toBeGreaterThan(0);
    expect(bringers.filter((name) => typeof allowScripts[name] !== 'boolean')).toEqual([]);
  });

  it('says so in the lock file, as its own files do', () => {
    const hidden = places.filter((place) => {
      const file = path.join(place, 'package.json');
      if (packages[place]?.hasInstallScript === true || !existsSync(path.join(ROOT, file))) return false;
      const { scripts = {} } = JSON.parse(read(file)) as Manifest;
      return ['preinstall', 'install', 'postinstall'].some((event) => scripts[event] !== undefined);
    });
    expect(hidden).toEqual([]);
  });

  it('stops an installation by hand while nobody has decided', () => {
    expect(read('.npmrc').split('\n')).toContain('strict-allow-scripts=true');
  });

  it('is denied when it reports to third parties', () => {
    expect(allowScripts).toMatchObject({ '@scarf/scarf': false });
  });
});

describe('a decision on install scripts', () => {
  it('is removed with the last package that needs it', () => {
    expect(decided.filter((name) => !bringers.includes(name))).toEqual([]);
  });

  // The lock file names no registry, so npm cannot prove a version and passes over such an entry.
  it('names a package without a version', () => {
    expect(decided.filter((name) => !/^(?:@[^@/]+\/)?[^@/]+$/.test(name))).toEqual([]);
  });

  it('stands with its reason in docs/dependencies.md', () => {
    const rows = read('docs/dependencies.md')
      .split('\n')
      .map((line) => /^\| `([^`]+)` +\| (allowed|denied) +\| (.{20,}) \|$/.exec(line))
      .filter((match) => match !== null)
      .map(([, name = '', verdict]) => [name, verdict === 'allowed']);
    expect(Object.fromEntries(rows)).toEqual(allowScripts);
  });
});

/** A package whose install script leaves a file behind; that of `node` leaves a Node. */
function published(name: string): Published {
  const mark = ["const fs = require('node:fs');", "fs.writeFileSync('ran', '');", "fs.mkdirSync('bin');"];
  const node = ["fs.writeFileSync('bin/node', '');", "fs.writeFileSync('bin/node.exe', '');"];
  const manifest = { name, version: '1.0.0', scripts: { postinstall: 'node mark.cjs' } };
  return { manifest, files: { 'mark.cjs': [...mark, ...(name === 'node' ? node : [])].join('\n') } };
}

describe('an installation', () => {
  const names = [...decided, 'a-newcomer'];
  let folder = '';
  let registry: LoopbackRegistry;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'obligo-install-'));
    registry = await startRegistry(names.map(published));
  });
  afterAll(async () => {
    await registry[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Installs a project with these packages, as the npm scripts do; gives back what it left and said. */
  async function install(project: string, wanted: readonly string[], decisions: Record<string, boolean>) {
    const place = path.join(folder, project);
    const dependencies = Object.fromEntries(wanted.map((name) => [name, '1.0.0']));
    const manifest = { name: project, version: '1.0.0', dependencies, allowScripts: decisions };
    const entry = { version: '1.0.0', hasInstallScript: true };
    const locked = Object.fromEntries(wanted.map((name) => [`node_modules/${name}`, entry]));
    const lock = { ...manifest, lockfileVersion: 3, requires: true, packages: { '': manifest, ...locked } };
    mkdirSync(path.join(place, 'scripts'), { recursive: true });
    cpSync(path.join(ROOT, '.npmrc'), path.join(place, '.npmrc'));
    cpSync(path.join(ROOT, 'scripts/install.mjs'), path.join(place, 'scripts/install.mjs'));
    writeFileSync(path.join(place, 'package.json'), JSON.stringify(manifest));
    writeFileSync(path.join(place, 'package-lock.json'), JSON.stringify(lock));
    const said = await runNode(place, "import('./scripts/install.mjs').then((it) => it.installIfMissing())");
    const holding = (file: string) =>
      wanted.filter((name) => existsSync(path.join(place, 'node_modules', name, file)));
    return { said, installed: holding('package.json'), ran: holding('ran') };
  }

  async function runNode(cwd: string, script: string): Promise<string> {
    const child = spawn(process.execPath, ['-e', script], { cwd, env: registry.environment });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    await new Promise((resolve) => child.on('close', resolve));
    return said;
  }

  it('runs the scripts that are allowed, and no other', async () => {
    const { said, installed, ran } = await install('as-decided', decided, allowScripts);
    expect({ installed, ran, failed: said.includes('Error') }).toEqual({
      installed: decided,
      ran: decided.filter((name) => allowScripts[name]),
      failed: false,
    });
  });

  it('would run each of them if it were allowed', async () => {
    const all = Object.fromEntries(names.map((name) => [name, true]));
    expect((await install('all-allowed', names, all)).ran).toEqual(names);
  });

  // An npm that knows the list stops here; an older one goes on without the script.
  it('never runs the script of a newcomer that nobody has decided on', async () => {
    const { installed, ran } = await install('with-a-newcomer', names, allowScripts);
    expect(installed).toEqual(names);
    expect(ran).not.toContain('a-newcomer');
  });
});
