/**
 * Writes what the web app's API client knows of docs/openapi.json: its types, and which addresses answer for one
 * organisation. With --check it changes nothing and says whether they are in step.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import * as prettier from 'prettier';
import { ROOT } from './install.mjs';

const SOURCE = 'Generated from docs/openapi.json by scripts/api-client.ts.';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

const document = JSON.parse(readFileSync(path.join(ROOT, 'docs/openapi.json'), 'utf8')) as OpenAPI3;

/** `GET /api/v1/…` of every operation that takes an organisation. */
const byOrganisation = Object.entries(document.paths ?? {}).flatMap(([address, item]) =>
  Object.entries(item as Record<string, Operation>).flatMap(([method, { parameters }]) =>
    parameters?.some(({ name, in: place }) => name === 'organisation' && place === 'query')
      ? [`${method.toUpperCase()} ${address}`]
      : [],
  ),
);

const files: Readonly<Record<string, string>> = {
  'schema.ts': `/** ${SOURCE} */\n${astToString(await openapiTS(document, { defaultNonNullable: false }))}`,
  'by-organisation.ts': `/** Operations that are about one organisation. ${SOURCE} */
export const BY_ORGANISATION: ReadonlySet<string> = new Set(${JSON.stringify(byOrganisation)});\n`,
};

for (const [name, text] of Object.entries(files)) {
  const file = path.join(ROOT, 'apps/web/src/api', name);
  const options = await prettier.resolveConfig(file);
  const formatted = await prettier.format(text, { ...options, filepath: file });
  if (!process.argv.includes('--check')) writeFileSync(file, formatted);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== formatted) {
    console.error(`apps/web/src/api/${name} is out of step with docs/openapi.json: npm run docs`);
    process.exitCode = 1;
  }
}
