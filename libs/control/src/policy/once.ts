/** What a check of zod is given: the list as it was read, and where faults are told. */
interface ListOf<Rule> {
  readonly value: readonly Rule[];
  readonly issues: unknown[];
}

/** Finds rules that say the same twice; the later one is told, since the earlier one would hide it. */
export const once =
  <Rule>(what: string, sameness: (rule: Rule) => string) =>
  ({ value, issues }: ListOf<Rule>): void => {
    const seen = new Set<string>();
    for (const [index, rule] of value.entries()) {
      const key = sameness(rule);
      if (seen.has(key)) {
        issues.push({ code: 'custom', input: rule, path: [index], message: `expected every ${what} once` });
      }
      seen.add(key);
    }
  };
