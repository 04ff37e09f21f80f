import {
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  type Refusal,
  type Satang,
} from '#kernel';
import { z } from 'zod';
import { refuse } from '../../refusals.ts';
import { accountDetails, mustBePositive, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';

const STAGES = ['request', 'commitment', 'acceptance', 'disbursement'] as const;

/** Notes a line of a document that does not touch the budget, so that the document is whole and says so. */
export interface NoteOffBudgetLine {
  readonly type: 'note-off-budget-line';
  readonly stage: (typeof STAGES)[number];
  readonly document: string;
  readonly item: string;
  readonly amount: Satang;
  /** Why the budget is not touched. */
  readonly description: string;
  readonly effectiveOn: CivilDate;
}

export const OffBudgetLineNoted = defineEvent({
  type: 'OffBudgetLineNoted',
  version: 1,
  category: 'budgetaccount',
  when: 'A line of a document does not touch the budget and says so.',
  data: z.strictObject({
    stage: z.enum(STAGES).meta({ description: 'Stage of the document in the chain' }),
    document: fields.code('Number of the document'),
    item: fields.code('Item of the document'),
    amount: fields.baht('Amount of the line; it moves no budget'),
    description: fields.text('What it is for, and why the budget is not touched', 2000),
  }),
});
export type OffBudgetLineNoted = EventOf<typeof OffBudgetLineNoted>;

export function decideNote(state: AccountState, command: NoteOffBudgetLine): [OffBudgetLineNoted] | Refusal {
  const { stage, document, item, amount, description, effectiveOn } = command;
  const key = noteKey(command);
  if (state.offBudget.has(key)) {
    return refuse(
      'off-budget-line-exists',
      `${nameOf(state)}: item ${item} of the ${stage} ${document} is noted already; expected another item.`,
      accountDetails(state, { document, item }),
    );
  }
  const data = { stage, document, item, amount: formatBaht(amount), description };
  return mustBePositive(state, amount) ?? [{ type: 'OffBudgetLineNoted', effectiveOn, data }];
}

const noteKey = ({ stage, document, item }: Pick<NoteOffBudgetLine, 'stage' | 'document' | 'item'>): string =>
  `${stage}\n${document}\n${item}`;

export function evolveNoted(state: AccountState, { data }: OffBudgetLineNoted): void {
  state.offBudget.add(noteKey(data));
}
