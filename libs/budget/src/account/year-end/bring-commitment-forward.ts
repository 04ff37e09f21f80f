import { type CivilDate, defineEvent, type EventOf, fields, parseBaht, type Refusal } from '#kernel';
import { z } from 'zod';
import { refuse } from '../../refusals.ts';
import { accountDetails, mustBeCountable, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';
import { mustComeOnce } from './bring-forward.ts';
import { yearOf } from './calendar.ts';
import { type CarriedDocument, carriedFields } from './carried-document.ts';
import { mustBeNextYear } from './rules.ts';
import { documentSource, heldDocument, type StagedDocument, stagedName } from './document.ts';

/** Receives an outstanding document of the year before with its budget, in the same append as its closing there. */
export interface BringCommitmentForward {
  readonly type: 'bring-commitment-forward';
  readonly from: { readonly fiscalYear: number };
  /** The document as `CommitmentCarriedForward` states it. */
  readonly carried: CarriedDocument;
  readonly effectiveOn: CivilDate;
}

export const CommitmentBroughtForward = defineEvent({
  type: 'CommitmentBroughtForward',
  version: 1,
  category: 'budgetaccount',
  when: 'An outstanding document of the year before goes on in this one, with its budget; in the same append as CommitmentCarriedForward there.',
  data: z.strictObject({
    ...carriedFields,
    fromFiscalYear: fields.fiscalYear('The fiscal year that it comes from'),
  }),
});
export type CommitmentBroughtForward = EventOf<typeof CommitmentBroughtForward>;

export function decideBringCommitmentForward(
  state: AccountState,
  { from: { fiscalYear }, carried, effectiveOn }: BringCommitmentForward,
): [CommitmentBroughtForward] | Refusal {
  const { document, amount } = carried;
  const data = { ...carried, fromFiscalYear: fiscalYear };
  return (
    mustBeNextYear(state, fiscalYear, yearOf(state) - 1) ??
    mustComeOnce(state, documentSource(document), stagedName(document)) ??
    mustBeNewDocument(state, document) ??
    mustBeCountable(state, parseBaht(amount)) ?? [{ type: 'CommitmentBroughtForward', effectiveOn, data }]
  );
}

function mustBeNewDocument(state: AccountState, document: StagedDocument): Refusal | undefined {
  if (!heldDocument(state, document)) return undefined;
  return refuse(
    'document-exists',
    `${nameOf(state)} has ${stagedName(document)} already, so that the one of the year before cannot be brought forward; expected it to be paid, released or reserved there before the year is closed.`,
    accountDetails(state, { document }),
  );
}
