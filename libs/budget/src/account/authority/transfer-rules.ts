import { transferRule } from '#control';
import { type CivilDate, parseCivilDate, type Refusal } from '#kernel';
import { refuse } from '../../refusals.ts';
import { type AccountContext, policyOf } from '../context.ts';
import { accountDetails, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';
import type { TransferOut } from './transfer.ts';

/** What the policy adds to a transfer that it lets pass. */
export interface TransferTerms {
  /** Its message, when it only wants to be heard. */
  readonly alert?: string;
  readonly reportDueOn?: CivilDate;
}

/**
 * What the policy says to a transfer from one category to another: nothing, an alert, a report within some days, an
 * agreement that has to be named, or no. Taking a transfer back is not asked about.
 */
export function transferTerms(
  state: AccountState,
  { line, to, reverses, agreement, effectiveOn }: TransferOut,
  context: AccountContext,
): TransferTerms | Refusal {
  if (reverses !== undefined) return {};
  const pair = { from: line.category, to: to.line.category };
  const betweenProjects = to.project !== state.opened?.project;
  const rule = transferRule(policyOf(context), { ...pair, betweenProjects });
  if (!rule) return {};
  const { action, message, withinDays = 0 } = rule;
  const details = accountDetails(state, { ...pair, betweenProjects, rule: message });
  const what = `${nameOf(state)}: a transfer from ${pair.from} to ${pair.to}`;
  switch (action) {
    case 'block':
      return refuse('transfer-blocked', `${what} is blocked by the policy: ${asSentence(message)}`, details);
    case 'agreement':
      return agreement === undefined || agreement.trim() === ''
        ? refuse(
            'transfer-needs-agreement',
            `${what} names no agreement; expected its reference: ${asSentence(message)}`,
            details,
          )
        : {};
    case 'alert':
      return { alert: message };
    case 'report':
      return { reportDueOn: daysAfter(effectiveOn, withinDays) };
  }
}

const asSentence = (message: string): string => (message.endsWith('.') ? message : `${message}.`);

const daysAfter = (date: CivilDate, days: number): CivilDate =>
  parseCivilDate(
    new Date(Date.parse(`${date}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10),
  );
