import { categoryOf, organisationOf } from '#kernel';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { allocate, commit, day, Ledger, open, pay, YEAR } from './ledger.fixture.ts';
import {
  EffectiveQueries,
  JournalQueries,
  KpiScoreboardQueries,
  OrganisationQueries,
  OutstandingCommitmentsQueries,
  PlanVersusActualQueries,
  type Projector,
  PublishedReportsQueries,
} from './index.ts';
import { StreamPlaces } from './stream-place.ts';

const KNOWN = 1_000_000n;
let ledger: Ledger;
let projector: Projector;

/** The second one's code begins with the first one's, and its project has the same code. */
const TWO = ['etda', 'etda-lab'] as const;

beforeEach(async () => {
  ledger = new Ledger();
  for (const [index, organisation] of TWO.entries()) {
    const times = (amount: number) => `${amount * (index + 1)}.00`;
    const of = { organisation, fiscalYear: YEAR, effectiveOn: day('2025-12-31') };
    await ledger.account('P01', open('P01', organisation), organisation);
    await ledger.account('P01', allocate(times(1000)), organisation);
    await ledger.account('P01', commit('PO-1', times(100)), organisation);
    await ledger.account('P01', pay('DV-1', times(40), { commitment: 'PO-1' }), organisation);
    await ledger.kpi(
      'K1',
      {
        ...of,
        type: 'define-kpi',
        kpi: 'K1',
        project: 'P01',
        name: organisation,
        kind: 'count',
        accumulation: 'point',
      },
      organisation,
    );
    await ledger.report(
      'R1',
      { ...of, type: 'date-report', report: 'R1', quarter: 'Q1', asOf: '2025-12-31', title: organisation },
      organisation,
    );
    await ledger.report(
      'R1',
      {
        type: 'report-status',
        project: 'P01',
        status: index === 0 ? 'late' : 'achieved',
        effectiveOn: of.effectiveOn,
      },
      organisation,
    );
  }
  projector = ledger.projector();
  await projector.catchUp();
});

afterEach(() => ledger.close());

describe('two organisations in one ledger', () => {
  it.each(TWO)('%s sees its own figures and none of the other', (organisation) => {
    const times = TWO.indexOf(organisation) + 1;
    const { database } = projector;
    const scope = { organisation, fiscalYear: YEAR };
    const money = new PlanVersusActualQueries(database);
    expect(money.accounts(scope, KNOWN)).toHaveLength(1);
    expect(money.cells(scope, KNOWN).map(({ measure, balance }) => [measure, balance])).toEqual([
      ['budget', 1000_00 * times],
      ['committed', 60_00 * times],
      ['disbursed', 40_00 * times],
      ['original', 1000_00 * times],
    ]);
    const project = { ...scope, project: 'P01' };
    expect(money.balance(project, ['disbursed'], ['Q1'], KNOWN)).toBe(40_00 * times);
    const between = { from: { position: 0n }, to: { position: KNOWN }, limit: 100 };
    expect(new EffectiveQueries(database).between(project, ['disbursed'], ['Q1'], between)).toHaveLength(1);
    const page = { includeSettled: true, after: { project: '', commitment: '' }, limit: 100 };
    const held = new OutstandingCommitmentsQueries(database).list(scope, KNOWN, page);
    expect(held.map(({ outstanding }) => outstanding)).toEqual([60_00 * times]);
    const kpi = new KpiScoreboardQueries(database).facts(organisation, YEAR, KNOWN).get('K1');
    expect(kpi?.get('definition')).toMatchObject({ name: organisation });
    const reports = new PublishedReportsQueries(database);
    expect(reports.named(organisation, 'R1')).toMatchObject([{ title: organisation }]);
    expect(reports.list(organisation, YEAR, KNOWN)).toHaveLength(1);
    expect(reports.statuses(organisation, YEAR, 'R1', KNOWN).map(({ status }) => status)).toEqual([
      times === 1 ? 'late' : 'achieved',
    ]);
    const span = { after: 0n, upTo: KNOWN, knownAt: KNOWN, limit: 100 };
    const { rows } = new JournalQueries(database).page({ organisation }, span);
    expect(new Set(rows.map((row) => row.organisation))).toEqual(new Set([organisation]));
    expect(rows).toHaveLength(8);
  });

  it('are both listed with their settings', () => {
    expect(
      new OrganisationQueries(projector.database).list().map(({ organisation }) => organisation),
    ).toEqual([...TWO]);
  });
});

describe('the name of a stream', () => {
  it('says whose it is, also where codes have hyphens, underscores and Thai letters', () => {
    const stream = 'budgetaccount-สพธอ-lab_1.2569.P-01_ก';
    expect(categoryOf(stream)).toBe('budgetaccount');
    expect(organisationOf(stream)).toBe('สพธอ-lab_1');
    expect(new StreamPlaces().of(stream).account).toEqual({ fiscalYear: 2569, project: 'P-01_ก' });
    expect(organisationOf('organisation-สพธอ-lab_1')).toBe('สพธอ-lab_1');
  });
});
