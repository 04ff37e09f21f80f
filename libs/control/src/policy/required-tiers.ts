import { parseBaht, type Satang } from '#kernel';
import type { ApprovalRule, ControlPolicy } from './policy.ts';

/**
 * The duties whose approval a command of an amount needs, in order: those of the rule with the highest amount that the
 * command reaches. A rule that names the command goes before one for every command, but only from its own amount on:
 * below it the rule for every command still holds.
 */
export function requiredTiers(
  { approvals }: ControlPolicy,
  command: string,
  amount: Satang,
): readonly string[] {
  const fits = (name: string) =>
    approvals.filter((rule) => rule.command === name && parseBaht(rule.from) <= amount);
  return (highest(fits(command)) ?? highest(fits('*')))?.tiers ?? [];
}

const highest = (rules: readonly ApprovalRule[]): ApprovalRule | undefined =>
  rules.reduce<ApprovalRule | undefined>(
    (best, rule) => (!best || parseBaht(rule.from) > parseBaht(best.from) ? rule : best),
    undefined,
  );
