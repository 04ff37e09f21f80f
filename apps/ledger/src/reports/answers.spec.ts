import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endYear, liveThroughYear } from '../../testing/budget-life.fixture.ts';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';
import type { AnswerSchema } from '../http/answer-schema.ts';
import { accountsAnswer, commitmentsAnswer } from '../journal/lists.answers.ts';
import { accountStateAnswer, documentsAnswer } from '../time-machine/state.answers.ts';
import { courseAnswer, restatedCellsAnswer } from './course.answers.ts';
import { explainAnswer } from './explain.answers.ts';
import { ageingAnswer, budgetStatusAnswer, quarterlyAnswer, statusAnswer } from './report.answers.ts';
import { restatementsAnswer } from './restatements.answers.ts';

const YEAR = 'fiscalYear=2569';
const P01 = `${YEAR}&project=P01`;
const P08 = `${YEAR}&project=P08`;

/** What is asked, and the form that its answer has in the OpenAPI document. */
const ASKED: readonly (readonly [path: string, answer: AnswerSchema])[] = [
  [`reports/quarterly?${YEAR}&quarter=Q2`, quarterlyAnswer],
  [`reports/quarterly?${YEAR}&quarter=Q2&byQuarter=true&effectiveTo=2026-02-28`, quarterlyAnswer],
  [`reports/budget-status?${YEAR}`, budgetStatusAnswer],
  [`reports/ageing?${YEAR}&on=2026-06-30`, ageingAnswer],
  [`reports/status?${YEAR}`, statusAnswer],
  [`reports/restatements?${YEAR}`, restatementsAnswer],
  [`reports/restatements?${YEAR}&byQuarter=true&knownAt=2026-03-31`, restatementsAnswer],
  [`reports/restated-cells?${YEAR}&quarter=Q2&byQuarter=true`, restatedCellsAnswer],
  [`reports/course?${YEAR}`, courseAnswer],
  [`budget-accounts?${YEAR}`, accountsAnswer],
  [`commitments?${YEAR}&includeSettled=true&limit=1`, commitmentsAnswer],
  [`commitments?${YEAR}`, commitmentsAnswer],
  [`states/account?${P01}`, accountStateAnswer],
  [`states/account?${P08}`, accountStateAnswer],
  [`states/documents?${P01}`, documentsAnswer],
  [`states/documents?${P08}`, documentsAnswer],
  [`states/documents?${P01}&document=PO-1`, documentsAnswer],
  [`explain?${P01}&measure=available`, explainAnswer],
  [`explain?${P01}&measure=outstanding&document=PO-1`, explainAnswer],
  [`explain?${P01}&measure=plan&quarter=Q3&knownAt=20`, explainAnswer],
];

const FIXTURES: readonly (readonly [name: string, fill: (ledger: LedgerUnderTest) => Promise<unknown>])[] = [
  ['the sample', (ledger) => ledger.import()],
  [
    'the life of a budget to the end of its year',
    async (ledger) => {
      await ledger.account('P08', '1000.00');
      await liveThroughYear(ledger);
      await endYear(ledger);
    },
  ],
];

describe.each(FIXTURES)('the answers about %s', (_name, fill) => {
  let ledger: LedgerUnderTest;
  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
    await fill(ledger);
  });
  afterAll(() => ledger.close());

  it.each(ASKED)(
    '%s has the form that the OpenAPI document promises, nothing more and nothing less',
    async (path, form) => {
      const { status, json, text } = await ledger.get(path);
      // A document may not be there in one of the two.
      if (status === 404) return expect(text).toMatch(/document-not-known/);
      const read = form.safeParse(json);
      expect(read.success ? 'of its form' : { issues: read.error.issues, json }).toBe('of its form');
    },
  );

  it('explain every amount of every document', async () => {
    const { json } = await ledger.get(`states/documents?${P01}`);
    const { rows } = json as unknown as { rows: Readonly<Record<string, string>>[] };
    for (const { document = '', stage = '', item, ...row } of rows) {
      const at = `document=${document}&stage=${stage}${item === undefined ? '' : `&item=${item}`}`;
      for (const measure of ['amount', 'accepted', 'used', 'outstanding']) {
        const told = await ledger.get(`explain?${P01}&${at}&measure=${measure}`);
        expect([at, measure, told.json['value']]).toEqual([at, measure, row[measure]]);
        expect([at, measure, told.json['closing']]).toEqual([at, measure, row[measure]]);
      }
    }
  });
});

describe('an order of which a part was given back', () => {
  it('is the difference of what was ordered and what was released', async () => {
    const ledger = await LedgerUnderTest.open();
    await ledger.account('P01', '1000.00');
    const line = { fundSource: 'annual-appropriation', category: 'operating' };
    const order = { commitment: 'PO-9', line, amount: '100.00', effectiveOn: '2025-11-01' };
    await ledger.must('budget-accounts/2569/P01/commitments', order);
    await ledger.must('budget-accounts/2569/P01/commitments/PO-9/releases', {
      ...{ amount: '25.50', reason: 'งานลดลง', effectiveOn: '2025-12-01' },
    });
    const { json } = await ledger.get(`explain?${P01}&document=PO-9&measure=amount`);
    expect([json['value'], json['parts']]).toEqual([
      '74.50',
      [
        expect.objectContaining({ measure: 'ordered', sign: 1, value: '100.00' }),
        expect.objectContaining({ measure: 'released', sign: -1, value: '25.50' }),
      ],
    ]);
    await ledger.close();
  });
});
