import { type CivilDate, defineEvent, type EventOf, fields } from '#kernel';
import { z } from 'zod';

/** Opens the account of one project for one fiscal year. */
export interface OpenAccount {
  readonly type: 'open-account';
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly project: string;
  readonly name: string;
  readonly nameEn?: string | undefined;
  /** The plan or programme the project belongs to. */
  readonly programme?: string | undefined;
  readonly note?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const BudgetAccountOpened = defineEvent({
  type: 'BudgetAccountOpened',
  version: 1,
  category: 'budgetaccount',
  when: 'A project gets an account for a fiscal year; the first event of its stream.',
  data: z.strictObject({
    organisation: fields.code('Organisation that the account belongs to'),
    fiscalYear: fields.fiscalYear(),
    project: fields.code('Project code'),
    name: fields.text('Name of the project', 500),
    nameEn: fields.text('Name in English', 500).optional(),
    programme: fields.text('Plan or programme of the project', 500).optional(),
    note: fields.text('Remark on the budget as published', 2000).optional(),
  }),
});
export type BudgetAccountOpened = EventOf<typeof BudgetAccountOpened>;
