import { describe, expect, it } from '@jest/globals';
import { budgetFaults } from './budget-faults.fixture.ts';
import { edit, expectFault, sample } from './faults.fixture.ts';
import { figureFaults } from './figure-faults.fixture.ts';
import { formFaults } from './form-faults.fixture.ts';
import { type FaultCode, faultCodes, planImport } from './index.ts';
import { LedgerInMemory, replaced, withFile } from './sample.fixture.ts';

const cases = [...formFaults, ...figureFaults, ...budgetFaults];

/** `known-ledger.spec.ts` and the test of a thousand faults. */
const TESTED_ELSEWHERE: readonly FaultCode[] = ['report-differs', 'report-out-of-order', 'more-faults'];

describe('a faulty folder', () => {
  it.each(cases)('with %s posts nothing and says where', async (...fault) => {
    await expectFault(fault);
  });

  it('has a test for every kind of fault', () => {
    const tested = new Set([...cases.map(([, , code]) => code), ...TESTED_ELSEWHERE]);
    expect([...tested].sort()).toEqual(Object.keys(faultCodes).sort());
  });

  it('lists all its faults, not only the first', async () => {
    const files = replaced(edit('summary.csv', '15.0334', 'fifteen'), 'projects.csv', '47.6852', 'much');
    const { faults } = await planImport(files, new LedgerInMemory());
    expect(faults.map(({ file, line, column, given }) => [file, line, column, given])).toEqual([
      ['projects.csv', 3, 'budget_m', 'much'],
      ['summary.csv', 2, 'spent_m', 'fifteen'],
    ]);
  });

  it('lists a thousand faults and counts the rest', async () => {
    const files = withFile(sample, 'summary.csv', (content) => content + 'x\n'.repeat(1_200));
    const { faults } = await planImport(files, new LedgerInMemory());
    expect(faults).toHaveLength(1_001);
    expect(faults.at(-1)).toMatchObject({ code: 'more-faults', message: '200 more faults are not listed.' });
  });

  it('keeps the line right behind cells with line breaks', async () => {
    const quoted = edit(
      'projects.csv',
      'Promotion and Governance of National Digital ID',
      '"Promotion\r\nand\r\nGovernance"',
    );
    const plan = await planImport(replaced(quoted, 'projects.csv', '47.6852', 'much'), new LedgerInMemory());
    expect(plan.faults).toMatchObject([{ code: 'amount-malformed', file: 'projects.csv', line: 5 }]);
  });
});
