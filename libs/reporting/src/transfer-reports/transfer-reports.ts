import type { CivilDate } from '#kernel';
import { daysBetween } from '../days.ts';
import type { DocumentLine } from '../documents.ts';

/** A transfer of which somebody outside must be told. */
export interface OwedReport {
  readonly transfer: DocumentLine;
  readonly status: 'due' | 'reported' | 'overdue';
  /** The day of the report. */
  readonly reportedOn: string | undefined;
  /** Days until the report is due; negative when overdue; absent once it is reported. */
  readonly daysLeft: number | undefined;
}

const ORDER: Readonly<Record<OwedReport['status'], number>> = { overdue: 0, due: 1, reported: 2 };

/** Transfers that owe a report, on a day: overdue ones first, each group by its due date. One taken back owes none. */
export const transferReports = (transfers: readonly DocumentLine[], on: CivilDate): OwedReport[] =>
  transfers
    .filter(({ amount }) => amount > 0)
    .map((transfer) => owedOf(transfer, on))
    .sort((a, b) => ORDER[a.status] - ORDER[b.status] || (keyOf(a) < keyOf(b) ? -1 : 1));

function owedOf(transfer: DocumentLine, on: CivilDate): OwedReport {
  if (transfer.outstanding === 0) {
    return { transfer, status: 'reported', reportedOn: transfer.lastMovedOn, daysLeft: undefined };
  }
  const daysLeft = transfer.dueOn === null ? undefined : daysBetween(on, transfer.dueOn);
  const status = daysLeft !== undefined && daysLeft < 0 ? 'overdue' : 'due';
  return { transfer, status, reportedOn: undefined, daysLeft };
}

const keyOf = ({ transfer: { dueOn, project, number } }: OwedReport): string =>
  [dueOn ?? '', project, number].join('\n');
