import { type Refusal, type RefusalDetails, type RefusalKind, refusal } from '#kernel';

/** Every refusal of the budget account: its code, kind and meaning. */
export const budgetRefusals = {
  'account-not-open': { kind: 'not-found', meaning: 'The project has no account in the fiscal year.' },
  'account-already-open': {
    kind: 'conflict',
    meaning: 'The project has an account in the fiscal year already.',
  },
  'date-outside-fiscal-year': {
    kind: 'rule',
    meaning: 'The business date does not lie in the fiscal year of the account.',
  },
  'amount-not-positive': { kind: 'invalid', meaning: 'The amount is zero or less.' },
  'reason-missing': {
    kind: 'invalid',
    meaning: 'The posting changes or takes back something and does not say why.',
  },
  'line-missing': { kind: 'invalid', meaning: 'Neither a line nor a commitment is named.' },
  'line-not-in-account': { kind: 'not-found', meaning: 'The account has no budget on the line.' },
  'line-differs-from-commitment': {
    kind: 'rule',
    meaning: 'The line named is not the line of the commitment.',
  },
  'budget-exceeded': { kind: 'rule', meaning: 'More is asked of the line than is available.' },
  'cut-below-used': { kind: 'rule', meaning: 'The cut would take budget that is committed or disbursed.' },
  'transfer-exists': { kind: 'conflict', meaning: 'The number of the transfer is taken.' },
  'transfer-unknown': {
    kind: 'not-found',
    meaning: 'The account has no transfer of this number and amount.',
  },
  'transfer-already-reversed': { kind: 'rule', meaning: 'The transfer is taken back already.' },
  'transfer-to-itself': { kind: 'rule', meaning: 'The transfer leads from a line to the same line.' },
  'plan-negative': { kind: 'invalid', meaning: 'A quarter is planned below zero.' },
  'plan-exceeds-budget': {
    kind: 'rule',
    meaning: 'The plan of the quarters adds up to more than the budget.',
  },
  'plan-already-set': { kind: 'conflict', meaning: 'The account has a plan; it can only be revised.' },
  'plan-not-set': { kind: 'rule', meaning: 'There is no plan that could be revised.' },
  'plan-unchanged': { kind: 'rule', meaning: 'The revision plans what is planned already.' },
  'commitment-exists': { kind: 'conflict', meaning: 'The number of the commitment is taken.' },
  'commitment-unknown': { kind: 'not-found', meaning: 'The account has no commitment of this number.' },
  'commitment-exceeded': { kind: 'rule', meaning: 'More is asked of the commitment than is outstanding.' },
  'date-before-commitment': {
    kind: 'rule',
    meaning: 'What pays, lessens or releases a commitment would take effect before it.',
  },
  'commitment-missing': {
    kind: 'invalid',
    meaning: 'A correction of committed money does not name the commitment.',
  },
  'change-is-zero': { kind: 'invalid', meaning: 'The amendment changes nothing.' },
  'nothing-outstanding': { kind: 'rule', meaning: 'The commitment has nothing left that could be released.' },
  'disbursement-exists': { kind: 'conflict', meaning: 'The number of the disbursement is taken.' },
  'disbursement-unknown': { kind: 'not-found', meaning: 'The account has no disbursement of this number.' },
  'reversal-exceeds-disbursement': {
    kind: 'rule',
    meaning: 'More is taken back than is left of the disbursement.',
  },
  'reversal-before-disbursement': {
    kind: 'rule',
    meaning: 'The reversal would take effect before the disbursement.',
  },
  'already-reversed': {
    kind: 'rule',
    meaning: 'Nothing is left of the disbursement that could be taken back.',
  },
  'correction-exists': { kind: 'conflict', meaning: 'The number of the correction is taken.' },
  'correction-changes-nothing': {
    kind: 'invalid',
    meaning: 'The correction moves neither disbursed nor committed money.',
  },
  'correction-below-zero': {
    kind: 'rule',
    meaning: 'The correction would leave less than nothing disbursed in the quarter or on the line.',
  },
  'quarter-not-ended': {
    kind: 'rule',
    meaning: 'The quarter has not ended; ordinary postings still reach it.',
  },
  'date-outside-quarter': {
    kind: 'rule',
    meaning: 'The business date does not lie in the quarter that is corrected.',
  },
  'request-exists': { kind: 'conflict', meaning: 'The number of the request is taken.' },
  'request-unknown': { kind: 'not-found', meaning: 'The account has no request of this number.' },
  'request-exceeded': { kind: 'rule', meaning: 'More is asked of the request than is outstanding.' },
  'acceptance-exists': { kind: 'conflict', meaning: 'The number of the acceptance is taken.' },
  'acceptance-unknown': { kind: 'not-found', meaning: 'The account has no acceptance of this number.' },
  'acceptance-exceeded': { kind: 'rule', meaning: 'More is paid for the acceptance than is unpaid of it.' },
  'quantity-exceeded': { kind: 'rule', meaning: 'More units are asked of a document than are outstanding.' },
  'date-before-document': {
    kind: 'rule',
    meaning: 'What draws on a document, or gives it back, would take effect before it.',
  },
  'document-reversed': { kind: 'rule', meaning: 'The document was taken back; it is not changed any more.' },
  'document-ambiguous': {
    kind: 'invalid',
    meaning: 'The payment names an acceptance and a commitment; it can take money of one.',
  },
  'document-in-use': {
    kind: 'rule',
    meaning: 'A later document stands on the one that is to be taken back.',
  },
  'voucher-clears-advance': {
    kind: 'rule',
    meaning:
      'The voucher clears an advance: its clearing is taken back, so that the advance is outstanding again.',
  },
  'refund-exists': { kind: 'conflict', meaning: 'The number of the refund is taken.' },
  'withheld-exceeds-payment': {
    kind: 'invalid',
    meaning: 'More cash is kept back than is paid, or a part of it is not above zero.',
  },
  'foreign-amount-differs': {
    kind: 'invalid',
    meaning: 'The amount in baht is not the foreign amount at its rate.',
  },
  'currency-differs': { kind: 'rule', meaning: 'The document is booked in another currency.' },
  'contract-years-differ': {
    kind: 'invalid',
    meaning:
      'The years of a contract do not add up to it or begin before this one, or the part committed differs.',
  },
  'contract-year-unknown': {
    kind: 'not-found',
    meaning: 'The account has no contract with a part for the year.',
  },
  'contract-year-taken': { kind: 'rule', meaning: "The year's part of the contract is committed already." },
  'contract-year-exceeded': {
    kind: 'rule',
    meaning: "More is committed of the contract than the year's part.",
  },
  'off-budget-line-exists': { kind: 'conflict', meaning: 'The item of the document is noted already.' },
  'release-exceeds-allocation': { kind: 'rule', meaning: 'More would be released than is allocated.' },
  'transfer-blocked': { kind: 'rule', meaning: 'The policy lets no money move between the two categories.' },
  'transfer-needs-agreement': {
    kind: 'rule',
    meaning: 'The policy wants an agreement from outside for money that moves between the two categories.',
  },
  'transfer-release-differs': {
    kind: 'rule',
    meaning: 'Less of the released budget would move with the transfer than must, or more than can.',
  },
  'no-report-owed': { kind: 'rule', meaning: 'The transfer owes no report, or it is reported already.' },
  'plan-quarter-locked': {
    kind: 'rule',
    meaning: 'A quarter that has ended is locked and stays planned as it was.',
  },
  'advance-exists': { kind: 'conflict', meaning: 'The number of the advance is taken.' },
  'advance-unknown': { kind: 'not-found', meaning: 'The account has no advance of this number.' },
  'advance-settled': { kind: 'rule', meaning: 'Nothing of the advance is outstanding any more.' },
  'advance-exceeded': { kind: 'rule', meaning: 'More cash is returned than is left of the advance.' },
  'clearing-unknown': { kind: 'not-found', meaning: 'The account has no clearing of this number.' },
  'clearing-already-reversed': { kind: 'rule', meaning: 'The clearing is taken back already.' },
  'advance-due-early': { kind: 'invalid', meaning: 'The advance would be due before it is paid.' },
  'held-cash-exists': {
    kind: 'conflict',
    meaning: 'The number of the guarantee or retention is taken.',
  },
  'held-cash-unknown': {
    kind: 'not-found',
    meaning: 'Neither a guarantee nor a retention is held under this number.',
  },
  'held-cash-exceeded': {
    kind: 'rule',
    meaning: 'More of a guarantee or retention is given up than is held.',
  },
  'retention-returned': {
    kind: 'rule',
    meaning: 'The payment cannot be taken back: its retention is given back or kept already.',
  },
  'ceiling-exceeded': {
    kind: 'rule',
    meaning: 'More would be used up to the end of a month or quarter than its ceiling allows.',
  },
  'override-not-allowed': {
    kind: 'rule',
    meaning: 'The rule can be set aside only by somebody whose duty it is.',
  },
  'approval-needed': {
    kind: 'rule',
    meaning: 'The policy wants other eyes: the document has to be submitted for approval.',
  },
  'period-closed': {
    kind: 'rule',
    meaning: 'The month is closed; only a restatement with its reason and approval reaches it.',
  },
  'period-soft-closed': {
    kind: 'rule',
    meaning: 'The month is closed softly; only those whose duty it is post into it.',
  },
  'restatement-not-allowed': {
    kind: 'rule',
    meaning: 'A closed month can be restated only by somebody whose duty it is.',
  },
  'date-before-step': {
    kind: 'rule',
    meaning: 'The step of the year-end would take effect before what it follows.',
  },
  'document-date-outside-year': {
    kind: 'rule',
    meaning:
      'The date on the document lies outside the fiscal year, and nobody whose duty it is allows that.',
  },
  'reservation-exists': { kind: 'conflict', meaning: 'The number of the reservation is taken.' },
  'reservation-unknown': { kind: 'not-found', meaning: 'The account has no reservation of this number.' },
  'document-unknown': {
    kind: 'not-found',
    meaning: 'The account has no such document with money outstanding.',
  },
  'document-exists': {
    kind: 'conflict',
    meaning: 'The number of a document that is brought forward is taken in the new year.',
  },
  'document-already-reserved': { kind: 'rule', meaning: 'The money of the document is reserved already.' },
  'reservation-not-confirmed': { kind: 'rule', meaning: 'The reservation is not confirmed yet.' },
  'reservation-already-confirmed': {
    kind: 'rule',
    meaning: 'The reservation is confirmed; its time can only be extended.',
  },
  'until-out-of-range': {
    kind: 'rule',
    meaning: 'The last day of disbursement lies too early, or later than without an extension it may.',
  },
  'agreement-missing': {
    kind: 'invalid',
    meaning: 'The extension does not name the agreement with the ministry of finance.',
  },
  'reservation-expired': {
    kind: 'rule',
    meaning: 'The posting takes effect after the last day of the reservation.',
  },
  'reservation-not-expired': {
    kind: 'rule',
    meaning: 'The reservation still runs; it lapses only after its last day.',
  },
  'reservation-lapsed': {
    kind: 'rule',
    meaning: 'The reservation has lapsed; nothing moves on it any more.',
  },
  'reservation-in-use': {
    kind: 'rule',
    meaning: 'A document stands that only this confirmation or extension made possible.',
  },
  'year-not-ended': { kind: 'rule', meaning: 'The year is closed on its last day or later.' },
  'year-closed': { kind: 'rule', meaning: 'The year of the account is closed; only reserved money moves.' },
  'not-the-next-year': {
    kind: 'rule',
    meaning: 'Money is carried from one fiscal year to the next, and to no other.',
  },
  'year-end-step-unknown': {
    kind: 'not-found',
    meaning: 'The year-end has no such step that could be taken back.',
  },
  'year-end-out-of-order': {
    kind: 'rule',
    meaning: 'A later step of the year-end has to be taken back first.',
  },
  'brought-forward-already': {
    kind: 'conflict',
    meaning: 'The money of the line or document of the year before is brought forward already.',
  },
  'brought-forward-unknown': {
    kind: 'not-found',
    meaning: 'Nothing of the line or document of the year before was brought forward.',
  },
  'brought-forward-used': {
    kind: 'rule',
    meaning: 'The document that was brought forward has been worked with since.',
  },
} as const satisfies Record<string, { kind: RefusalKind; meaning: string }>;

export type BudgetRefusalCode = keyof typeof budgetRefusals;

export function refuse(code: BudgetRefusalCode, message: string, details: RefusalDetails): Refusal {
  return refusal(budgetRefusals[code].kind, code, message, details);
}
