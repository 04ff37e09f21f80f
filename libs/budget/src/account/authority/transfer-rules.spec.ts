import { describe, expect, it } from '@jest/globals';
import type { TransferRule } from '#control';
import { isRefusal } from '#kernel';
import { budgetAccount } from '../account.ts';
import type { AccountCommand } from '../commands.ts';
import type { AccountContext } from '../context.ts';
import { refusalOf, under } from '../control/control.fixture.ts';
import { after, budget1000, capital, day, operating, when } from '../testing.fixture.ts';
import { into, out } from './authority.fixture.ts';
import { reportsDue } from './report-transfer.ts';

const message = 'โอนงบดำเนินงานเป็นงบลงทุนต้องทำความตกลง';
const rule = (changes: Partial<TransferRule>): AccountContext =>
  under({
    transfers: [{ from: 'operating', to: 'capital', scope: 'any', action: 'block', message, ...changes }],
  });

describe('a transfer that the policy blocks', () => {
  it('is refused with the message of the rule', () => {
    const refusal = refusalOf(budget1000, out('1.00'), rule({}));
    expect(refusal).toMatchObject({
      code: 'transfer-blocked',
      kind: 'rule',
      details: { from: 'operating', to: 'capital', betweenProjects: true, rule: message },
    });
    expect(refusal.message).toContain(message);
  });

  it('is blocked only between the categories of the rule', () => {
    expect(when(budget1000, out('1.00'), rule({ from: 'capital' }))).toHaveLength(1);
    expect(when(budget1000, out('1.00'), rule({ to: 'personnel' }))).toHaveLength(1);
    const anything = rule({ from: undefined, to: undefined });
    expect(refusalOf(budget1000, out('1.00'), anything).code).toBe('transfer-blocked');
  });

  it('is blocked between lines or between projects, as the rule says', () => {
    const inside = out('1.00', { to: { project: 'P01', line: capital } });
    expect(refusalOf(budget1000, inside, rule({ scope: 'lines' })).code).toBe('transfer-blocked');
    expect(when(budget1000, out('1.00'), rule({ scope: 'lines' }))).toHaveLength(1);
    expect(refusalOf(budget1000, out('1.00'), rule({ scope: 'projects' })).code).toBe('transfer-blocked');
    expect(when(budget1000, inside, rule({ scope: 'projects' }))).toHaveLength(1);
  });

  it('can still be taken back', () => {
    const received = [...budget1000, into('250.00')];
    const back = out('250.00', { transfer: 'T-1-R', reverses: 'T-1' });
    expect(when(received, back, rule({}))).toHaveLength(1);
  });

  it('may be received: the rule is asked at the giving end', () => {
    expect(when(budget1000, into('1.00'), rule({ from: 'capital', to: 'operating' }))).toHaveLength(1);
  });
});

describe('a transfer that needs an outside agreement', () => {
  const needed = rule({ action: 'agreement' });

  it('is refused without its reference', () => {
    expect(refusalOf(budget1000, out('1.00'), needed)).toMatchObject({
      code: 'transfer-needs-agreement',
      details: { from: 'operating', to: 'capital', rule: message },
    });
    expect(refusalOf(budget1000, out('1.00', { agreement: ' ' }), needed).code).toBe(
      'transfer-needs-agreement',
    );
  });

  it('keeps the reference at both ends', () => {
    const agreement = 'นร 0704/123';
    expect(when(budget1000, out('1.00', { agreement }), needed)).toMatchObject([{ data: { agreement } }]);
    expect(when(budget1000, into('1.00', { agreement }), needed)).toMatchObject([{ data: { agreement } }]);
  });
});

it('a transfer that the policy is alerted to passes and keeps the message', () => {
  expect(when(budget1000, out('1.00'), rule({ action: 'alert' }))).toMatchObject([
    { data: { alert: message } },
  ]);
});

describe('a transfer that has to be reported', () => {
  const owed = rule({ action: 'report', withinDays: 15 });
  const made: readonly AccountCommand[] = [...budget1000, out('1.00', { effectiveOn: day('2026-02-20') })];
  const report = (date: string): AccountCommand => ({
    type: 'report-transfer',
    transfer: 'T-1',
    reference: 'กค 12/2569',
    effectiveOn: day(date),
  });

  it('says by when', () => {
    expect(after(made, owed).events.at(-1)).toMatchObject({ data: { reportDueOn: '2026-03-07' } });
  });

  it.each([
    ['2026-03-07', false],
    ['2026-03-08', true],
  ])('stands in the list of reports due, on %s overdue: %s', (on, overdue) => {
    const { state } = after(made, owed);
    expect(reportsDue(state, day(on))).toEqual([{ transfer: 'T-1', dueOn: '2026-03-07', overdue }]);
  });

  it('lists the earliest first', () => {
    const { state } = after(
      [...made, out('1.00', { transfer: 'T-0', effectiveOn: day('2026-02-01') })],
      owed,
    );
    expect(reportsDue(state, day('2026-02-20')).map(({ transfer }) => transfer)).toEqual(['T-0', 'T-1']);
  });

  it('is reported once, also late, and then owes nothing', () => {
    const reported = [...made, report('2026-09-30')];
    expect(after(reported, owed).events.at(-1)).toMatchObject({
      type: 'TransferReported',
      effectiveOn: '2026-09-30',
      data: { transfer: 'T-1', line: operating, reference: 'กค 12/2569', dueOn: '2026-03-07' },
    });
    const { state } = after(reported, owed);
    expect(reportsDue(state, day('2026-09-30'))).toEqual([]);
    expect(refusalIn(reported, report('2026-09-30'), owed)).toMatchObject({ code: 'no-report-owed' });
  });

  it('is reported on its own day or later, and only if it was made and owes a report', () => {
    expect(refusalIn(made, report('2026-02-19'), owed)).toMatchObject({
      code: 'date-before-document',
      details: { transfer: 'T-1', expected: '2026-02-20' },
    });
    expect(refusalIn(budget1000, report('2026-02-20'), owed).code).toBe('transfer-unknown');
    expect(refusalIn(made, report('2026-02-20'), under({})).code).toBe('no-report-owed');
    // Who receives budget reports nothing.
    expect(refusalIn([...budget1000, into('1.00')], report('2026-02-20'), owed).code).toBe(
      'transfer-unknown',
    );
  });

  it('owes nothing any more once it is taken back', () => {
    const returned = into('1.00', { transfer: 'T-1-R', reverses: 'T-1' });
    expect(reportsDue(after([...made, returned], owed).state, day('2026-09-30'))).toEqual([]);
  });

  /** What was given was decided under the policy, too. */
  function refusalIn(given: readonly AccountCommand[], command: AccountCommand, context: AccountContext) {
    const outcome = budgetAccount.decide(after(given, context).state, command, context);
    if (isRefusal(outcome)) return outcome;
    throw new Error(`${command.type} was accepted`);
  }
});
