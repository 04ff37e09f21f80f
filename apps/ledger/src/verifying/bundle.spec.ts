import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyBundle } from '#audit-trail';
import { ServedLedger } from '../../testing/served-ledger.fixture.ts';
import { smuggle } from '../../testing/smuggled-event.fixture.ts';

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

/** The bundle of so many events, as somebody verifies it who has nothing else. */
async function verified(size: number) {
  const { rawPayload, headers } = await served.ledger.app.inject({
    url: '/api/v1/audit/bundle',
    headers: { authorization: `Bearer ${auditor}` },
  });
  expect(headers['content-disposition']).toBe(`attachment; filename="bundle-${size}.tar.gz"`);
  const archive = join(folder, 'bundle.tar.gz');
  writeFileSync(archive, rawPayload);
  execFileSync('tar', ['-xzf', archive, '-C', folder]);
  const findings: unknown[] = [];
  const bundle = join(folder, `bundle-${size}`);
  const { events, proven } = await verifyBundle(bundle, { onFinding: (one) => findings.push(one) });
  return { findings, events, proven };
}

describe('a bundle for auditors', () => {
  it('comes as an archive that holds what is recorded, sealed, and verifies without the ledger', async () => {
    const before = leftovers();
    expect(await verified(1)).toEqual({ findings: [], events: 1, proven: 1 });
    expect(leftovers().filter((name) => !before.includes(name))).toEqual([]);
  });

  it('is given, whole and sealed, while the read models stand still', async () => {
    await smuggle(served, 'BudgetPainted', {});
    expect(await served.codeOf('journal', { token: auditor })).toBe('read-models-stopped');
    const { events, proven } = await verified(2);
    expect({ events, proven }).toEqual({ events: 2, proven: 2 });
  });

  it('is for those who may replay the log and read who may do what, since it holds both', async () => {
    for (const role of ['reader', 'budget-owner', 'administrator'] as const) {
      const token = await served.person(`${role}-one`, [role]);
      expect([role, await served.codeOf('audit/bundle', { token })]).toEqual([role, 'role-missing']);
    }
  });
});
