import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerUnderTest } from '../testing/ledger-under-test.fixture.ts';
import { openApiOf } from './http/openapi.ts';

let ledger: LedgerUnderTest;

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
});
afterAll(() => ledger.close());

describe('the OpenAPI document', () => {
  it('in docs is the one that the service serves (npm run docs writes it)', async () => {
    const committed: unknown = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8'),
    );
    expect(JSON.parse(JSON.stringify(openApiOf(ledger.ledger.app)))).toEqual(committed);
    const served = await ledger.get('/openapi.json');
    expect(served.json).toEqual(committed);
  });

  it('is of version 3.1, with a name and a summary for every operation', () => {
    const document = openApiOf(ledger.ledger.app);
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((path) =>
      Object.values(path as Record<string, { operationId: string; summary?: string }>),
    );
    expect(operations.filter(({ summary }) => !summary)).toEqual([]);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });

  it('has a page to try it, from this origin alone', async () => {
    const page = await ledger.get('/docs');
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/(?:src|href)="https?:/);
  });
});
