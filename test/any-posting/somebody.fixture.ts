import type { Random } from '../bench/history/random.ts';
import type { Schema } from '../../apps/cli/src/posting/openapi.ts';
import { DOCUMENTED, type DocumentedPosting, resolved } from './documented-posting.fixture.ts';

/** A posting that is about to be tried. */
export interface Tried {
  readonly name: string;
  readonly path: string;
  /** Who tries it. */
  readonly actor: string;
  readonly body: Record<string, unknown>;
}

const DAY = 86_400_000;
export const PROJECTS = ['P1', 'P2'] as const;
export const CATEGORIES = ['operating', 'capital'] as const;
const FUND = 'annual-appropriation';

/** What an organisation may lay down; everything else refuses less or more than the defaults. */
const POLICIES = [
  {},
  { basis: 'released' },
  { excess: { percent: '10' } },
  { approvals: [{ command: '*', from: '60.00', tiers: ['checker'] }] },
  { transfers: [{ scope: 'any', action: 'report', message: 'is to be reported', withinDays: 30 }] },
  { yearEnd: { disburseUntil: '03-31', rules: [{ carry: 'whole', rest: 'lapse' }] } },
  { yearEnd: { disburseUntil: '03-31', rules: [{ carry: 'percentage', percent: '50', rest: 'return' }] } },
] as const;
/** Hands a posting in for other eyes, under the number of the document that waits for them. */
const SUBMIT = '?submit=W-';
const PEOPLE = ['anong', 'busaba', 'chai'] as const;

/** What a posting of this name makes: the field with its number. */
const MAKES: Readonly<Record<string, string>> = {
  'request make': 'request',
  'commitment make': 'commitment',
  'acceptance make': 'acceptance',
  'disbursement make': 'disbursement',
  'disbursement refund': 'refund',
  'budget transfer': 'transfer',
  'advance pay': 'advance',
  'advance clear': 'disbursement',
  'guarantee hold': 'guarantee',
  'year-end reserve': 'reservation',
  'document request': 'request',
  'document commit': 'commitment',
  'document accept': 'acceptance',
  'document disburse': 'disbursement',
};

/** From which earlier documents each may take its money, instead of from a line. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  'request make': [],
  'document request': [],
  'commitment make': ['request'],
  'document commit': ['request'],
  'disbursement make': ['acceptance', 'commitment'],
  'document disburse': ['acceptance', 'commitment'],
};

/** How often each is tried; 1 where nothing is said. Periods that are closed refuse all else. */
const OFTEN: Readonly<Record<string, number>> = {
  'commitment make': 4,
  'acceptance make': 4,
  'disbursement make': 4,
  'disbursement refund': 2,
  'year-end reserve': 2,
  'approval give': 4,
  'policy set': 0.4,
  'duty grant': 0.5,
  'duty withdraw': 0.2,
  'account open': 0.1,
  'organisation register': 0.1,
  'period soft-close': 0.02,
  'period close': 0.02,
  'year-end close': 0.3,
  'budget cut': 0.3,
  'quarterly-report publish': 0.1,
};

/** What else a field is called that names a document of an account. */
const SAME: Readonly<Record<string, string>> = {
  document: 'commitment',
  contract: 'commitment',
  number: 'guarantee',
};

const WORDS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  project: PROJECTS,
  toProject: PROJECTS,
  category: CATEGORIES,
  toCategory: CATEGORIES,
  fundSource: [FUND],
  toFundSource: [FUND],
  item: ['1', '2'],
  requestItem: ['1', '2'],
  commitmentItem: ['1', '2'],
  acceptanceItem: ['1', '2'],
  kpi: ['K1', 'K2'],
  partOf: ['K1', 'K2'],
  report: ['R1', 'R2'],
  result: ['RES1', 'RES2'],
  currency: ['USD'],
  foreignAmount: ['10.00'],
  rate: ['10', '2.5'],
  quantity: ['1', '2', '0.5'],
  duty: ['checker', 'checker', 'override-availability', 'restate'],
  holder: PEOPLE,
  to: PEOPLE,
  period: ['Q1', 'Q3', 'year'],
  value: ['10', '25'],
};
const AMOUNTS = ['100.00', '50.00', '33.33', '20.00', '10.00', '0.01', '66.67'] as const;
/** Fields that are left out more often than others: with them hardly anything is taken. */
const RARELY = new Set(['item', 'requestItem', 'commitmentItem', 'acceptanceItem', 'foreign', 'contract']);
const NEVER = new Set(['evidence', 'documentDate', 'restates', 'override']);

/**
 * Somebody who knows the form of every posting from the documentation, the numbers of what was made before, and nothing of
 * the rules. Time goes on between the postings.
 */
export class Somebody {
  readonly #random: Random;
  readonly #made = new Map<string, string[]>();
  /** Numbers of documents that were handed in. */
  readonly #waiting: string[] = [];
  #counter = 0;
  #year = 0;
  #project = '';
  #makes: string | undefined;
  /** Milliseconds since 1970. */
  now: number;

  constructor(random: Random, begin: string) {
    this.#random = random;
    this.now = Date.parse(begin);
  }

