import { type CivilDate, defineEvent, type EventOf, fields, type Refusal, UnreadableEvent } from '#kernel';
import { z } from 'zod';
import { lineSchema } from '../../line-schema.ts';
import { refuse } from '../../refusals.ts';
import { accountDetails, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';
import { transferOut, transfersOut } from './transfer-ends.ts';

/** Says that a transfer was reported, as the policy wants it; late is recorded like in time. */
export interface ReportTransfer {
  readonly type: 'report-transfer';
  readonly transfer: string;
  /** Reference of the report. */
  readonly reference: string;
  readonly effectiveOn: CivilDate;
}

export const TransferReported = defineEvent({
  type: 'TransferReported',
  version: 1,
  category: 'budgetaccount',
  when: 'A transfer that had to be reported is reported; written once, at the giving end.',
  data: z.strictObject({
    transfer: fields.code('Number of the transfer'),
    line: lineSchema.meta({ description: 'The line that gave the budget' }),
    reference: fields.code('Reference of the report'),
    dueOn: fields.date('The day by which it was due'),
  }),
});
export type TransferReported = EventOf<typeof TransferReported>;

export function decideReport(
  state: AccountState,
  { transfer, reference, effectiveOn }: ReportTransfer,
): [TransferReported] | Refusal {
  const made = transferOut(state, transfer);
  const details = accountDetails(state, { transfer });
  if (!made) {
    return refuse('transfer-unknown', `${nameOf(state)} has given no transfer ${transfer}.`, details);
  }
  if (made.reportDueOn === undefined || made.reported) {
    const why = made.reported ? 'is reported already' : 'owes no report';
    return refuse('no-report-owed', `${nameOf(state)}: the transfer ${transfer} ${why}.`, details);
  }
  if (effectiveOn < made.effectiveOn) {
    return refuse(
      'date-before-document',
      `${nameOf(state)}: ${effectiveOn} lies before the transfer ${transfer} of ${made.effectiveOn}; expected that day or later.`,
      accountDetails(state, { transfer, effectiveOn, expected: made.effectiveOn }),
    );
  }
  const data = { transfer, line: made.line, reference, dueOn: made.reportDueOn };
  return [{ type: 'TransferReported', effectiveOn, data }];
}

export function evolveReported(state: AccountState, { data }: TransferReported): void {
  const made = transferOut(state, data.transfer);
  if (!made) throw new UnreadableEvent(`the transfer ${data.transfer} was never made`);
  made.reported = true;
}

/** A transfer that has to be reported and is not reported yet. */
export interface ReportDue {
  readonly transfer: string;
  readonly dueOn: CivilDate;
  /** Whether the day is past. */
  readonly overdue: boolean;
}

/** The reports that the account owes on a day, the earliest first; a transfer that was taken back owes none. */
export const reportsDue = (state: AccountState, on: CivilDate): ReportDue[] =>
  transfersOut(state)
    .flatMap(([transfer, { reportDueOn: dueOn, reported, reversed }]) =>
      dueOn === undefined || reported || reversed ? [] : [{ transfer, dueOn, overdue: dueOn < on }],
    )
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
