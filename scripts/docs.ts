/**
 * Writes the pages that the code knows best: the event catalogue with a JSON Schema per event, the
 * list of refusals, and the views for reporting programs. With --check it changes nothing and says which file is out of step.
 * --out=FOLDER writes (or checks) another folder than docs/.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as prettier from 'prettier';
import { catalogues, importFaults, refusalLists } from './docs/catalogue.ts';
import { eventPage, eventSchemas } from './docs/events.ts';
import { readModelPage } from './docs/read-models.ts';
import { refusalPage } from './docs/refusals.ts';
import { ROOT } from './install.mjs';

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    out: { type: 'string', default: path.join(ROOT, 'docs') },
  },
});

/** Path below the folder → text. */
async function pages(): Promise<Map<string, string>> {
  const written = new Map<string, string>([
    ['events.md', eventPage(catalogues)],
    ['refusals.md', refusalPage(refusalLists, importFaults)],
    ['read-models.md', readModelPage(readFileSync(path.join(ROOT, 'docs/read-models.md'), 'utf8'))],
  ]);
  for (const [name, schema] of eventSchemas(catalogues)) {
    written.set(path.join('schemas', `${name}.json`), JSON.stringify(schema));
  }
  const options = await prettier.resolveConfig(path.join(ROOT, 'package.json'));
  for (const [file, text] of written) {
    written.set(file, await prettier.format(text, { ...options, filepath: file }));
  }
  return written;
}

/** Schemas of events that the code no longer has. */
function orphans(expected: ReadonlyMap<string, string>): string[] {
  const folder = path.join(values.out, 'schemas');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => path.join('schemas', name))
    .filter((file) => !expected.has(file));
}

function check(expected: ReadonlyMap<string, string>): string[] {
  const faults = orphans(expected).map((file) => `${file}: no event has this schema any more`);
  for (const [file, text] of expected) {
    const full = path.join(values.out, file);
    if (!existsSync(full)) faults.push(`${file}: missing`);
    else if (readFileSync(full, 'utf8') !== text) faults.push(`${file}: says something else than the code`);
  }
  return faults;
}

function write(expected: ReadonlyMap<string, string>): void {
  for (const file of orphans(expected)) rmSync(path.join(values.out, file));
  for (const [file, text] of expected) {
    const full = path.join(values.out, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
}

const expected = await pages();
if (values.check) {
  const faults = check(expected);
  for (const fault of faults) console.error(`docs/${fault}`);
  if (faults.length > 0) {
    console.error('Run npm run docs, read the change, and commit it.');
    process.exitCode = 1;
  }
} else {
  write(expected);
}
