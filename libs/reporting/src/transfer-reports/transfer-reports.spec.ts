import { describe, expect, it } from '@jest/globals';
import { parseCivilDate, ZERO } from '#kernel';
import { document } from '../report.fixture.ts';
import { transferReportsTable } from './table.ts';
import { transferReports } from './transfer-reports.ts';

const owing = (number: string, dueOn: string) => document('transfer', number, '100.00', { dueOn });

describe('the reports that transfers owe', () => {
  const reported = { ...owing('TR-3', '2026-01-01'), outstanding: ZERO, lastMovedOn: '2025-12-20' };
  const takenBack = { ...owing('TR-4', '2026-01-01'), amount: ZERO, outstanding: ZERO };
  const transfers = [owing('TR-1', '2026-03-31'), owing('TR-2', '2026-03-30'), reported, takenBack];

  it('are overdue after their day, due on it and before, and none of a transfer that was taken back', () => {
    const rows = transferReports(transfers, parseCivilDate('2026-03-31'));
    expect(rows.map(({ transfer, status, daysLeft }) => [transfer.number, status, daysLeft])).toEqual([
      ['TR-2', 'overdue', -1],
      ['TR-1', 'due', 0],
      ['TR-3', 'reported', undefined],
    ]);
  });

  it('show when each was made', () => {
    const table = transferReportsTable(transferReports(transfers, parseCivilDate('2026-03-31')), 'Reports');
    expect(table.rows.at(-1)).toMatchObject({
      document: 'TR-3',
      reported_on: '2025-12-20',
      amount: '100.00',
    });
  });
});
