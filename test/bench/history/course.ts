import type { AccountCommand, Line } from '#budget';
import type { CivilDate, Satang } from '#kernel';
import type { Account, LinePlan } from './account.ts';
import { dateOf, type Day, workingDay } from './days.ts';
import { SUBJECTS } from './words.ts';

/** Of the documents, how many are booked some weeks after their date. */
const LATE = 0.03;
const COUNTERPARTIES = 5_000;

/** The course of one document through its year: each step on a working day, none after the last one. */
export class Course {
  readonly account: Account;
  readonly on: LinePlan;
  readonly number: string;
  readonly description: string;
  readonly counterparty: string;
  readonly #actor: string;
  #day: Day;
  /** Days between what is booked and when it was: late papers. */
  #behind = 0;
  #steps = 0;
  /** 1 when the document goes on in the account of the next year. */
  #years = 0;

  constructor(account: Account, on: LinePlan, day: Day) {
    const { random, season } = account;
    this.account = account;
    this.on = on;
    this.#day = day;
    if (random.chance(LATE)) this.#behind = Math.min(random.between(5, 45), day - season.first);
    this.number = account.number('D');
    this.#actor = account.officer;
    this.description = random.pick(SUBJECTS);
    this.counterparty = `V-${String(random.between(1, COUNTERPARTIES)).padStart(6, '0')}`;
  }

  get line(): Line {
    return this.on.line;
  }

  get day(): Day {
    return this.#day;
  }

  /** Goes on some days later; what would come after the year is done in its last days. */
  wait(least: number, most: number): void {
    const { random, season } = this.account;
    const next = workingDay(this.#day + random.between(least, most));
    this.#day = next > season.last ? Math.max(this.#day, random.pick(season.rush)) : next;
    if (least > 0) this.#behind = 0;
  }

  /** Goes on on a day of the year at the earliest. */
  waitUntil(day: Day): void {
    this.#day = Math.max(this.#day, day);
  }

  /** Goes on on a day after the year. */
  goOn(day: Day): void {
    this.#day = workingDay(Math.max(day, this.#day + 1));
    this.#behind = 0;
  }

  /** From here on it is a document of the next year, which took it over. */
  carriedOver(): void {
    this.#years = 1;
  }

  /** The next step; `events` as many as its decision brings, `pays` what it takes out of the line. */
  step(
    facts: (effectiveOn: CivilDate) => AccountCommand,
    { events = 1, pays }: { readonly events?: number; readonly pays?: Satang } = {},
  ): void {
    const { fiscalYear, project } = this.account;
    const step = {
      command: facts(dateOf(this.#day - this.#behind)),
      actor: this.#actor,
      key: `${fiscalYear}-${project}-${this.number}-${this.#steps}`,
      pays: pays && { on: this.on, amount: pays },
    };
    this.#steps += 1;
    this.account.plan(this.#day, step, { events, years: this.#years });
  }

  /** Whether so many days more lie in the year. */
  hasTime(days: number): boolean {
    return this.#day + days < this.account.season.last - 5;
  }

  amount(size: number): Satang {
    return this.account.spend(this.on, size);
  }
}
