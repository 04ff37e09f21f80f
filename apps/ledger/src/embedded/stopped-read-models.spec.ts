import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ProjectionStopped } from '#read-models';
import { LedgerUnderTest, LINE } from '../../testing/ledger-under-test.fixture.ts';
import { smuggle, SMUGGLED_INTO } from '../../testing/smuggled-event.fixture.ts';

let ledger: LedgerUnderTest;

beforeEach(async () => {
  ledger = await LedgerUnderTest.open();
  for (const project of ['P01', 'P02']) await ledger.account(project, '1000.00');
});
afterEach(() => ledger.close());

describe('a service that starts on a log with an event that a read model cannot take', () => {
  let position: string;

  beforeEach(async () => {
    const never = { commitment: 'C-0', line: LINE, amount: '1.00' };
    position = await smuggle(ledger, 'CommitmentReleased', never);
    await ledger.restart();
  });

  it('takes postings', async () => {
    expect((await pay('DV-1')).status).toBe(201);
    const { headers } = await ledger.must('budget-accounts/2569/P02/disbursements', payment('DV-2'));
    // As pages post that read what they wrote.
    const own = { 'obligo-min-position': String(headers['obligo-position']) };
    expect((await pay('DV-3', own)).status).toBe(201);
  });

  it('shows the log, its seals and receipts', async () => {
    await ledger.ledger.embedded.seals.sealer.sealNow();
    const paths = [`events/${position}`, 'seal', 'checkpoints/latest', `receipts/${position}`, 'session'];
    for (const path of paths) expect([path, (await ledger.get(path)).status]).toEqual([path, 200]);
  });

  it('refuses what reads the read models, and is not ready: both name the read model and the event', async () => {
    const facts = { code: 'read-models-stopped', position, eventType: 'CommitmentReleased' };
    const scope = 'fiscalYear=2569';
    for (const path of [`reports/quarterly?${scope}&quarter=Q1`, 'journal', '/health', '/health/ready']) {
      const { status, json } = await ledger.get(path);
      expect([path, status, json]).toEqual([
        path,
        503,
        expect.objectContaining({ ...facts, readModel: expect.stringMatching(/^[a-z-]+$/) }),
      ]);
      const { detail, readModel } = json as Readonly<Record<string, unknown>>;
      expect(detail).toContain(
        `position ${position} (CommitmentReleased in ${SMUGGLED_INTO}), which ${String(readModel)} cannot`,
      );
    }
  });

  it('says so once it follows the log', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    ledger.ledger.embedded.follow(resolve);
    expect(await promise).toBeInstanceOf(ProjectionStopped);
    expect(await promise).toMatchObject({ position, readModel: expect.any(String) });
  });

  it('does so without the file of the read models, too', async () => {
    await ledger.ledger.close();
    rmSync(join(ledger.data, 'projections.sqlite'));
    await ledger.start();
    expect((await pay('DV-1')).status).toBe(201);
    expect((await ledger.get('journal')).json).toMatchObject({ code: 'read-models-stopped', position });
  });
});

it('an event that this program cannot read at all stops them with no name of a read model', async () => {
  const position = await smuggle(ledger, 'BudgetPainted', {});
  await ledger.restart();
  const { json } = await ledger.get('/health/ready');
  expect(json).toMatchObject({ code: 'read-models-stopped', position, eventType: 'BudgetPainted' });
  expect(json).not.toHaveProperty('readModel');
});

const payment = (disbursement: string) => ({
  disbursement,
  line: LINE,
  amount: '1.00',
  effectiveOn: '2025-12-01',
});

const pay = (disbursement: string, headers: Record<string, string> = {}) =>
  ledger.post('budget-accounts/2569/P02/disbursements', payment(disbursement), headers);
