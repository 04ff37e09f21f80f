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
} as const satisfies Record<string, { kind: RefusalKind; meaning: string }>;

export type BudgetRefusalCode = keyof typeof budgetRefusals;

export function refuse(code: BudgetRefusalCode, message: string, details: RefusalDetails): Refusal {
  return refusal(budgetRefusals[code].kind, code, message, details);
}
