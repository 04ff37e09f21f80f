import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { LINE } from '../../testing/ledger-under-test.fixture.ts';
import { createLedger } from '../ledger.ts';

describe('parameters of another file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'obligo-audit-'));
  const file = join(folder, 'rules.json');
  const openWith = (text: string) => {
    writeFileSync(file, text);
    const data = join(folder, 'D');
    return createLedger({ data, create: true, purpose: 'test', logLevel: 'silent', auditRulesFile: file });
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('build the findings anew, and everything else comes out as it was', async () => {
    const ask = async (opened: Awaited<ReturnType<typeof createLedger>>, url: string) =>
      (await opened.app.inject({ url })).body;
    const url = '/api/v1/audit/findings?rule=split-orders-under-threshold';
    const first = await openWith('{}');
    const account = { fiscalYear: 2569, project: 'P01', name: 'P01', effectiveOn: '2025-10-01' };
    const post = (path: string, payload: object) =>
      first.app.inject({ method: 'POST', url: `/api/v1/budget-accounts${path}`, payload });
    await post('', account);
    await post('/2569/P01/allocations', { line: LINE, amount: '1000.00', effectiveOn: '2025-10-01' });
    for (const commitment of ['PO-1', 'PO-2']) {
      const order = { commitment, line: LINE, amount: '60.00', counterparty: 'V-7' };
      await post('/2569/P01/commitments', { ...order, effectiveOn: '2025-11-01' });
    }
    expect(await ask(first, url)).toContain('"rows": []');
    const commitments = await ask(first, '/api/v1/commitments?fiscalYear=2569');
    await first.close();
    const second = await openWith('{ "split-orders-under-threshold": { "threshold": "100.00" } }');
    expect(await ask(second, url)).toContain('come to 120.00 baht (PO-1, PO-2)');
    expect(await ask(second, '/api/v1/commitments?fiscalYear=2569')).toBe(commitments);
    await second.close();
  });

  it('where a folder stands instead of a file keep the ledger from opening, and name it', async () => {
    const options = { data: join(folder, 'D'), create: true, purpose: 'test', logLevel: 'silent' } as const;
    await expect(createLedger({ ...options, auditRulesFile: folder })).rejects.toThrow(
      `audit rules in "${folder}" are not usable: EISDIR`,
    );
  });

  it('that no rule knows keep the ledger from opening, and say so', async () => {
    await expect(openWith('{ "split-orders": {} }')).rejects.toThrow('there is no rule "split-orders"');
  });
});
