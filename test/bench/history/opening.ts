import type { AccountFacts } from '#budget';
import { controlPolicy } from '#control';
import { kpi, type KpiCommand } from '#performance';
import { QUARTERS, satang, streams, sum } from '#kernel';
import { type Posting, posting } from '#posting';
import { toAccount } from '../../../apps/ledger/src/budget/account-posting.ts';
import type { Account } from './account.ts';
import type { Agenda } from './agenda.ts';
import { dateOf, type Day, workingDay } from './days.ts';
import { REASONS } from './words.ts';

/** What of the budget is planned for each quarter. */
const PLAN = [0.18, 0.24, 0.25, 0.28];

/** What an agency lets its money do: what is ordered of capital goes on in the next year, half of its own income too. */
export const policyOf = (organisation: string, first: Day): Posting =>
  posting(controlPolicy, streams.controlPolicy(organisation), {
    type: 'set-policy',
    policy: {
      yearEnd: {
        disburseUntil: '03-31',
        rules: [
          { match: { category: 'capital' }, carry: 'commitments', rest: 'lapse' },
          { match: { fundSource: 'own-income' }, carry: 'percentage', percent: '50', rest: 'return' },
          { carry: 'none', rest: 'lapse' },
        ],
      },
    },
    effectiveOn: dateOf(first),
  });

/** Opens an account with its budget and its plan, and puts what is sure to come on the agenda. */
export function open(account: Account, agenda: Agenda): void {
  const { organisation, fiscalYear, project, season, lines } = account;
  const effectiveOn = dateOf(season.first);
  const facts: AccountFacts[] = [
    {
      type: 'open-account',
      organisation,
      fiscalYear,
      project,
      name: `โครงการ ${project} ของ ${organisation}`,
      effectiveOn,
    },
    ...lines.map(({ line, allocated }): AccountFacts => ({
      type: 'allocate',
      line,
      amount: allocated,
      document: `AP-${fiscalYear % 100}`,
      effectiveOn,
    })),
    { type: 'set-plan', quarters: planOf(account, PLAN), effectiveOn },
  ];
  account.expect(facts.length);
  agenda.put(season.workingDays[0], {
    organisation,
    actor: `${organisation}-planner`,
    key: `${fiscalYear}-${project}-open`,
    postings: () =>
      facts.map((each) => toAccount(organisation, { fiscalYear, project }, each, 'พระราชบัญญัติงบประมาณรายจ่าย')),
  });
  planReleases(account);
  planRevision(account);
  planKpi(account, agenda);
}

function planOf({ lines }: Account, shares: readonly number[]) {
  const budget = sum(lines.map(({ allocated }) => allocated));
  const [Q1, Q2, Q3, Q4] = shares.map((share) => satang(Math.floor(budget * share)));
  const none = satang(0);
  return { Q1: Q1 ?? none, Q2: Q2 ?? none, Q3: Q3 ?? none, Q4: Q4 ?? none };
}

/** The first line gets its money in four parts. */
function planReleases(account: Account): void {
  const { season, fiscalYear, project } = account;
  const [{ line, allocated }] = account.lines;
  for (const [index, quarter] of QUARTERS.entries()) {
    const day = workingDay(season.first + index * 91 + 4);
    account.plan(day, {
      command: {
        type: 'release-budget',
        line,
        amount: satang(Math.floor(allocated * 0.24)),
        document: `RL-${fiscalYear % 100}-${quarter}`,
        effectiveOn: dateOf(day),
      },
      actor: `${account.organisation}-planner`,
      key: `${fiscalYear}-${project}-release-${quarter}`,
    });
  }
}

/** In the second half of the year less is planned for what is over, and more for its end. */
function planRevision(account: Account): void {
  const { season, fiscalYear, project, random } = account;
  if (!random.chance(0.5)) return;
  const day = workingDay(season.first + random.between(170, 220));
  account.plan(day, {
    command: {
      type: 'revise-plan',
      quarters: planOf(account, [0.16, 0.22, 0.25, 0.31]),
      reason: REASONS.plan,
      effectiveOn: dateOf(day),
    },
    actor: `${account.organisation}-planner`,
    key: `${fiscalYear}-${project}-plan`,
  });
}

/** One indicator: what is to be reached, what each quarter brought, and now and then that it was something else. */
function planKpi(account: Account, agenda: Agenda): void {
  const { organisation, fiscalYear, project, season, random } = account;
  const code = `${project}-K1`;
  const [least, more] = [random.between(5, 60), random.between(0, 9)];
  const at = (day: Day, name: string, command: KpiCommand): void => {
    account.expect(1);
    const stream = streams.kpi(organisation, fiscalYear, code);
    const actor = `${organisation}-kpi`;
    const key = `${fiscalYear}-${code}-${name}`;
    agenda.put(day, { organisation, actor, key, postings: () => [posting(kpi, stream, command)] });
  };
  const first = workingDay(season.first + 6);
  const effectiveOn = dateOf(first);
  const name = 'จำนวนผู้ได้รับบริการ';
  const kind = { kind: 'count', accumulation: 'incremental', unit: 'ราย' } as const;
  at(first, 'define', {
    type: 'define-kpi',
    organisation,
    fiscalYear,
    kpi: code,
    project,
    name,
    ...kind,
    effectiveOn,
  });
  const value = String(4 * least);
  at(first, 'target', { type: 'set-target', operator: '>=', value, text: `${value} ราย`, effectiveOn });
  for (const [index, quarter] of QUARTERS.entries()) {
    const ended = workingDay(season.first + (index + 1) * 92 + random.between(5, 15));
    const result = `R-${quarter}`;
    const of = { quarter, effectiveOn: dateOf(Math.min(ended, season.last)) } as const;
    at(ended, quarter, { type: 'record-result', result, value: String(least + index), ...of });
    if (!random.chance(0.15)) continue;
    const corrected = { ...of, value: String(least + more + 5), reason: REASONS.result };
    at(workingDay(ended + 20), `${quarter}-again`, { type: 'correct-result', result, ...corrected });
  }
}
