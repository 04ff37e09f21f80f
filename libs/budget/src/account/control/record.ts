import { formatBaht, subtract } from '#kernel';
import type { AccountCommand } from '../commands.ts';
import type { AccountContext } from '../context.ts';
import type { AccountEvent } from '../events.ts';
import { percentUsed, recordOf } from './availability.ts';
import type { Findings } from './findings.ts';
import { closedMonths } from './periods.ts';

/** A rule that did not stop the decision and still has something to say. */
export interface Warning {
  readonly code: 'budget-exceeded' | 'ceiling-exceeded' | 'nearly-used';
  readonly rule: string;
  readonly message: string;
}

/**
 * What a decision saw: enough to take it again. It stands in the metadata of the first event of the decision;
 * amounts are decimal strings in baht.
 */
export interface DecisionRecord {
  /** Version of the policy; 0 for the defaults. */
  readonly policy: number;
  /** Revision of the account's own stream and of every other that was seen, so that all can be folded up to there. */
  readonly revisions: Readonly<Record<string, string>>;
  readonly balances: readonly object[];
  readonly warnings?: readonly Warning[];
  readonly override?: { readonly by: string; readonly reason: string; readonly rules: readonly string[] };
  readonly approval?: {
    readonly number: string;
    readonly maker: string;
    readonly approvers: readonly string[];
  };
  /** Closed months that the decision restates. */
  readonly restates?: readonly string[];
  /** A date of the document outside the fiscal year, and who let it in. */
  readonly documentDate?: { readonly date: string; readonly allowedBy: string };
}

/** The events with the record on the first of them. */
export function withRecord(
  command: AccountCommand,
  events: readonly AccountEvent[],
  findings: Findings,
  context: AccountContext,
): readonly AccountEvent[] {
  const [first, ...rest] = events;
  if (!first) return events;
  return [{ ...first, decision: recordFor(command, events, findings, context) }, ...rest];
}

function recordFor(
  command: AccountCommand,
  events: readonly AccountEvent[],
  findings: Findings,
  context: AccountContext,
): DecisionRecord {
  const warnings = warningsOf(findings);
  const { approval, actor = '', revisions = {} } = context;
  const restates = closedMonths(events, context);
  return {
    policy: context.control?.version ?? 0,
    revisions: Object.fromEntries(Object.entries(revisions).filter(([, revision]) => revision !== 'none')),
    balances: [
      ...findings.balances.map(recordOf),
      ...findings.ceilings.map(({ rule, key, period, limit, used, requested }) => ({
        rule,
        key,
        period,
        limit: formatBaht(limit),
        used: formatBaht(used),
        requested: formatBaht(requested),
      })),
    ],
    ...(warnings.length === 0 ? {} : { warnings }),
    ...overrideOf(command, findings, actor),
    ...(approval === undefined
      ? {}
      : {
          approval: {
            number: approval.number,
            maker: approval.maker,
            approvers: approval.given.map(({ by }) => by),
          },
        }),
    ...(restates.length === 0 ? {} : { restates }),
    ...(command.documentDate === undefined
      ? {}
      : { documentDate: { date: command.documentDate, allowedBy: actor } }),
  };
}

function warningsOf({ balances, ceilings }: Findings): Warning[] {
  return [
    ...balances
      .filter(({ severity, shortBy }) => severity === 'warn' && shortBy > 0)
      .map((seen) => ({
        code: 'budget-exceeded' as const,
        rule: seen.rule,
        message: `${formatBaht(seen.requested)} is asked, ${formatBaht(subtract(seen.budget, seen.used))} is available.`,
      })),
    ...ceilings
      .filter(({ severity, shortBy }) => severity === 'warn' && shortBy > 0)
      .map((seen) => ({
        code: 'ceiling-exceeded' as const,
        rule: seen.rule,
        message: `${formatBaht(seen.requested)} is asked, ${formatBaht(subtract(seen.limit, seen.used))} is left up to ${seen.period}.`,
      })),
    ...balances
      .filter(({ passed }) => passed !== undefined)
      .map((seen) => ({
        code: 'nearly-used' as const,
        rule: seen.rule,
        message: `${percentUsed(seen) ?? '100.00'} percent of the budget is used; the early warning stands at ${seen.passed ?? ''} percent.`,
      })),
  ];
}

function overrideOf(
  { override }: AccountCommand,
  { balances, ceilings }: Findings,
  by: string,
): Pick<DecisionRecord, 'override'> {
  const rules = [...balances, ...ceilings]
    .filter(({ severity, shortBy }) => severity === 'stop' && shortBy > 0)
    .map(({ rule }) => rule);
  return override === undefined || rules.length === 0 ? {} : { override: { by, reason: override, rules } };
}
