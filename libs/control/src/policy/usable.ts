import { type FiscalCalendar, type FiscalYear, fiscalYearRange, type Refusal } from '#kernel';
import { malformed } from './malformed.ts';
import type { ApprovalRule, ControlPolicy, DisbursementTarget } from './policy.ts';

/** What a policy may speak of, beside its form. */
export interface PolicyWorld {
  /** Commands that a rule of approval may name. */
  readonly commands: readonly string[];
  readonly calendar: FiscalCalendar;
}

/**
 * Whether each rule of a policy that is given can ever hold. It is asked where a policy comes in and not where it is
 * read: older logs hold policies that nobody asked so.
 */
export function mustBeUsable(
  { approvals, targets }: Pick<ControlPolicy, 'approvals' | 'targets'>,
  { commands, calendar }: PolicyWorld,
): Refusal | undefined {
  const unknown = ({ command }: ApprovalRule) => command !== '*' && !commands.includes(command);
  const faults = [
    ...approvals.flatMap((rule, index) =>
      unknown(rule)
        ? [{ field: `approvals.${index}.command`, expected: `expected * or one of ${commands.join(', ')}` }]
        : [],
    ),
    ...targets.flatMap((target, index) => {
      const [first, last] = monthsOf(target, calendar);
      const { through, fiscalYear } = target;
      return through.startsWith('Q') || (through >= first && through <= last)
        ? []
        : [
            {
              field: `targets.${index}.through`,
              expected: `expected a month of the fiscal year ${fiscalYear}, ${first} to ${last}`,
            },
          ];
    }),
  ];
  return faults.length === 0 ? undefined : malformed(faults);
}

function monthsOf(
  { fiscalYear }: DisbursementTarget,
  calendar: FiscalCalendar,
): readonly [first: string, last: string] {
  const { first, last } = fiscalYearRange(fiscalYear as FiscalYear, calendar);
  return [first.slice(0, 7), last.slice(0, 7)];
}
