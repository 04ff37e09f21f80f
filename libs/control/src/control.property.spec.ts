import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Decider, type DomainEvent, isRefusal, parseBaht } from '#kernel';
import { approval } from './approvals/approval.ts';
import type { ApprovalCommand } from './approvals/commands.ts';
import { isApproved } from './approvals/state.ts';
import {
  approve,
  asked,
  day,
  grant,
  lend,
  periodStep,
  setPolicy,
  submit,
  takeBack,
  turnDown,
  withdraw,
} from './control.fixture.ts';
import { fiscalPeriods, type FiscalPeriodsCommand } from './periods/fiscal-periods.ts';
import type { ControlPolicyCommand } from './policy/commands.ts';
import { controlPolicy } from './policy/control-policy.ts';
import { grantedOn, holdsDuty } from './policy/state.ts';

interface Question<Command> {
  readonly by: string;
  readonly on: string;
  readonly command: Command;
}

const PEOPLE = ['direk', 'malee', 'somchai', 'wipa'];
const DAYS = ['2025-12-01', '2025-12-14', '2026-01-05', '2026-10-01'];
const DUTIES = ['keep-policy', 'checker', 'director'];
const everyCase = PEOPLE.flatMap((who) =>
  DUTIES.flatMap((name) => DAYS.map((on) => [who, name, day(on)] as const)),
);

const people = fc.constantFrom(...PEOPLE);
const days = fc.constantFrom(...DAYS);
const of = <Command>(command: fc.Arbitrary<Command>) =>
  fc.array(fc.record({ by: people, on: days, command }), { minLength: 5, maxLength: 40 });

/** Plays questions; what is refused leaves nothing. Gives the live state and the log as it would be stored. */
function play<State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  questions: readonly Question<Command>[],
  context: Parameters<typeof asked>[1] = {},
) {
  let live = decider.initial();
  const log: string[] = [];
  for (const { by, on, command } of questions) {
    const before = structuredClone(live);
    const outcome = decider.decide(live, command, asked(by, { ...context, bookedOn: day(on) }));
    expect(live).toEqual(before);
    for (const event of isRefusal(outcome) ? [] : outcome) {
      log.push(JSON.stringify(event));
      live = decider.evolve(live, event);
    }
  }
  const replayed = log.reduce(
    (state, line) => decider.evolve(state, JSON.parse(line) as Event),
    decider.initial(),
  );
  expect(replayed).toEqual(live);
  return { live, log };
}

const duty = fc.constantFrom(...DUTIES);
const policyCommands: fc.Arbitrary<ControlPolicyCommand> = fc.oneof(
  fc.constantFrom(
    setPolicy({}),
    setPolicy({ basis: 'released' }),
    setPolicy({ pastQuarters: 'locked' }),
    setPolicy({ basis: 'x' }),
  ),
  fc
    .record({ duty, holder: people, last: fc.option(days), upTo: fc.option(fc.constantFrom('1.00', '9.00')) })
    .map(({ duty: name, holder, last, upTo }) =>
      grant(name, holder, {
        ...(last === null ? {} : { last: day(last) }),
        ...(upTo === null ? {} : { upTo: parseBaht(upTo) }),
      }),
    ),
  fc.tuple(duty, people).map(([name, holder]) => withdraw(name, holder)),
  fc.tuple(duty, people, days, days).map(([name, to, first, last]) => lend(name, to, first, last)),
);

/** An office in which the duties are given, so that there is something to lend. */
const setUp: readonly Question<ControlPolicyCommand>[] = ['malee', 'wipa'].flatMap((holder) =>
  ['checker', 'director'].map((name) => ({ by: 'direk', on: DAYS[0]!, command: grant(name, holder) })),
);

const periodCommands: fc.Arbitrary<FiscalPeriodsCommand> = fc
  .tuple(
    fc.constantFrom('soft-close-period', 'close-period', 'reopen-period'),
    fc.constantFrom('2025-10', '2025-12', '2026-09', 'Q1', 'Q4', 'year', '2026-10'),
    fc.constantFrom('เหตุผล', ''),
  )
  .map(([type, period, reason]) => periodStep(type, period, reason));

const approvalCommands: fc.Arbitrary<ApprovalCommand> = fc.oneof(
  fc.constantFrom(submit({ tiers: ['checker', 'director'] }), submit()),
  fc.constantFrom(approve(), approve('director')),
  { arbitrary: fc.constantFrom(turnDown(), takeBack), weight: 1 },
);

describe('whatever is asked, in whatever order', () => {
  it('the log alone gives policy and duties again, and somebody always keeps the policy once one does', () => {
    const written = new Set<string>();
    fc.assert(
      fc.property(of(policyCommands), (questions) => {
        const { live, log } = play(controlPolicy, questions);
        for (const line of log) written.add((JSON.parse(line) as DomainEvent).type);
        const kept = log.some((line) => line.includes('"keep-policy"'));
        const now = day('2399-12-31');
        const keepers = PEOPLE.filter((who) => grantedOn(live, who, 'keep-policy', now));
        expect(keepers.length > 0).toBe(kept);
      }),
      { numRuns: 300 },
    );
    expect([...written].sort()).toEqual([
      'ControlPolicySet',
      'DutyDelegated',
      'DutyGranted',
      'DutyWithdrawn',
    ]);
  });

  it('whoever acts by a delegation has it from one who holds the duty himself that day', () => {
    const amount = parseBaht('5.00');
    let lent = 0;
    fc.assert(
      fc.property(of(policyCommands), (questions) => {
        const { live } = play(controlPolicy, [...setUp, ...questions]);
        for (const [who, name, on] of everyCase) {
          const itself = grantedOn(live, who, name, on, amount);
          const lenders = live.delegations.filter(
            (each) => each.to === who && each.duty === name && each.first <= on && on <= each.last,
          );
          const behind = lenders.some(({ from }) => grantedOn(live, from, name, on, amount));
          expect(holdsDuty(live, who, name, on, amount)).toBe(itself || behind);
          if (behind && !itself) lent += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(lent).toBeGreaterThan(20);
  });

  it('the log alone gives the periods again', () => {
    const written = new Set<string>();
    fc.assert(
      fc.property(of(periodCommands), (questions) => {
        const { log } = play(fiscalPeriods, questions);
        for (const line of log) written.add((JSON.parse(line) as DomainEvent).type);
      }),
      { numRuns: 200 },
    );
    expect([...written].sort()).toEqual(['PeriodClosed', 'PeriodReopened', 'PeriodSoftClosed']);
  });

  it('the log alone gives the document again, and approvals are of different people, none of them the maker', () => {
    const control = ['checker', 'director'].flatMap((name) =>
      PEOPLE.map((who) => ({ duty: name, holder: who })),
    );
    let approved = 0;
    fc.assert(
      fc.property(of(approvalCommands), (questions) => {
        const { live } = play(approval, questions, {
          control: { ...controlPolicy.initial(), grants: control },
        });
        const names = [live.maker, ...live.given.map(({ by }) => by)];
        expect(new Set(names).size).toBe(names.length);
        expect(isApproved(live)).toBe(live.status !== 'unknown' && live.given.length === live.tiers.length);
        if (isApproved(live)) approved += 1;
      }),
      { numRuns: 300 },
    );
    expect(approved).toBeGreaterThan(20);
  });
});
