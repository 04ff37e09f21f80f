import type { Line } from '#budget';
import { type FiscalYear, type Quarter, quarterOf, type Satang, satang, THAI_CALENDAR } from '#kernel';
import type { AccountStep, Agenda } from './agenda.ts';
import { dateOf, type Day, Season } from './days.ts';
import { Random } from './random.ts';

const LINES: readonly Line[] = [
  { fundSource: 'annual-appropriation', category: 'operating' },
  { fundSource: 'annual-appropriation', category: 'capital' },
  { fundSource: 'own-income', category: 'operating' },
  { fundSource: 'annual-appropriation', category: 'subsidies' },
  { fundSource: 'own-income', category: 'capital' },
];
/** Of all documents of an account, how many are on each line. */
const SHARES = [5, 2, 2, 1, 1];
/** Satang that a document comes to on average. */
const MEAN_AMOUNT = 15_000_000;
const MEAN_EVENTS = 2.9;
const BAHT = 100;

/** A line of an account, as far as its documents are planned. */
export interface LinePlan {
  readonly line: Line;
  readonly weight: number;
  readonly allocated: Satang;
  /** Satang that no document has asked for yet. What comes back to the line is never asked for again. */
  left: number;
  /** Satang that were paid with effect in each quarter, as recorded. */
  readonly paid: Record<Quarter, number>;
}

/** What an account is to have in a year, and what of it is planned. */
export interface AccountOptions {
  readonly organisation: string;
  readonly fiscalYear: FiscalYear;
  readonly project: string;
  readonly lines: number;
  /** Events of its year, those after the year among them. */
  readonly quota: number;
  readonly seed: string;
}

/** One project in one fiscal year: its lines, its numbers, and the chance that decides what happens there. */
export class Account {
  readonly organisation: string;
  readonly fiscalYear: FiscalYear;
  readonly project: string;
  readonly quota: number;
  readonly lines: readonly [LinePlan, ...LinePlan[]];
  readonly random: Random;
  readonly season: Season;
  /** Events that are planned or recorded. */
  planned = 0;
  /** How many of them are there whatever documents come. */
  opened = 0;
  #numbers = 0;
  readonly #agenda: Agenda;

  constructor({ organisation, fiscalYear, project, lines, quota, seed }: AccountOptions, agenda: Agenda) {
    this.organisation = organisation;
    this.fiscalYear = fiscalYear;
    this.project = project;
    this.quota = quota;
    this.season = seasonOf(fiscalYear);
    this.random = new Random(`${seed}/${organisation}/${fiscalYear}/${project}`);
    this.lines = this.#budget(lines);
    this.#agenda = agenda;
  }

  /** Another number, of this account alone also where a document goes on in the next year. */
  number(prefix: string): string {
    this.#numbers += 1;
    return `${prefix}-${this.fiscalYear % 100}-${String(this.#numbers).padStart(5, '0')}`;
  }

  /** One of the seven officers of the project. */
  get officer(): string {
    return `${this.organisation}-officer-${this.random.between(1, 7)}`;
  }

  /** What a document may come to, `size` times as much as others; it is taken off the line. */
  spend(on: LinePlan, size: number): Satang {
    const weights = this.lines.reduce((total, { weight }) => total + weight, 0);
    const documents = Math.max(1, ((this.quota - this.planned) / MEAN_EVENTS) * (on.weight / weights));
    const wanted = ((on.left * 0.9) / documents) * size * this.random.skewed();
    const amount = Math.floor(Math.min(on.left / 3, Math.max(BAHT, wanted)));
    on.left -= amount;
    return satang(amount);
  }

  /** Puts a step on the agenda that brings so many events; in the account so many years later. */
  plan(
    day: Day,
    step: Pick<AccountStep, 'command' | 'actor' | 'key' | 'pays'>,
    { events = 1, years = 0 }: { readonly events?: number; readonly years?: number } = {},
  ): void {
    this.planned += events;
    const { organisation, project } = this;
    const fiscalYear = (this.fiscalYear + years) as FiscalYear;
    this.#agenda.put(day, { organisation, project, fiscalYear, ...step });
  }

  /** Counts events that follow by themselves. */
  expect(events: number): void {
    this.planned += events;
  }

  #budget(lines: number): [LinePlan, ...LinePlan[]] {
    const plans = LINES.slice(0, lines).map((line, index): LinePlan => {
      const weight = SHARES[index] ?? 1;
      const documents = Math.max(10, this.quota / MEAN_EVENTS) * (weight / 10);
      const allocated =
        Math.ceil((documents * MEAN_AMOUNT * (0.5 + this.random.next())) / 10_000_000) * 10_000_000;
      return {
        line,
        weight,
        allocated: satang(allocated),
        left: allocated,
        paid: { Q1: 0, Q2: 0, Q3: 0, Q4: 0 },
      };
    });
    return plans as [LinePlan, ...LinePlan[]];
  }
}

const seasons = new Map<FiscalYear, Season>();

function seasonOf(year: FiscalYear): Season {
  const season = seasons.get(year) ?? new Season(year);
  seasons.set(year, season);
  return season;
}

export const quarterOfDay = (day: Day): Quarter => quarterOf(dateOf(day), THAI_CALENDAR);
