import fc from 'fast-check';
import { line } from './audited.fixture.ts';

/** One event of a log that nobody decided: what control refuses today may stand in it. */
export interface Happening {
  readonly stream: string;
  readonly type: string;
  readonly data: object;
  readonly by: string;
  readonly onBehalfOf?: string | undefined;
  readonly on: string;
  readonly decision?: object | undefined;
  /** Events with the same number are of one command. */
  readonly command: number;
}

const numbers = fc.constantFrom('1', '2', '3', '4');
const amounts = fc.constantFrom('50000.00', '60000.00', '100.00', '300000.00', '499999.99');
const parties = fc.constantFrom('V-1', 'v-1', 'V-2');
const people = fc.constantFrom('somchai', 'malee', 'kanya');

const account = fc.oneof(
  fc
    .record({ commitment: numbers, amount: amounts, counterparty: parties })
    .map((data) => ({ type: 'CommitmentMade', data: { ...data, line } })),
  fc
    .record({ commitment: numbers, change: fc.oneof(amounts, fc.constant('-50000.00')) })
    .map((data) => ({ type: 'CommitmentAmended', data: { ...data, line } })),
  fc
    .record({ commitment: numbers, amount: amounts })
    .map((data) => ({ type: 'CommitmentReversed', data: { ...data, line } })),
  fc
    .record({ disbursement: numbers, amount: amounts, counterparty: parties })
    .map((data) => ({ type: 'DisbursementMade', data: { ...data, line } })),
  fc
    .record({ disbursement: numbers, amount: amounts, acceptance: numbers })
    .map((data) => ({ type: 'DisbursementMade', data: { ...data, line } })),
  fc
    .record({ disbursement: numbers, amount: amounts })
    .map((data) => ({ type: 'DisbursementReversed', data: { ...data, line } })),
  fc.record({ acceptance: numbers, amount: amounts, commitment: numbers, invoice: numbers }).map(
    ({ commitment, ...data }) =>
      ({
        type: 'WorkAccepted',
        data: { ...data, line, draws: { commitment, amount: data.amount } },
      }) as const,
  ),
  fc
    .record({ correction: numbers, disbursed: amounts })
    .map((data) => ({ type: 'QuarterCorrected', data: { ...data, line, quarter: 'Q1', committed: '0.00' } })),
);

const decisions = fc.option(
  fc.oneof(
    people.map((by) => ({ override: { by, reason: 'เร่งด่วน', rules: ['lines'] } })),
    fc.record({ maker: people, approvers: fc.array(people, { maxLength: 2 }) }).map((approval) => ({
      approval: { number: 'D-1', ...approval },
      restates: ['2025-11'],
    })),
  ),
  { nil: undefined, freq: 4 },
);

const around = {
  by: people,
  onBehalfOf: fc.option(people, { nil: undefined, freq: 2 }),
  on: fc.constantFrom('2025-11-05', '2025-11-20', '2026-02-01', '2026-09-15'),
  command: fc.nat(20),
};

/** Events of two accounts, their periods and their waiting documents. */
export const happenings: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({ ...around, what: account, decision: decisions, project: fc.constantFrom('P01', 'P02') })
      .map(({ what, project, ...rest }) => ({
        ...rest,
        ...what,
        stream: `budgetaccount-etda.2569.${project}`,
      })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ ...around, type: fc.constantFrom('PeriodClosed', 'PeriodSoftClosed', 'PeriodReopened') })
      .map((rest) => ({
        ...rest,
        stream: 'fiscalperiods-etda.2569',
        data: { fiscalYear: 2569, period: '2025-11', months: ['2025-11'] },
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ ...around, number: numbers, submits: fc.boolean(), last: fc.boolean() })
      .map(({ number, submits, last, ...rest }) => ({
        ...rest,
        stream: `approval-etda.${number}`,
        ...(submits
          ? { type: 'DocumentSubmitted', data: document(number, rest.by) }
          : { type: 'DocumentApproved', data: { number, tier: 'checker', by: rest.by, last } }),
      })),
  },
);

const document = (number: string, maker: string) => ({
  number,
  maker,
  summary: 'ใบสั่งซื้อ',
  amount: '500.00',
  tiers: ['checker', 'director'],
  what: [{ stream: 'budgetaccount-etda.2569.P01', command: { type: 'commit' } }],
});

export const registered: Happening = {
  stream: 'organisation-etda',
  type: 'OrganisationRegistered',
  data: {
    organisation: 'etda',
    name: 'สพธอ.',
    startMonth: 10,
    era: 'BE',
    timeZone: 'Asia/Bangkok',
    currency: 'THB',
    language: 'th',
  },
  by: 'kanya',
  on: '2025-10-01',
  command: 99,
};
