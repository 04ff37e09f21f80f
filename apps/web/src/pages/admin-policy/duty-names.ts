/** Duties of the ledger itself; every other name is a tier of approval that the policy names. */
export const DUTY_NAMES = [
  'keep-policy',
  'keep-periods',
  'override-availability',
  'post-after-soft-close',
  'restate',
  'approve-restatement',
  'allow-date-outside-year',
  'checker',
] as const;
export type DutyName = (typeof DUTY_NAMES)[number];

export const isDutyName = (name: string): name is DutyName => DUTY_NAMES.includes(name as DutyName);