  next(): Tried {
    this.now +=
      this.#random.between(0, 3_600_000) + (this.#random.chance(0.1) ? this.#random.between(0, 8) * DAY : 0);
    const { name, path, body, submittable } = this.#random.weighted(WEIGHED);
    this.#project = this.#random.chance(0.8) ? 'P1' : 'P2';
    this.#year = this.#fiscalYear() - (name.startsWith('year-end') && this.#random.chance(0.7) ? 1 : 0);
    this.#makes = MAKES[name];
    // One in eight is handed in for other eyes.
    const submit =
      name.startsWith('approval') || this.#random.chance(7 / 8) ? '' : `${SUBMIT}${(this.#counter += 1)}`;
    const query = submittable ? submit : '';
    const at = path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) =>
      encodeURIComponent(
        name.startsWith('approval') ? this.#handedIn() : String(this.#plain({ type: 'string' }, parameter)),
      ),
    );
    const said = body === undefined ? {} : (this.#value(body, '') as Record<string, unknown>);
    return { name, path: `${at}${query}`, actor: this.#random.pick(PEOPLE), body: this.#likely(name, said) };
  }

  /** What was taken can be named from now on. */
  took({ name, path, body }: Tried): void {
    const [, waiting] = path.split('?submit=');
    if (waiting !== undefined) this.#waiting.push(waiting);
    const makes = MAKES[name];
    const number = makes === undefined ? undefined : body[makes];
    if (makes !== undefined && typeof number === 'string') this.#numbers(makes).push(number);
  }

  /** The number of a document that waits for other eyes; of any, where none was handed in. */
  #handedIn(): string {
    const [newest = 'W-1', ...others] = this.#waiting.slice(-3);
    return this.#random.pick([newest, ...others]);
  }

  /** A fiscal year of the Buddhist era: mostly the present one, at its turn also the one before. */
  #fiscalYear(): number {
    const day = new Date(this.now);
    const year = day.getUTCFullYear() + 543 + (day.getUTCMonth() >= 9 ? 1 : 0);
    const isNew = day.getUTCMonth() >= 9;
    return this.#random.chance(isNew ? 0.5 : 0.95) ? year : year - 1;
  }

  #value(schema: Schema, name: string): unknown {
    if (name === 'policy') return this.#random.pick(POLICIES);
    const { type, properties, required = [], items, ...plain } = resolved(schema);
    if (properties) {
      const often = this.#random.chance(0.5) ? 0.12 : 0.35;
      const isSaid = (field: string): boolean =>
        required.includes(field) ||
        (!NEVER.has(field) && this.#random.chance(RARELY.has(field) ? 0.06 : often));
      const said = Object.entries(properties).filter(([field]) => isSaid(field));
      return Object.fromEntries(said.map(([field, each]) => [field, this.#value(each, field)]));
    }
    if (items) return Array.from({ length: this.#random.between(1, 2) }, () => this.#value(items, name));
    return this.#plain({ ...plain, ...(type === undefined ? {} : { type }) }, name);
  }

  #plain({ type, format, enum: allowed }: Schema, name: string): unknown {
    if (allowed) return this.#random.pick(allowed as readonly [string, ...string[]]);
    if (type === 'boolean') return this.#random.chance(0.5);
    if (name === 'fiscalYear') return this.#year;
    if (name === 'contractYear') return this.#year + this.#random.between(0, 1);
    if (name === 'project') return this.#project;
    if (type === 'integer' || name === 'position') return this.#random.between(1, 3);
    if (format === 'date') return this.#day(name);
    if (format === 'baht') return this.#amount(name);
    return this.#number(SAME[name] ?? name) ?? this.#random.pick(WORDS[name] ?? ['text']);
  }

  #amount(name: string): string {
    const isMinus = ['change', 'disbursed', 'committed'].includes(name) && this.#random.chance(0.4);
    return `${isMinus ? '-' : ''}${this.#random.pick(AMOUNTS)}`;
  }

  /** A number of a document: a new one where one is made, else one that was made before. */
  #number(kind: string): string | undefined {
    const known = this.#numbers(kind);
    if (kind === this.#makes && this.#random.chance(0.95)) return `${kind}-${(this.#counter += 1)}`;
    const [newest, ...others] = known.slice(-4);
    return newest !== undefined && this.#random.chance(0.9)
      ? this.#random.pick([newest, ...others])
      : undefined;
  }

  #numbers(kind: string): string[] {
    const key = `${this.#year}/${this.#project}/${kind}`;
    const known = this.#made.get(key) ?? [];
    this.#made.set(key, known);
    return known;
  }

  #day(name: string): string {
    const before = this.#random.chance(0.7) ? 0 : this.#random.between(0, 40);
    const ahead = name === 'until' ? this.#random.between(0, 200) : 0;
    const [first, last] = [Date.parse(`${this.#year - 544}-10-01`), Date.parse(`${this.#year - 543}-09-30`)];
    const day = this.now + (ahead - before) * DAY;
    const isFree = name !== 'effectiveOn' || this.#random.chance(0.25);
    return new Date(isFree ? day : Math.max(first, Math.min(last, day))).toISOString().slice(0, 10);
  }

  /** Names one source of the money, not several: else hardly anything would be taken. */
  #likely(name: string, said: Record<string, unknown>): Record<string, unknown> {
    const sources = SOURCES[name];
    if (sources === undefined) return said;
    const lines = (said['lines'] as Record<string, unknown>[] | undefined) ?? [said];
    for (const line of lines) {
      const [source, ...others] = sources.filter((field) => line[field] !== undefined);
      for (const other of others) line[other] = undefined;
      line['line'] =
        source === undefined ? { fundSource: FUND, category: this.#random.pick(CATEGORIES) } : undefined;
    }
    return said;
  }
}

type Weighed = DocumentedPosting & { readonly weight: number };
const WEIGHED = DOCUMENTED.map((each) => ({
  ...each,
  weight: OFTEN[each.name] ?? 1,
})) as unknown as readonly [Weighed, ...Weighed[]];
