import type { CarryRule, ControlPolicy, TransferRule } from './policy.ts';

/** The rule for a transfer from one category to another; the first that fits counts. */
export const transferRule = (
  { transfers }: ControlPolicy,
  asked: { readonly from: string; readonly to: string; readonly betweenProjects: boolean },
): TransferRule | undefined =>
  transfers.find(
    ({ from, to, scope }) =>
      (from === undefined || from === asked.from) &&
      (to === undefined || to === asked.to) &&
      (scope === 'any' || (scope === 'projects') === asked.betweenProjects),
  );

/** What becomes of a line at the end of the year: the first rule that fits, else open commitments go on and the rest lapses. */
export const carryRuleOf = (
  { yearEnd }: ControlPolicy,
  line: { readonly fundSource: string; readonly category: string },
): CarryRule =>
  yearEnd.rules.find(
    ({ match = {} }) =>
      (match.fundSource === undefined || match.fundSource === line.fundSource) &&
      (match.category === undefined || match.category === line.category),
  ) ?? { carry: 'commitments', rest: 'lapse' };
