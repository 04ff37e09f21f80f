import { type CivilDate, defineEvent, type EventOf, fields, type Refusal } from '#kernel';
import { z } from 'zod';
import { refuse } from '../../refusals.ts';
import { accountDetails, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';

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

export function decideOpen(state: AccountState, command: OpenAccount): [BudgetAccountOpened] | Refusal {
  if (state.opened) {
    return refuse('account-already-open', `${nameOf(state)} has an account already.`, accountDetails(state));
  }
  const { organisation, fiscalYear, project, name, nameEn, programme, note, effectiveOn } = command;
  return [
    {
      type: 'BudgetAccountOpened',
      effectiveOn,
      data: {
        organisation,
        fiscalYear,
        project,
        name,
        ...(nameEn === undefined ? {} : { nameEn }),
        ...(programme === undefined ? {} : { programme }),
        ...(note === undefined ? {} : { note }),
      },
    },
  ];
}

export function evolveOpened(state: AccountState, { data }: BudgetAccountOpened): void {
  const { organisation, fiscalYear, project, name } = data;
  state.opened = { organisation, fiscalYear, project, name };
}
