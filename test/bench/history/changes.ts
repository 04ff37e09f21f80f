import type { AccountFacts } from '#budget';
import { type Quarter, QUARTERS, satang, ZERO } from '#kernel';
import { toAccount } from '../../../apps/ledger/src/budget/account-posting.ts';
import { type Account, type LinePlan, quarterOfDay } from './account.ts';
import type { Agenda } from './agenda.ts';
import { dateOf, type Day, workingDay } from './days.ts';
import { REASONS } from './words.ts';

/** Of the events of a year, how many restate a quarter that has ended; in each of the four. */
const RESTATEMENTS = 0.004;

/** Changes of the budget during the year: more of it, less of it, some for another project. */
export function planChanges(account: Account, others: readonly Account[], agenda: Agenda): void {
  const { random } = account;
  if (random.chance(0.3)) change(account, 'supplement', random.between(120, 200));
  if (random.chance(0.2)) change(account, 'cut', random.between(200, 300));
  const [to] = others.filter(({ project }) => project !== account.project).slice(random.between(0, 3));
  if (to) transfer(account, to, agenda);
  for (const [index, quarter] of QUARTERS.entries()) planRestatements(account, quarter, index, agenda);
}

function change(account: Account, type: 'supplement' | 'cut', after: number): void {
  const { random, season, fiscalYear, project } = account;
  const on = random.weighted(account.lines);
  const day = workingDay(season.first + after);
  const amount = type === 'cut' ? take(on) : satang(Math.floor(on.allocated / 20));
  const reason = REASONS[type];
  account.plan(day, {
    command: { type, line: on.line, amount, reason, effectiveOn: dateOf(day) },
    actor: `${account.organisation}-planner`,
    key: `${fiscalYear}-${project}-${type}`,
  });
}

/** A little that no document will ask for. */
function take(on: LinePlan) {
  const amount = Math.floor(on.left / 50);
  on.left -= amount;
  return satang(amount);
}

function transfer(account: Account, other: Account, agenda: Agenda): void {
  const { organisation, fiscalYear, project, season, random } = account;
  const [on, { line }] = [account.lines[0], other.lines[0]];
  const day = workingDay(season.first + random.between(90, 280));
  const common = {
    transfer: account.number(`TR-${project}`),
    amount: take(on),
    released: ZERO,
    reason: REASONS.transfer,
    effectiveOn: dateOf(day),
  };
  const given: AccountFacts = {
    type: 'transfer-out',
    line: on.line,
    to: { project: other.project, line },
    ...common,
  };
  const taken: AccountFacts = { type: 'transfer-in', line, from: { project, line: on.line }, ...common };
  account.expect(2);
  agenda.put(day, {
    organisation,
    actor: `${organisation}-planner`,
    key: `${fiscalYear}-${project}-${common.transfer}`,
    postings: () => [
      toAccount(organisation, { fiscalYear, project }, given, undefined),
      toAccount(organisation, { fiscalYear, project: other.project }, taken, undefined),
    ],
  });
}

/** Some weeks after its end a quarter turns out to have been another one. */
function planRestatements(account: Account, quarter: Quarter, index: number, agenda: Agenda): void {
  const { random, season, quota } = account;
  const expected = quota * RESTATEMENTS;
  const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);
  const ended = season.workingDays.findLast((day) => quarterOfDay(day) === quarter) ?? season.last;
  for (let each = 0; each < count; each += 1) {
    const after = index === 3 ? random.between(3, 8) : random.between(5, 60);
    restate(account, { quarter, on: random.weighted(account.lines), day: workingDay(ended + after) }, agenda);
  }
}

/** How much is known only when the day has come: never more than was paid in the quarter. */
function restate(
  account: Account,
  { quarter, on, day }: { readonly quarter: Quarter; readonly on: LinePlan; readonly day: Day },
  agenda: Agenda,
): void {
  const { organisation, fiscalYear, project, random } = account;
  const number = account.number('C');
  const [part, less] = [random.next() / 200, random.chance(0.6)];
  account.expect(1);
  agenda.put(day, {
    organisation,
    actor: `${organisation}-controller`,
    key: `${fiscalYear}-${project}-${number}`,
    postings: () => {
      const amount = Math.floor(Math.min(on.left / 10, on.paid[quarter] * part));
      if (amount <= 0) return [];
      if (!less) on.left -= amount;
      on.paid[quarter] += less ? -amount : amount;
      const disbursed = satang(less ? -amount : amount);
      const facts: AccountFacts = {
        type: 'correct-quarter',
        correction: number,
        quarter,
        line: on.line,
        disbursed,
        committed: ZERO,
        reason: REASONS.correction,
      };
      return [toAccount(organisation, { fiscalYear, project }, facts, undefined)];
    },
  });
}
