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
import { type Line, lineKey, lineName } from '../../line.ts';
import { lineSchema } from '../../line-schema.ts';
import { refuse } from '../../refusals.ts';
import { accountDetails, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';
import { documentSchema, documentSource, heldDocument, type StagedDocument, stagedName } from './document.ts';
import { reservationOf } from './reservation.ts';

/** Gives back to the year before what was brought forward, in the same append as the reversal of its closing there. */
export interface ReturnBroughtForward {
  readonly type: 'return-brought-forward';
  /** A line, or a document, of the year before. */
  readonly from: { readonly line: Line } | { readonly document: StagedDocument };
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

export const BroughtForwardReturned = defineEvent({
  type: 'BroughtForwardReturned',
  version: 1,
  category: 'budgetaccount',
  when: 'The closing of the year before is taken back: what was brought forward returns; the reason stands in the metadata.',
  data: z.strictObject({
    line: lineSchema,
    amount: fields.baht('Budget taken from the line; zero only for a contract without anything outstanding'),
    fromLine: lineSchema.meta({ description: 'The line of the year before that gets it back' }).optional(),
    document: documentSchema
      .meta({ description: 'The document that goes back to the year before' })
      .optional(),
  }),
});
export type BroughtForwardReturned = EventOf<typeof BroughtForwardReturned>;

export function decideReturn(
  state: AccountState,
  { from, effectiveOn }: ReturnBroughtForward,
): [BroughtForwardReturned] | Refusal {
  const document = 'document' in from ? from.document : undefined;
  const source = 'document' in from ? documentSource(from.document) : lineKey(from.line);
  const what = 'document' in from ? stagedName(from.document) : `the line ${lineName(from.line)}`;
  const brought = state.broughtForward.get(source);
  if (!brought) {
    return refuse(
      'brought-forward-unknown',
      `${nameOf(state)}: nothing of ${what} of the year before was brought forward.`,
      accountDetails(state, { from: what }),
    );
  }
  const { line, amount } = brought;
  const origin = 'document' in from ? { document: from.document } : { fromLine: from.line };
  const data = { line, amount: formatBaht(amount), ...origin };
  // That the money of a line is still free is the common rule: budget that is used is not taken away.
  const refused = document && mustBeUntouched(state, document, amount);
  return refused ?? [{ type: 'BroughtForwardReturned', effectiveOn, data }];
}

function mustBeUntouched(
  state: AccountState,
  document: StagedDocument,
  brought: Satang,
): Refusal | undefined {
  const held = heldDocument(state, document);
  const whole = held?.outstanding === brought && held.outstandingQuantity === held.quantity;
  if (whole && reservationOf(state, document) === undefined) return undefined;
  return refuse(
    'brought-forward-used',
    `${nameOf(state)}: ${stagedName(document)} was brought forward with ${formatBaht(brought)} outstanding and has been worked with since; expected that to be taken back first.`,
    accountDetails(state, { document, brought: formatBaht(brought) }),
  );
}
