/**
 * Writes the forms of all commands from docs/openapi.json, for the pages that post. With --check it changes nothing
 * and says whether they are in step.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as prettier from 'prettier';
import { commandShapes, type OpenApi } from './docs/command-shapes.ts';
import { ROOT } from './install.mjs';

const FILE = path.join(ROOT, 'apps/web/src/pages/post/catalogue/commands.generated.ts');

const document = JSON.parse(readFileSync(path.join(ROOT, 'docs/openapi.json'), 'utf8')) as OpenApi;
const options = await prettier.resolveConfig(FILE);
const text = await prettier.format(
  `import type { CommandShape } from './command-shape.ts';

/** Generated from docs/openapi.json by scripts/form-catalogue.ts. */
export const commandShapes: readonly CommandShape[] = ${JSON.stringify(commandShapes(document))};`,
  { ...options, filepath: FILE },
);
if (process.argv.includes('--check')) {
  if (readFileSync(FILE, 'utf8') !== text) {
    console.error(`${path.relative(ROOT, FILE)} is out of step with docs/openapi.json: npm run docs`);
    process.exitCode = 1;
  }
} else writeFileSync(FILE, text);
