import type { Command } from 'commander';
import { withAnswerFlags } from '../answer.ts';
import { periodOf } from '../dates.ts';
import type { Io } from '../io.ts';
import { need } from '../needed.ts';
import { dayOf, examples, type PeriodFlags, pointOf, type Run, withKnownAt, withPeriod } from './question.ts';
import { askReport } from './report-receipt.ts';

interface BudgetReportFlags extends PeriodFlags {
  readonly by?: string;
  readonly on?: string;
  readonly capitalCategories?: string;
  readonly limitDays?: string;
}

/** How a report on budgets is asked for. */
interface BudgetReport {
  readonly name: string;
  readonly description: string;
  readonly examples: readonly string[];
  /** Up to the end of a quarter. */
  readonly through?: true;
  /** On a day. */
  readonly on?: true;
  readonly flags?: readonly (readonly [flag: string, description: string])[];
}

const REPORTS: readonly BudgetReport[] = [
  {
    name: 'budget-status',
    description: 'per line: the parts of the budget, the stages of its use, and what is available',
    examples: ['obligo report budget-status --fiscal-year 2569 --project P01'],
    through: true,
  },
  {
    name: 'budget-comparison',
    description: 'original and final budget with actual amounts, and what changed it (IPSAS 24)',
    examples: ['obligo report budget-comparison --fiscal-year 2569 --known-at 2026-03-31'],
    through: true,
  },
  {
    name: 'execution',
    description: 'use at commitment and payment stage against the original budget, by quarter (PEFA PI-28)',
    examples: ['obligo report execution --fiscal-year FY2569Q2 --by category'],
    through: true,
    flags: [['--by <what>', 'project, fund-source or category']],
  },
  {
    name: 'ageing',
    description: 'outstanding commitments and accepted, unpaid work by age in days',
    examples: ['obligo report ageing --fiscal-year 2569 --on 2026-03-31'],
    on: true,
  },
  {
    name: 'likely-to-lapse',
    description: 'money that ends with the year, or with its reservation, unless it is used',
    examples: ['obligo report likely-to-lapse --fiscal-year 2569 --on 2026-08-01'],
    on: true,
  },
  {
    name: 'disbursement-targets',
    description: 'disbursement against the target rates of the policy',
    examples: ['obligo report disbursement-targets --fiscal-year 2569'],
    on: true,
    flags: [['--capital-categories <codes>', 'categories of investment, separated by commas']],
  },
  {
    name: 'payment-days',
    description: 'days from request over order and acceptance to payment',
    examples: ['obligo report payment-days --fiscal-year 2569 --limit-days 30'],
    flags: [['--limit-days <days>', 'days after acceptance within which is to be paid (default 30)']],
  },
  {
    name: 'year-end',
    description: 'what was carried forward, returned, lapsed and reserved, and what the next year received',
    examples: ['obligo report year-end --fiscal-year 2568'],
  },
  {
    name: 'transfer-reports',
    description: 'transfers that owe a report: due, reported, overdue',
    examples: ['obligo report transfer-reports --fiscal-year 2569 --on 2026-02-01'],
    on: true,
  },
];

/** The reports on budgets and their documents. */
export function addBudgetReports(report: Command, io: Io, run: Run): void {
  for (const each of REPORTS) addReport(report, each, io, run);
}

function addReport(report: Command, asked: BudgetReport, io: Io, run: Run): void {
  const { name, description, through, on, flags = [] } = asked;
  const bare = report.command(name);
  const command = through
    ? withPeriod(bare)
    : bare.option('--fiscal-year <year>', 'fiscal year: 2569 or FY2569');
  command.option('--project <code>', 'only this project');
  if (on) command.option('--on <date>', 'the day that is asked about; today when absent');
  for (const [flag, words] of flags) command.option(flag, words);
  withAnswerFlags(withKnownAt(command))
    .description(description)
    .addHelpText('before', examples(...asked.examples))
    .action(
      run((given: BudgetReportFlags) => {
        need(given, 'fiscal-year');
        const { fiscalYear, quarter } = periodOf(given.fiscalYear, given.quarter);
        const { project, by, capitalCategories, limitDays } = given;
        const query = {
          ...{ fiscalYear, project, by, capitalCategories, limitDays },
          ...(through ? { quarter } : {}),
          on: dayOf(io, given.on, given.era),
          ...pointOf(io, given),
        };
        return askReport(io, given, { method: 'GET', path: `reports/${name}`, query });
      }),
    );
}
