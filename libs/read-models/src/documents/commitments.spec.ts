import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { allocate, baht, commit, correct, day, Ledger, open, pay, printed, YEAR } from '../ledger.fixture.ts';
import { OutstandingCommitmentsQueries } from './commitments.ts';

let ledger: Ledger;

beforeEach(async () => {
  ledger = new Ledger();
  for (const project of ['P01', 'P02']) {
    await ledger.account(project, open(project));
    await ledger.account(project, allocate('1000.00'));
  }
});

afterEach(() => ledger.close());

const first = { includeSettled: false, after: { project: '', commitment: '' }, limit: 100 };

async function list(project?: string, page: Partial<typeof first> = {}, knownAt?: bigint) {
  const projector = ledger.projector();
  await projector.catchUp();
  const queries = new OutstandingCommitmentsQueries(projector.database);
  const scope = { organisation: 'etda', fiscalYear: YEAR, project };
  return queries.list(scope, knownAt ?? projector.checkpoint ?? 0n, { ...first, ...page });
}

async function standing(): Promise<string[]> {
  const [row] = await list(undefined, { includeSettled: true });
  return row ? [row.committed, row.disbursed, row.outstanding].map(printed) : [];
}

describe('a commitment', () => {
  beforeEach(() => ledger.account('P01', commit('PO-1', '100.00')));

  it('stands at what was made, amended and released, less what was paid', async () => {
    const date = day('2025-12-20');
    await ledger.account('P01', {
      type: 'amend-commitment',
      commitment: 'PO-1',
      change: baht('20.00'),
      reason: 'เพิ่มงาน',
      effectiveOn: date,
    });
    await ledger.account('P01', pay('DV-1', '50.00', { commitment: 'PO-1' }));
    await ledger.account('P01', {
      type: 'release-commitment',
      commitment: 'PO-1',
      amount: baht('10.00'),
      reason: 'ลดงาน',
      effectiveOn: date,
    });
    expect(await standing()).toEqual(['110.00', '50.00', '60.00']);
    await ledger.account('P01', {
      type: 'reverse-disbursement',
      disbursement: 'DV-1',
      amount: baht('5.00'),
      reason: 'ผิดยอด',
      effectiveOn: date,
    });
    expect(await standing()).toEqual(['110.00', '45.00', '65.00']);
  });

  it('that a correction frees by a payment booked late was paid, not released', async () => {
    await ledger.account(
      'P01',
      correct('C-1', { commitment: 'PO-1', committed: '-30.00', disbursed: '30.00' }),
    );
    expect(await standing()).toEqual(['100.00', '30.00', '70.00']);
  });

  it('of which a correction frees more than it pays was released for the rest', async () => {
    await ledger.account(
      'P01',
      correct('C-1', { commitment: 'PO-1', committed: '-30.00', disbursed: '20.00' }),
    );
    expect(await standing()).toEqual(['90.00', '20.00', '70.00']);
  });

  it('whose payment a correction takes back is committed as before', async () => {
    await ledger.account('P01', pay('DV-1', '50.00', { commitment: 'PO-1' }));
    await ledger.account(
      'P01',
      correct('C-1', { commitment: 'PO-1', committed: '20.00', disbursed: '-20.00' }),
    );
    expect(await standing()).toEqual(['100.00', '30.00', '70.00']);
  });

  it('that was never paid grows when a correction moves a direct payment to it', async () => {
    await ledger.account('P01', pay('DV-1', '50.00'));
    await ledger.account(
      'P01',
      correct('C-1', { commitment: 'PO-1', committed: '50.00', disbursed: '-50.00' }),
    );
    expect(await standing()).toEqual(['150.00', '0.00', '150.00']);
  });

  it('is settled when nothing is outstanding, and then listed only when asked for', async () => {
    const before = BigInt((await ledger.store.head()) ?? 0);
    await ledger.account('P01', pay('DV-1', '100.00', { commitment: 'PO-1' }));
    expect(await list()).toEqual([]);
    expect(await list(undefined, { includeSettled: true })).toHaveLength(1);
    expect(await list(undefined, {}, before)).toHaveLength(1);
    expect(await list(undefined, {}, before - 1n)).toEqual([]);
  });
});

describe('the list of commitments', () => {
  beforeEach(async () => {
    for (const commitment of ['PO-2', 'PO-1', 'PO-3']) {
      await ledger.account('P02', commit(commitment, '1.00'));
      await ledger.account('P01', commit(commitment, '1.00'));
    }
  });

  it.each([
    [undefined, 6],
    ['P01', 3],
    ['P02', 3],
  ])('of %s comes page by page, in order, each once', async (project, count) => {
    const all = (await list(project)).map((row) => `${row.project} ${row.commitment}`);
    expect(all).toHaveLength(count);
    expect(all).toEqual([...all].sort());
    const paged: string[] = [];
    for (let page = await list(project, { limit: 2 }); page.length > 0;) {
      paged.push(...page.map((row) => `${row.project} ${row.commitment}`));
      const after = page.at(-1) ?? { project: '', commitment: '' };
      page = await list(project, { limit: 2, after });
    }
    expect(paged).toEqual(all);
  });

  it('of a project begins anew after a page that ended in an earlier one, and is over after a later one', async () => {
    expect(await list('P02', { after: { project: 'P01', commitment: 'PO-2' } })).toHaveLength(3);
    expect(await list('P01', { after: { project: 'P02', commitment: 'PO-1' } })).toEqual([]);
  });
});
