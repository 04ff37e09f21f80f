import type { Asked, Place, Rule } from './asked.ts';

/**
 * What a ledger of budgets has to do, written down a second time as plainly as possible: lists of documents, every
 * balance counted anew from them, amounts in satang as bigint. It shares no code with the ledger, and is slow.
 */

interface Paper extends Place {
  readonly stage: 'request' | 'commitment' | 'acceptance';
  readonly number: string;
  amount: bigint;
  /** Given back to the line, by itself or by a final document. */
  released: bigint;
  dead: boolean;
  readonly from?: Paper;
  /** Taken of the earlier paper, and released there by being final. */
  readonly taken: bigint;
  readonly closed: bigint;
}

interface Payment extends Place {
  readonly number: string;
  readonly amount: bigint;
  reversed: bigint;
  refunded: bigint;
  readonly from?: Paper;
  readonly closed: bigint;
  /** It clears an advance, and is taken back with the clearing only. */
  readonly clears: boolean;
}

interface Advance extends Place {
  readonly number: string;
  readonly amount: bigint;
  cleared: bigint;
  returned: bigint;
}

export interface Balance {
  readonly budget: bigint;
  readonly preCommitted: bigint;
  readonly committed: bigint;
  readonly accepted: bigint;
  readonly disbursed: bigint;
  readonly advanced: bigint;
  readonly available: bigint;
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);

/** The books of the reference; `ask` answers whether what was asked is taken. */
export class Reference {
  budgets: (Place & { amount: bigint })[] = [];
  transfers: { number: string; project: string; end: 'in' | 'out' }[] = [];
  papers: Paper[] = [];
  payments: Payment[] = [];
  refunds: { number: string; project: string }[] = [];
  advances: Advance[] = [];

  readonly #rule: Rule;

  constructor(rule: Rule) {
    this.#rule = rule;
  }

  ask(what: Asked): boolean {
    const kept = structuredClone({
      budgets: this.budgets,
      transfers: this.transfers,
      papers: this.papers,
      payments: this.payments,
      refunds: this.refunds,
      advances: this.advances,
    });
    const before = this.balances();
    if (this.#happens(what) && this.#isAffordable(before, what)) return true;
    Object.assign(this, kept);
    return false;
  }

  /** By project and line; every line that ever had budget. */
  balances(): Map<string, Balance> {
    const places = new Map(this.budgets.map((entry) => [`${entry.project}/${entry.line}`, entry]));
    for (const paper of [...this.papers, ...this.payments, ...this.advances]) {
      places.set(`${paper.project}/${paper.line}`, { ...paper });
    }
    return new Map([...places].map(([name, place]) => [name, this.#balance(place)]));
  }

  #balance(place: Place): Balance {
    const here = <T extends Place>(entries: readonly T[]): T[] =>
      entries.filter(({ project, line }) => project === place.project && line === place.line);
    const left = (stage: Paper['stage']): bigint =>
      total(
        here(this.papers.filter((paper) => paper.stage === stage)).map((paper) => this.outstanding(paper)),
      );
    const budget = total(here(this.budgets).map(({ amount }) => amount));
    const preCommitted = left('request');
    const accepted = left('acceptance');
    const committed = left('commitment') + accepted;
    const paid = here(this.payments).map(({ amount, reversed, refunded }) => amount - reversed - refunded);
    const advanced = total(
      here(this.advances).map((advance) => advance.amount - advance.cleared - advance.returned),
    );
    const disbursed = total(paid) + advanced;
    const available = budget - preCommitted - committed - disbursed;
    return { budget, preCommitted, committed, accepted, disbursed, advanced, available };
  }

  /** What no later document has taken of a paper. */
  outstanding(paper: Paper): bigint {
    if (paper.dead) return 0n;
    const later = this.papers.filter((other) => other.from === paper && !other.dead);
    const paid = this.payments.filter((payment) => payment.from === paper);
    return (
      paper.amount -
      paper.released -
      total(later.map(({ taken }) => taken)) -
      total(paid.map(({ amount, reversed }) => amount - reversed))
    );
  }

  #find(stage: Paper['stage'], project: string, number: string): Paper | undefined {
    return this.papers.find(
      (paper) => paper.stage === stage && paper.project === project && paper.number === number,
    );
  }

  /** A line of the account: it ever had budget, or a pool paid for something on it. */
  #hasLine({ project, line }: Place): boolean {
    const entries: readonly Place[] = [...this.budgets, ...this.papers, ...this.payments, ...this.advances];
    return entries.some((entry) => entry.project === project && entry.line === line);
  }

  /** A line may stand without budget only where others pay for it. */
  #mayUse(place: Place): boolean {
    const pooled = this.#rule.key !== 'line' && this.budgets.some(({ project }) => project === place.project);
    return this.#hasLine(place) || pooled;
  }

