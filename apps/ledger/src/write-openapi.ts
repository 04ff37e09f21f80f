import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApiOf } from './http/openapi.ts';
import { createLedger } from './ledger.ts';

/** Writes the OpenAPI document of the service to the file that is named. */
async function write(file: string): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'obligo-openapi-'));
  try {
    const ledger = await createLedger({
      data,
      create: true,
      purpose: 'describe the API',
      logLevel: 'silent',
    });
    writeFileSync(file, `${JSON.stringify(openApiOf(ledger.app), undefined, 2)}\n`);
    await ledger.close();
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

await write(process.argv[2] ?? 'docs/openapi.json');
