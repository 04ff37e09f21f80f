import { type LedgerUnderTest, LINE } from './ledger-under-test.fixture.ts';

const P01 = 'budget-accounts/2569/P01';
const CAPITAL = { ...LINE, category: 'capital' };

const policy = {
  transfers: [
    {
      scope: 'any',
      from: 'operating',
      to: 'capital',
      action: 'report',
      message: 'แจ้งสำนักงบประมาณ',
      withinDays: 30,
    },
  ],
  targets: [
    { fiscalYear: 2569, group: 'current', through: 'Q1', percent: '36' },
    { fiscalYear: 2569, group: 'capital', through: '2026-03', percent: '40' },
    { fiscalYear: 2569, group: 'all', through: 'Q4', percent: '93' },
  ],
};

/** The life of a budget in the order of its postings: what it consists of, how it is used, what is left at the end. */
const POSTINGS: readonly (readonly [path: string, body: object])[] = [
  ['control/policy', { policy, effectiveOn: '2025-10-01' }],
  [`${P01}/allocations`, { line: CAPITAL, amount: '400000.00', document: 'AP-1', effectiveOn: '2025-10-01' }],
  [
    `${P01}/cuts`,
    { line: LINE, amount: '50000.00', document: 'CUT-1', reason: 'ปรับลดงบประมาณ', effectiveOn: '2025-11-01' },
  ],
  [
    `${P01}/transfers`,
    {
      transfer: 'TR-1',
      line: LINE,
      to: { toProject: 'P01', toFundSource: CAPITAL.fundSource, toCategory: CAPITAL.category },
      amount: '100000.00',
      reason: 'ซื้อครุภัณฑ์เพิ่ม',
      effectiveOn: '2025-11-05',
    },
  ],
  [`${P01}/requests`, { request: 'PR-1', line: LINE, amount: '300000.00', effectiveOn: '2025-11-10' }],
  [
    `${P01}/commitments`,
    {
      commitment: 'PO-1',
      request: 'PR-1',
      amount: '240000.00',
      final: true,
      counterparty: 'V-7',
      effectiveOn: '2025-11-20',
    },
  ],
  [
    `${P01}/acceptances`,
    {
      acceptance: 'IV-1',
      commitment: 'PO-1',
      amount: '200000.00',
      dueOn: '2025-12-31',
      effectiveOn: '2025-12-01',
    },
  ],
  [
    `${P01}/disbursements`,
    { disbursement: 'DV-1', acceptance: 'IV-1', amount: '150000.00', effectiveOn: '2026-01-15' },
  ],
  [
    `${P01}/disbursements`,
    { disbursement: 'DV-2', line: CAPITAL, amount: '200000.00', effectiveOn: '2026-02-10' },
  ],
  [
    `${P01}/advances`,
    { advance: 'AD-1', line: LINE, amount: '30000.00', dueOn: '2026-03-31', effectiveOn: '2026-03-01' },
  ],
  [`${P01}/requests`, { request: 'PR-2', line: LINE, amount: '40000.00', effectiveOn: '2026-03-05' }],
];

const AT_YEAR_END: readonly (readonly [path: string, body: object])[] = [
  ['budget-accounts', { fiscalYear: 2570, project: 'P01', name: 'P01', effectiveOn: '2026-10-01' }],
  [
    `${P01}/year-end/reservations`,
    { reservation: 'RS-1', stage: 'acceptance', document: 'IV-1', effectiveOn: '2026-09-15' },
  ],
  [`${P01}/year-end/reservations/RS-1/confirmations`, { effectiveOn: '2026-09-20' }],
  [`${P01}/year-end/closing`, { effectiveOn: '2026-09-30' }],
  [
    `${P01}/disbursements`,
    { disbursement: 'DV-9', acceptance: 'IV-1', amount: '20000.00', effectiveOn: '2026-11-20' },
  ],
];

/** A project of one million baht with a budget, a chain of documents, an advance and a transfer that owes a report. */
export async function liveThroughYear(ledger: LedgerUnderTest): Promise<void> {
  await ledger.account('P01', '1000000.00');
  for (const [path, body] of POSTINGS) await ledger.must(path, body);
}

/** What is accepted and unpaid is reserved, the year is closed, and a part is paid after it. */
export async function endYear(ledger: LedgerUnderTest): Promise<void> {
  for (const [path, body] of AT_YEAR_END) await ledger.must(path, body);
}