  /** Does it, when the papers allow it; whether there is money for it is asked afterwards. */
  #happens(what: Asked): boolean {
    switch (what.kind) {
      case 'allocate':
        return this.#budget(what, what.amount);
      case 'supplement':
        return this.#hasLine(what) && this.#budget(what, what.amount);
      case 'cut':
        return this.#hasLine(what) && this.#budget(what, -what.amount);
      case 'transfer':
        return this.#transfer(what);
      case 'request':
        return this.#mayUse(what) && this.#paper('request', what, what.amount);
      case 'release-request':
        return this.#release('request', what);
      case 'release':
        return this.#release('commitment', what);
      case 'commit':
        if (what.from === undefined)
          return this.#mayUse(what) && this.#paper('commitment', what, what.amount);
        return this.#draw('commitment', this.#find('request', what.project, what.from), what);
      case 'accept':
        return this.#draw('acceptance', this.#find('commitment', what.project, what.from), what);
      case 'amend':
        return this.#amend(what);
      case 'reverse-commitment':
        return this.#reverse(this.#find('commitment', what.project, what.number));
      case 'reverse-acceptance':
        return this.#reverse(this.#find('acceptance', what.project, what.number));
      case 'pay':
        return this.#pay(what);
      case 'reverse-payment':
        return this.#reversePayment(what);
      case 'refund':
        return this.#refund(what);
      case 'advance':
        return this.#advance(what);
      case 'clear':
        return this.#clear(what);
      case 'return':
        return this.#giveBack(what);
    }
  }

  #budget({ project, line }: Place, amount: bigint): boolean {
    this.budgets.push({ project, line, amount });
    return true;
  }

  #transfer({ project, line, number, amount, to }: Extract<Asked, { kind: 'transfer' }>): boolean {
    const taken = (where: string, end: 'in' | 'out'): boolean =>
      this.transfers.some((made) => made.number === number && made.project === where && made.end === end);
    const sameLine = to.project === project && to.line === line;
    if (taken(project, 'out') || taken(to.project, 'in') || sameLine || !this.#hasLine({ project, line }))
      return false;
    this.transfers.push({ number, project, end: 'out' }, { number, project: to.project, end: 'in' });
    return this.#budget({ project, line }, -amount) && this.#budget(to, amount);
  }

  #paper(
    stage: Paper['stage'],
    { project, line, number }: Place & { readonly number: string },
    amount: bigint,
    draw: Pick<Paper, 'from' | 'taken' | 'closed'> = { taken: 0n, closed: 0n },
  ): boolean {
    if (this.#find(stage, project, number) || amount <= 0n) return false;
    this.papers.push({ stage, project, line, number, amount, released: 0n, dead: false, ...draw });
    return true;
  }

  #draw(
    stage: 'commitment' | 'acceptance',
    from: Paper | undefined,
    what: Place & {
      readonly number: string;
      readonly amount?: bigint | undefined;
      readonly final?: boolean | undefined;
    },
  ): boolean {
    if (!from) return false;
    const left = this.outstanding(from);
    const amount = what.amount ?? left;
    if (amount > left) return false;
    const closed = what.final ? left - amount : 0n;
    from.released += closed;
    const place = { project: from.project, line: from.line, number: what.number };
    return this.#paper(stage, place, amount, { from, taken: amount, closed });
  }

  #release(
    stage: 'request' | 'commitment',
    what: Place & { number: string; amount?: bigint | undefined },
  ): boolean {
    const paper = this.#find(stage, what.project, what.number);
    const left = paper ? this.outstanding(paper) : 0n;
    const amount = what.amount ?? left;
    if (!paper || left === 0n || amount > left) return false;
    paper.released += amount;
    return true;
  }

  #amend({ project, number, change }: Extract<Asked, { kind: 'amend' }>): boolean {
    const paper = this.#find('commitment', project, number);
    if (!paper || paper.dead || -change > this.outstanding(paper)) return false;
    paper.amount += change;
    return true;
  }

  /** Only what nothing stands on is taken back; what it had taken and closed is held again. */
  #reverse(paper: Paper | undefined): boolean {
    if (!paper || this.outstanding(paper) === 0n) return false;
    const used =
      this.papers.some(
        (other) => other.from === paper && !other.dead && other.amount - other.released > 0n,
      ) || this.payments.some(({ from, amount, reversed }) => from === paper && amount > reversed);
    if (used) return false;
    paper.dead = true;
    if (paper.from) paper.from.released -= paper.closed;
    return true;
  }

  #pay(what: Extract<Asked, { kind: 'pay' }>): boolean {
    const { project, number, amount } = what;
    if (this.payments.some((payment) => payment.project === project && payment.number === number))
      return false;
    const paid = { project, number, amount, reversed: 0n, refunded: 0n, clears: false };
    if (!what.from) {
      if (!this.#mayUse(what)) return false;
      this.payments.push({ ...paid, line: what.line, closed: 0n });
      return true;
    }
    const from = this.#find(what.from.stage, project, what.from.number);
    const left = from ? this.outstanding(from) : 0n;
    if (!from || amount > left) return false;
    const closed = what.final ? left - amount : 0n;
    from.released += closed;
    this.payments.push({ ...paid, line: from.line, from, closed });
    return true;
  }

  #payment(project: string, number: string): Payment | undefined {
    return this.payments.find((payment) => payment.project === project && payment.number === number);
  }

  #reversePayment({ project, number, ...what }: Extract<Asked, { kind: 'reverse-payment' }>): boolean {
    const payment = this.#payment(project, number);
    const left = payment ? payment.amount - payment.reversed - payment.refunded : 0n;
    const amount = what.amount ?? left;
    if (!payment || payment.clears || left === 0n || amount > left) return false;
    payment.reversed += amount;
    if (payment.from && payment.reversed === payment.amount) payment.from.released -= payment.closed;
    return true;
  }

  #refund({ project, number, payment, amount }: Extract<Asked, { kind: 'refund' }>): boolean {
    const paid = this.#payment(project, payment);
    const known = this.refunds.some((made) => made.project === project && made.number === number);
    if (!paid || known || amount > paid.amount - paid.reversed - paid.refunded) return false;
    paid.refunded += amount;
    this.refunds.push({ project, number });
    return true;
  }

  #advance(what: Extract<Asked, { kind: 'advance' }>): boolean {
    const { project, line, number, amount } = what;
    const known = this.advances.some((paid) => paid.project === project && paid.number === number);
    if (known || !this.#mayUse(what)) return false;
    this.advances.push({ project, line, number, amount, cleared: 0n, returned: 0n });
    return true;
  }

  #clear({ project, number, payment, spent, returned }: Extract<Asked, { kind: 'clear' }>): boolean {
    const advance = this.advances.find((paid) => paid.project === project && paid.number === number);
    const left = advance ? advance.amount - advance.cleared - advance.returned : 0n;
    if (!advance || left === 0n || this.#payment(project, payment)) return false;
    const cleared = least(spent, left);
    if (returned > left - cleared) return false;
    advance.cleared += cleared;
    advance.returned += returned;
    const paid = { project, line: advance.line, number: payment, amount: spent };
    this.payments.push({ ...paid, reversed: 0n, refunded: 0n, closed: 0n, clears: true });
    return true;
  }

  #giveBack({ project, number, amount }: Extract<Asked, { kind: 'return' }>): boolean {
    const advance = this.advances.find((paid) => paid.project === project && paid.number === number);
    if (!advance || amount > advance.amount - advance.cleared - advance.returned) return false;
    advance.returned += amount;
    return true;
  }

  /** Nobody gets worse off than his rule allows, and no line loses budget that it has used. */
  #isAffordable(before: ReadonlyMap<string, Balance>, what: Asked): boolean {
    const after = this.balances();
    const takesBudget = what.kind === 'cut' || what.kind === 'transfer';
    for (const [name, { available }] of after) {
      const was = before.get(name)?.available ?? 0n;
      if (takesBudget && available < was && available < 0n) return false;
    }
    if (!this.#rule.stops) return true;
    const keys = new Set([...after.keys()].map((name) => this.#keyOf(name)));
    for (const key of keys) {
      const sum = (balances: ReadonlyMap<string, Balance>): bigint =>
        total([...balances].filter(([name]) => this.#keyOf(name) === key).map(([, each]) => each.available));
      const now = sum(after);
      if (now < sum(before) && now < -this.#rule.tolerance) return false;
    }
    return true;
  }

  /** Both lines are of one fund: what shares a fund shares a project here. */
  #keyOf(name: string): string {
    const { key } = this.#rule;
    return key === 'project' || key === 'fund' ? (name.split('/')[0] ?? '') : name;
  }
}
