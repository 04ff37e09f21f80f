import { z } from 'zod';
import { baht, code, lineMatch, MOST, percent, ruleFields, says, stage, tolerance } from './fields.ts';
import { once } from './once.ts';

/** The form of a policy, as it is recorded and as it is given. */

const availability = z.strictObject({
  ...ruleFields,
  stages: says(z.array(stage).min(1).max(3).check(once('stage', String)), 'Stages at which the rule looks'),
  tolerance: says(tolerance, 'How far the budget may be exceeded').optional(),
  warnAtPercent: percent('Warns once, when so much of the budget is used').optional(),
});

const period = z
  .string()
  .regex(
    /^(?:Q[1-4]|M[1-9]|M1[0-2])$/,
    'expected a month of the fiscal year M1 to M12, or a quarter Q1 to Q4',
  );

const limits = z.strictObject({
  percent: says(
    z.record(period, percent('Part of the budget')),
    'By period, in percent of the budget',
    'percent',
  ).optional(),
  amount: says(z.record(period, baht('Amount')), 'By period, in baht', 'baht').optional(),
});

const periodsOf = ({ percent: parts = {}, amount = {} }: z.output<typeof limits>): string[] => [
  ...Object.keys(parts),
  ...Object.keys(amount),
];

const ceiling = z
  .strictObject({
    ...ruleFields,
    per: says(z.enum(['month', 'quarter']), 'Periods of the limits'),
    stage: says(stage, 'What counts: this stage and all later ones'),
    limits: says(limits, 'What may be used from the start of the year to the end of each period'),
  })
  .refine(
    ({ per, limits: given }) =>
      periodsOf(given).every((each) => each.startsWith('Q') === (per === 'quarter')),
    {
      message: 'expected quarters Q1 to Q4 for a ceiling per quarter, months M1 to M12 for one per month',
      path: ['limits'],
    },
  )
  .refine(({ limits: given }) => periodsOf(given).length > 0, {
    message: 'expected a limit for one period at least',
    path: ['limits'],
  });

const transfer = z
  .strictObject({
    from: code('Category that gives; any when absent').optional(),
    to: code('Category that receives; any when absent').optional(),
    scope: says(z.enum(['lines', 'projects', 'any']), 'Within a project, between projects, or both'),
    action: says(
      z.enum(['block', 'alert', 'agreement', 'report']),
      'Refused; accepted with the message; only with an agreement from outside; to be reported later',
    ),
    message: says(z.string().min(1).max(500), 'What stands with the transfer, or with its refusal'),
    withinDays: says(z.int().min(1).max(366), 'Days within which it is to be reported', 'days').optional(),
  })
  .refine(({ action, withinDays }) => (action === 'report') === (withinDays !== undefined), {
    message: 'expected for a report, and only for one, the days within which it is due',
    path: ['withinDays'],
  });

const approval = z.strictObject({
  command: says(
    z.string().regex(/^(?:\*|[a-z][a-z-]{1,40})$/, 'expected the name of a command, or * for every one'),
    'Command of the budget account, or * for every one',
  ),
  from: baht('From this amount on'),
  tiers: says(
    z.array(code('Duty')).min(1, 'expected one tier at least').max(5).check(once('tier', String)),
    'Duties that approve, in order',
  ),
});

const carry = z
  .strictObject({
    match: says(z.strictObject(lineMatch), 'Lines that the rule is about; all when absent').optional(),
    carry: says(
      z.enum(['whole', 'commitments', 'percentage', 'none']),
      'What goes to the next year: the whole balance, open commitments, a part of the rest, nothing',
    ),
    percent: percent('Part of what is uncommitted').optional(),
    toFundSource: code('Fund source that receives it; prior-year-balance when absent').optional(),
    rest: says(z.enum(['lapse', 'return']), 'What becomes of the rest'),
  })
  .refine((rule) => (rule.carry === 'percentage') === (rule.percent !== undefined), {
    message: 'expected for carry "percentage", and only for it, how many percent',
    path: ['percent'],
  })
  .refine((rule) => !/^(?:100\.0*[1-9]|10[1-9]|1[1-9]\d|[2-9]\d\d|1000)/.test(rule.percent ?? '0'), {
    message: 'expected at most 100 percent of what is left',
    path: ['percent'],
  });

const target = z.strictObject({
  fiscalYear: says(z.int().min(1900).max(2999), 'Fiscal year of the target', 'year'),
  group: says(z.enum(['all', 'current', 'capital']), 'All expenditure, current or capital'),
  through: says(
    z.string().regex(/^(?:Q[1-4]|\d{4}-(?:0[1-9]|1[0-2]))$/, 'expected Q1 to Q4 or a month YYYY-MM'),
    'Period up to whose end it counts',
  ),
  percent: percent('Part of the budget that is to be disbursed'),
});

const everyYearHas = (text: string): boolean => {
  const date = new Date(`2023-${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(5, 10) === text;
};

const disburseUntil = z
  .string()
  .regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'expected a day MM-DD, such as "03-31"')
  .refine(everyYearHas, { message: 'expected a day MM-DD that every year has, such as "03-31"' });

const named = once<{ readonly name: string }>('name', (rule) => rule.name);
const pairOnce = once<z.output<typeof transfer>>('pair of categories within a scope', (rule) =>
  JSON.stringify([rule.from, rule.to, rule.scope]),
);
const amountOnce = once<z.output<typeof approval>>('amount of a command', (rule) =>
  JSON.stringify([rule.command, rule.from]),
);
const lineOnce = once<z.output<typeof carry>>('match', ({ match = {} }) =>
  JSON.stringify([match.fundSource, match.category]),
);
const targetOnce = once<z.output<typeof target>>('target of a period', (rule) =>
  JSON.stringify([rule.fiscalYear, rule.group, rule.through]),
);

export const policySchema = z.strictObject({
  basis: says(
    z.enum(['allocated', 'released']),
    'What availability counts against: all that is allocated, or what is released so far',
  ),
  availability: says(z.array(availability).max(MOST).check(named), 'Rules of availability'),
  ceilings: says(z.array(ceiling).max(MOST).check(named), 'Cumulative ceilings'),
  excess: says(tolerance, 'How far a document may exceed the one it draws on').optional(),
  transfers: says(
    z.array(transfer).max(MOST).check(pairOnce),
    'Rules for transfers between categories; the first that fits counts',
  ),
  approvals: says(z.array(approval).max(MOST).check(amountOnce), 'Which commands need other eyes'),
  reserveWhileWaiting: says(z.boolean(), 'Whether a document holds its money while it waits'),
  pastQuarters: says(
    z.enum(['open', 'locked']),
    'Whether the plan of a quarter that has ended may be revised',
  ),
  datesOutsideYear: says(
    z.enum(['refused', 'allowed-by-duty']),
    'Whether a document may bear a date outside the fiscal year',
  ),
  yearEnd: says(
    z.strictObject({
      disburseUntil: says(disburseUntil, 'Day of the next year up to which reserved money is disbursed'),
      rules: says(
        z.array(carry).max(MOST).check(lineOnce),
        'What becomes of each line; the first that fits counts',
      ),
    }),
    'The end of the fiscal year',
  ),
  targets: says(z.array(target).max(MOST).check(targetOnce), 'Rates of disbursement that are expected'),
});
