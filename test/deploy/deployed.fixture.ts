import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { SETTINGS as OF_PROJECTOR } from '../../apps/projector/src/settings.ts';
import { SETTINGS as OF_LEDGER } from '../../apps/ledger/src/settings.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');
export const DEPLOY = path.join(ROOT, 'deploy');

export const textOf = (file: string): string => readFileSync(path.join(DEPLOY, file), 'utf8');

/** The documents of a YAML file, with merge keys followed; throws on every fault and every warning, such as a key twice. */
export function documentsOf(file: string): unknown[] {
  return parseAllDocuments(textOf(file), { strict: true, uniqueKeys: true, merge: true }).map((document) => {
    const faults = [...document.errors, ...document.warnings];
    if (faults.length > 0) throw new Error(`${file}: ${faults.map(String).join('; ')}`);
    return document.toJS() as unknown;
  });
}

const variablesOf = (settings: Readonly<Record<string, { readonly env: string }>>): string[] =>
  Object.values(settings).map(({ env }) => env);

/** Names of settings among some variables that the program does not read: a slip of the pen sets nothing, silently. */
export function unknownSettings(
  names: readonly string[],
  program = 'dist/apps/ledger/src/main.js',
): string[] {
  const known = variablesOf(program.includes('/projector/') ? OF_PROJECTOR : OF_LEDGER);
  return names.filter((name) => name.startsWith('OBLIGO_') && !known.includes(name));
}

/** Whether an image says exactly which one it is: a version or a digest, never what is newest today. */
export const isPinned = (image: string): boolean =>
  /@sha256:[0-9a-f]{64}$/.test(image) || /:v?\d+\.\d+[\w.-]*$/.test(image);

/** Whether a program can be run here: suites that need one are left out by name where it is not. */
export const isThere = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** The source of a built file: `dist/apps/x.js` comes from `apps/x.ts`. */
export const sourceOf = (built: string): string =>
  path.join(ROOT, built.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
