import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type GivenRole, ServedLedger } from '../../apps/ledger/testing/served-ledger.fixture.ts';
import { behindItsBack, findingsIn, rewriting, StoredLedger } from './stored-ledger.fixture.ts';

const LINE = { fundSource: 'annual-appropriation', category: 'operating' };
const P01 = 'budget-accounts/2569/P01';
const OFFICE: Readonly<Record<string, GivenRole>> = {
  siri: ['budget-owner'],
  malee: ['maker', { projects: ['P01'], upTo: '900.00' }],
  chai: ['checker'],
};

const stored = new StoredLedger();
afterAll(() => stored.remove());

/** An office with roles and limits, a policy, an order, and a document that waited for its checker. */
beforeAll(async () => {
  const served = await ServedLedger.open();
  const tokens = new Map<string, string>();
  for (const [name, role] of Object.entries(OFFICE)) tokens.set(name, await served.person(name, role));
  const post = (who: string, path: string, body: object) =>
    served.must(path, { token: tokens.get(who), body: { effectiveOn: '2025-11-20', ...body } });
  served.clock.now += 10_000;
  const effectiveOn = '2025-10-01';
  const approvals = [{ command: 'commit', from: '500.00', tiers: ['checker'] }];
  await post('siri', 'budget-accounts', { fiscalYear: 2569, project: 'P01', name: 'P01', effectiveOn });
  await post('siri', 'control/policy', { policy: { approvals, reserveWhileWaiting: true }, effectiveOn });
  await post('siri', 'control/duties', { duty: 'checker', holder: 'chai', effectiveOn });
  await post('siri', `${P01}/allocations`, { line: LINE, amount: '5000.00', effectiveOn });
  await post('malee', `${P01}/commitments`, { commitment: 'PO-1', line: LINE, amount: '400.00' });
  await post('malee', `${P01}/commitments?submit=D-1`, { commitment: 'PO-2', line: LINE, amount: '800.00' });
  await post('malee', `${P01}/commitments?submit=D-2`, { commitment: 'PO-3', line: LINE, amount: '700.00' });
  await post('chai', 'approvals/D-1/approvals', {});
  await post('chai', 'approvals/D-2/refusals', { reason: 'ไม่จำเป็น' });
  await served.must('people/malee/closings', { token: served.admin, body: { reason: 'Left the agency' } });
  await served.ledger.embedded.projector.catchUp();
  await served.ledger.embedded.seals.sealer.sealNow();
  cpSync(served.data, stored.data, { recursive: true });
  await served.close();
});

/** The findings on decisions after somebody changed an event of a log. */
async function decisionsAfter(file: string, change: (database: DatabaseSync) => void) {
  const folder = stored.copy();
  behindItsBack(join(folder, file), change);
  const { found } = await findingsIn(folder);
  return found.filter(({ code }) => code.startsWith('decision'));
}

const positionOf = (database: DatabaseSync, type: string, at = 0): number =>
  Number(
    database.prepare('SELECT position FROM events WHERE type = ? ORDER BY position').all(type)[at]?.[
      'position'
    ],
  );

describe('decisions that saw roles, a policy and documents that waited', () => {
  it('are all taken again with the same outcome', async () => {
    expect((await findingsIn(stored.data)).found).toEqual([]);
  });

  it('are found when the grant that allowed them had other limits', async () => {
    const found = await decisionsAfter('access-log.sqlite', (database) => {
      const limits = { projects: ['P01'], upTo: '100.00' };
      rewriting(positionOf(database, 'RoleGranted', 2), { data: (data) => ({ ...data, limits }) })(database);
    });
    expect(found).toContainEqual(
      expect.objectContaining({
        file: 'ledger.sqlite',
        message: expect.stringMatching(/^CommitmentMade.*it is refused with/),
      }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({ file: 'access-log.sqlite', code: 'decision-differs' }),
    );
  });

  it('are found when they no longer say who allowed them', async () => {
    const found = await decisionsAfter('ledger.sqlite', (database) => {
      const metadata = ({ decision, ...others }: Record<string, unknown>) => {
        const { access: _, ...record } = decision as Record<string, unknown>;
        return { ...others, decision: record };
      };
      rewriting(positionOf(database, 'CommitmentMade'), { metadata })(database);
    });
    expect(found).toEqual([
      expect.objectContaining({
        code: 'decision-differs',
        message: expect.stringContaining('it names nobody who allowed it'),
      }),
    ]);
  });

  it('are found when the policy was another, or the approval was given by the maker', async () => {
    const policy = await decisionsAfter('ledger.sqlite', (database) => {
      const stricter = (data: Record<string, unknown>) => {
        const approvals = [{ command: 'commit', from: '100.00', tiers: ['checker'] }];
        return { ...data, policy: { ...(data['policy'] as object), approvals } };
      };
      rewriting(positionOf(database, 'ControlPolicySet'), { data: stricter })(database);
    });
    expect(policy.map(({ stream }) => stream)).toEqual(
      expect.arrayContaining(['controlpolicy-main', 'budgetaccount-main.2569.P01']),
    );
    const maker = await decisionsAfter('ledger.sqlite', (database) => {
      rewriting(positionOf(database, 'DocumentApproved'), {
        metadata: (said) => ({ ...said, actor: 'malee' }),
      })(database);
    });
    expect(maker).toContainEqual(expect.objectContaining({ stream: 'approval-main.D-1' }));
  });

  it('are found when they were taken on another day than they were recorded on', async () => {
    const found = await decisionsAfter('ledger.sqlite', (database) => {
      const metadata = (said: Record<string, unknown>) => ({
        ...said,
        asked: { ...(said['asked'] as object), recordedOn: '2019-11-22' },
      });
      rewriting(positionOf(database, 'CommitmentMade'), { metadata })(database);
    });
    expect(found).toEqual([
      expect.objectContaining({
        code: 'decision-differs',
        message: expect.stringContaining('it was decided on 2019-11-22, another day than it was recorded on'),
      }),
    ]);
  });

  it('are found when they name a revision that the log has not', async () => {
    const found = await decisionsAfter('ledger.sqlite', (database) => {
      const metadata = (said: Record<string, unknown>) => {
        const asked = said['asked'] as { readonly revisions: object };
        return {
          ...said,
          asked: { ...asked, revisions: { ...asked.revisions, 'controlpolicy-main': '99' } },
        };
      };
      rewriting(positionOf(database, 'CommitmentMade'), { metadata })(database);
    });
    expect(found).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('controlpolicy-main has no revision 99') }),
    );
  });
});
