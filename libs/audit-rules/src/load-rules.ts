import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AuditRule } from './rule.ts';

/** Where the rules of the product lie: as sources beside this file, or as built beside it. */
const RULES = join(import.meta.dirname, 'rules');

const OWN_EXTENSION = extname(import.meta.filename);

/** A rule's own file: no test, no fixture, no map or declaration beside it. */
const isRule = (name: string): boolean =>
  extname(name) === OWN_EXTENSION && !name.slice(0, -OWN_EXTENSION.length).includes('.');

/**
 * Every rule of a folder, by name. A file is a rule: adding one is adding its file. Throws when a file exports no
 * `rule` of its own name, which is a defect.
 */
export async function loadRules(folder = RULES): Promise<readonly AuditRule[]> {
  const names = readdirSync(folder).filter(isRule).sort();
  return Promise.all(names.map((name) => ruleIn(folder, name)));
}

async function ruleIn(folder: string, name: string): Promise<AuditRule> {
  const { rule } = (await import(pathToFileURL(join(folder, name)).href)) as { rule?: AuditRule };
  const id = name.slice(0, -OWN_EXTENSION.length);
  if (rule?.id !== id) throw new Error(`${name} exports no rule "${id}"`);
  return rule;
}
