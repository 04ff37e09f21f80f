import type { Command } from 'commander';
import { ask, withAnswerFlags } from '../answer.ts';
import { periodOf } from '../dates.ts';
import type { Io } from '../io.ts';
import { need } from '../needed.ts';
import { wrongUse } from '../settings.ts';
import { dayOf, examples, given, type PeriodFlags, type Run, withEra, withPeriod } from './question.ts';

interface DiffFlags extends PeriodFlags {
  readonly of?: string;
  readonly from?: string;
  readonly to?: string;
  readonly fromEffectiveTo?: string;
  readonly toEffectiveTo?: string;
  readonly byQuarter?: boolean;
}

/** What has an address of its own, since another right is needed to see it. */
const GOVERNING = new Map([
  ['policy', 'control/policy/diff'],
  ['roles', 'access/rules/diff'],
]);

/** What names the figures beside the fiscal year. */
const FIGURES = new Map<string, readonly string[]>([
  ['quarterly', ['quarter']],
  ['budget-status', []],
  ['account', ['project']],
  ['kpi', []],
]);

/** The same figures, or the same rules, at two points of both axes. */
export function addDiff(program: Command, io: Io, run: Run): void {
  const command = withPeriod(program.command('diff'))
    .option('--of <what>', 'quarterly, budget-status, account, kpi, policy or roles', 'quarterly')
    .option('--project <code>', 'only this project')
    .option('--from <moment>', 'first moment: date, instant, position or report')
    .option('--to <moment>', 'second moment; now when absent')
    .option('--effective-to <date>', 'of both only what takes effect on this day or earlier')
    .option('--from-effective-to <date>', 'the same of the first alone')
    .option('--to-effective-to <date>', 'the same of the second alone')
    .option('--by-quarter', 'movements of each quarter');
  withAnswerFlags(withEra(command))
    .description('figures or rules at two points: what changed, each with its events; exit code 6 when any')
    .addHelpText(
      'before',
      examples(
        'obligo diff --fiscal-year 2569 --quarter Q1 --from 2025-12-30 --to 2026-03-31',
        'obligo diff --of account --fiscal-year 2569 --project P01 --from-effective-to 2025-12-31 --to-effective-to 2026-01-31',
        'obligo diff --of policy --from 2025-12-30',
      ),
    )
    .action(run((flags: DiffFlags) => compare(io, flags)));
}

function compare(io: Io, flags: DiffFlags) {
  const { of = 'quarterly', era } = flags;
  const points = {
    from: dayOf(io, flags.from, era),
    to: dayOf(io, flags.to, era),
    effectiveTo: dayOf(io, flags.effectiveTo, era),
    fromEffectiveTo: dayOf(io, flags.fromEffectiveTo, era),
    toEffectiveTo: dayOf(io, flags.toEffectiveTo, era),
  };
  // Two days are two points at one moment.
  const needed = flags.fromEffectiveTo === undefined && flags.toEffectiveTo === undefined ? ['from'] : [];
  const governing = GOVERNING.get(of);
  if (governing !== undefined) {
    need(flags, ...needed);
    return ask(io, flags, { method: 'GET', path: governing, query: points });
  }
  need(flags, 'fiscal-year', ...addressOf(of), ...needed);
  const { fiscalYear, quarter } = periodOf(flags.fiscalYear, flags.quarter);
  const query = {
    of,
    fiscalYear,
    quarter,
    project: flags.project,
    byQuarter: given(flags.byQuarter),
    ...points,
  };
  return ask(io, flags, { method: 'GET', path: 'diff', query });
}

function addressOf(of: string): readonly string[] {
  const needed = FIGURES.get(of);
  if (needed !== undefined) return needed;
  const expected = [...FIGURES.keys(), ...GOVERNING.keys()].join(', ');
  throw wrongUse(`--of is "${of}"; expected one of ${expected}.`);
}
