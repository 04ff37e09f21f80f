import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyBundle } from '#audit-trail';
import { ServedLedger } from '../../testing/served-ledger.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'obligo-unpacked-'));
let served: ServedLedger;
let auditor: string;

beforeAll(async () => {
  served = await ServedLedger.open();
  auditor = await served.person('auditor-one', ['auditor']);
  const maker = await served.person('maker-one', ['maker']);
  await served.must('organisations', { token: maker, body: { name: 'หน่วยงาน', effectiveOn: '2025-10-01' } });
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('obligo-bundle-'));

describe('a bundle for auditors', () => {
  it('comes as an archive that holds what is recorded, sealed, and verifies without the ledger', async () => {
    const before = leftovers();
    const url = '/api/v1/audit/bundle';
    const { rawPayload, headers } = await served.ledger.app.inject({
      url,
      headers: { authorization: `Bearer ${auditor}` },
    });
    expect(headers['content-disposition']).toBe('attachment; filename="bundle-1.tar.gz"');
    const archive = join(folder, 'bundle.tar.gz');
    writeFileSync(archive, rawPayload);
    execFileSync('tar', ['-xzf', archive, '-C', folder]);
    const findings: unknown[] = [];
    const summary = await verifyBundle(join(folder, 'bundle-1'), { onFinding: (one) => findings.push(one) });
    expect({ findings, events: summary.events, proven: summary.proven }).toEqual({
      findings: [],
      events: 1,
      proven: 1,
    });
    expect(leftovers().filter((name) => !before.includes(name))).toEqual([]);
  });

  it('is for those who may replay the log', async () => {
    const reader = await served.person('reader-one', ['reader']);
    expect(await served.codeOf('audit/bundle', { token: reader })).toBe('role-missing');
  });
});
