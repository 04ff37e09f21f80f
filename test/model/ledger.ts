import { type AccountEvent, type AccountFacts, type AccountState, budgetAccount, lineKey } from '#budget';
import { DEFAULT_POLICY, emptyControl } from '#control';
import { type FiscalYear, formatBaht, isRefusal, parseCivilDate, type Satang, THAI_CALENDAR } from '#kernel';
import { type Asked, LINES, PROJECTS, type Rule } from './asked.ts';
import type { Balance } from './reference.ts';

const DAY = parseCivilDate('2025-11-15');
const REASON = 'เหตุผล';

export const lineOf = (category: string) => ({ fundSource: 'annual-appropriation', category });

/** The real deciders of two accounts, asked in the same words as the reference. */
export class Deciders {
  readonly states = new Map<string, AccountState>();
  readonly logs = new Map<string, AccountEvent[]>();
  /** What the last refusal said. */
  said = '';
  readonly #context;

  constructor({ key, tolerance, stops }: Rule) {
    const rule = {
      name: 'rule',
      key,
      stages: ['request', 'commit', 'disburse'] as const,
      severity: stops ? ('stop' as const) : ('track' as const),
      tolerance: { amount: formatBaht(Number(tolerance) as Satang) },
    };
    const policy = { ...DEFAULT_POLICY, availability: [rule] };
    this.#context = {
      calendar: THAI_CALENDAR,
      bookedOn: parseCivilDate('2026-01-15'),
      actor: 'somchai',
      control: { ...emptyControl(), version: 1, policy },
    };
    for (const project of PROJECTS) {
      this.states.set(project, budgetAccount.initial());
      this.logs.set(project, []);
      const fiscalYear = 2569 as FiscalYear;
      const open = {
        type: 'open-account',
        organisation: 'main',
        fiscalYear,
        project,
        name: project,
      } as const;
      this.#together([[project, { ...open, effectiveOn: DAY }]]);
    }
  }

  /** Whether what was asked is recorded. */
  ask(what: Asked): boolean {
    return this.#together(commandsOf(what));
  }

  /** All commands are taken, or none. */
  #together(commands: readonly (readonly [string, AccountFacts])[]): boolean {
    const states = new Map<string, AccountState>();
    const decided: [string, readonly AccountEvent[]][] = [];
    for (const [project, facts] of commands) {
      const state =
        states.get(project) ?? structuredClone(this.states.get(project)) ?? budgetAccount.initial();
      const outcome = budgetAccount.decide(state, facts, this.#context);
      if (isRefusal(outcome)) {
        this.said = outcome.message;
        return false;
      }
      states.set(
        project,
        outcome.reduce((so, event) => budgetAccount.evolve(so, event), state),
      );
      decided.push([project, outcome]);
    }
    for (const [project, state] of states) this.states.set(project, state);
    for (const [project, events] of decided) this.logs.get(project)?.push(...events);
    return true;
  }

  balances(): Map<string, Balance> {
    const balances = new Map<string, Balance>();
    for (const [project, { lines }] of this.states) {
      for (const category of LINES) {
        const held = lines.get(lineKey(lineOf(category)));
        if (!held) continue;
        const [budget, preCommitted, committed, accepted, disbursed, advanced] = [
          held.allocated,
          held.preCommitted,
          held.committed,
          held.accepted,
          held.disbursed,
          held.advanced,
        ].map(BigInt) as [bigint, bigint, bigint, bigint, bigint, bigint];
        const available = budget - preCommitted - committed - disbursed;
        const balance = { budget, preCommitted, committed, accepted, disbursed, advanced, available };
        balances.set(`${project}/${category}`, balance);
      }
    }
    return balances;
  }
}

const satang = (amount: bigint): Satang => Number(amount) as Satang;
const maybe = (amount: bigint | undefined): Satang | undefined =>
  amount === undefined ? undefined : satang(amount);

/** What is asked, as commands of the accounts that it touches. */
function commandsOf(what: Asked): (readonly [string, AccountFacts])[] {
  if (what.kind !== 'transfer') return [[what.project, factsOf(what)]];
  const { project, line, number, amount, to } = what;
  const both = { transfer: number, amount: satang(amount), reason: REASON, effectiveOn: DAY };
  const [from, target] = [
    { project, line: lineOf(line) },
    { project: to.project, line: lineOf(to.line) },
  ];
  return [
    [project, { ...both, type: 'transfer-out', line: from.line, to: target }],
    [to.project, { ...both, type: 'transfer-in', line: target.line, from }],
  ];
}

function factsOf(what: Exclude<Asked, { kind: 'transfer' }>): AccountFacts {
  const line = lineOf(what.line);
  const common = { reason: REASON, effectiveOn: DAY };
  switch (what.kind) {
    case 'allocate':
    case 'supplement':
    case 'cut':
      return { ...common, type: what.kind, line, amount: satang(what.amount) };
    case 'request':
      return { ...common, type: 'make-request', request: what.number, line, amount: satang(what.amount) };
    case 'release-request':
      return { ...common, type: 'release-request', request: what.number, amount: maybe(what.amount) };
    case 'commit': {
      const { number: commitment, from: request, final } = what;
      const place = request === undefined ? { line } : { request, final };
      return { ...common, type: 'commit', commitment, amount: satang(what.amount), ...place };
    }
    case 'amend':
      return { ...common, type: 'amend-commitment', commitment: what.number, change: satang(what.change) };
    case 'release':
      return { ...common, type: 'release-commitment', commitment: what.number, amount: maybe(what.amount) };
    case 'reverse-commitment':
      return { ...common, type: what.kind, commitment: what.number };
    case 'reverse-acceptance':
      return { ...common, type: what.kind, acceptance: what.number };
    case 'accept': {
      const { number: acceptance, from: commitment, final } = what;
      return { ...common, type: 'accept', acceptance, commitment, amount: maybe(what.amount), final };
    }
    case 'pay': {
      const { number: disbursement, from, final } = what;
      const place = from === undefined ? { line } : { [from.stage]: from.number, final };
      return { ...common, type: 'disburse', disbursement, amount: satang(what.amount), ...place };
    }
    case 'reverse-payment':
      return {
        ...common,
        type: 'reverse-disbursement',
        disbursement: what.number,
        amount: maybe(what.amount),
      };
    case 'refund': {
      const { number: refund, payment: disbursement } = what;
      return { ...common, type: 'refund', refund, disbursement, amount: satang(what.amount) };
    }
    case 'advance':
      return { ...common, type: 'pay-advance', advance: what.number, line, amount: satang(what.amount) };
    case 'clear': {
      const { number: advance, payment: disbursement, spent, returned } = what;
      const cash = { spent: satang(spent), returned: returned === 0n ? undefined : satang(returned) };
      return { ...common, type: 'clear-advance', advance, disbursement, ...cash };
    }
    case 'return':
      return { ...common, type: 'return-advance', advance: what.number, amount: satang(what.amount) };
  }
}
