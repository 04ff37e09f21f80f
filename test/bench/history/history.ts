import type { FiscalYear } from '#kernel';
import { Account } from './account.ts';
import { Agenda, type Step } from './agenda.ts';
import { planChanges } from './changes.ts';
import { closePeriods, closing } from './closing.ts';
import { type Day, Season } from './days.ts';
import { begin } from './kinds.ts';
import { open, policyOf } from './opening.ts';
import type { Recorder } from '#posting';
import { Random } from './random.ts';
import type { Shape } from './shape.ts';

/** Days after a year: its accounts are closed, its months are closed, and its history is over. */
const [CLOSED, MONTHS_CLOSED, OVER] = [14, 196, 200];

/** Lives through the years of a history, day by day. Holds the present and what is ahead, never what is past. */
export class History {
  readonly agenda = new Agenda();
  readonly #shape: Shape;
  #planned = 0;
  #accounts: readonly Account[] = [];

  constructor(shape: Shape) {
    this.#shape = shape;
  }

  /** Every day on which offices work, with the steps of the day. `recorder` gives what is recorded so far. */
  *days(recorder: () => Recorder): Generator<{ readonly day: Day; readonly steps: readonly Step[] }> {
    const { years } = this.#shape;
    for (const [index, year] of years.entries()) {
      const season = new Season(year);
      this.#beginYear(year, index, season, recorder);
      for (const day of season.workingDays) {
        this.#beginDocuments(day);
        yield { day, steps: this.agenda.take(day) };
      }
      this.#planned += this.#accounts.reduce((sum, { planned }) => sum + planned, 0);
    }
    const last = new Season(years.at(-1) ?? years[0]).last;
    for (let day = last + 1; day <= last + OVER; day += 1) {
      const steps = this.agenda.take(day);
      if (steps.length > 0) yield { day, steps };
    }
  }

  #beginYear(year: FiscalYear, index: number, season: Season, recorder: () => Recorder): void {
    const { agencies, projects, lines, years, events, seed } = this.#shape;
    const random = new Random(`${seed}/${year}`);
    const keys = agencies.flatMap((organisation) => projects.map((project) => ({ organisation, project })));
    const sizes = keys.map(() => 0.5 + random.next());
    const ofYear = (events - this.#planned) / (years.length - index);
    const each = ofYear / sizes.reduce((sum, size) => sum + size, 0);
    const [first] = season.workingDays;
    if (index === 0) this.#putPolicies(first);
    this.#accounts = keys.map((key, place) => {
      const quota = Math.round(each * (sizes[place] ?? 1));
      return new Account({ ...key, fiscalYear: year, lines, quota, seed }, this.agenda);
    });
    for (const account of this.#accounts) this.#open(account, recorder);
    for (const organisation of agencies) {
      const day = new Season(year).last + MONTHS_CLOSED;
      const asking = { organisation, actor: `${organisation}-controller`, key: `${year}-months` };
      this.agenda.put(day, { ...asking, postings: () => [closePeriods(organisation, year, day)] });
    }
  }

  #open(account: Account, recorder: () => Recorder): void {
    const { organisation, fiscalYear, project, season } = account;
    open(account, this.agenda);
    const others = this.#accounts.filter((each) => each.organisation === organisation);
    planChanges(account, others, this.agenda);
    // Its own end: the closing, and what lapses or is carried.
    account.expect(1 + account.lines.length);
    const day = season.last + CLOSED;
    account.opened = account.planned;
    const asking = {
      organisation,
      actor: `${organisation}-controller`,
      key: `${fiscalYear}-${project}-close`,
    };
    this.agenda.put(day, { ...asking, postings: () => closing(recorder(), account, day) });
  }

  #putPolicies(day: Day): void {
    for (const organisation of this.#shape.agencies) {
      const asking = { organisation, actor: `${organisation}-planner`, key: 'policy' };
      this.agenda.put(day, { ...asking, postings: () => [policyOf(organisation, day)] });
    }
  }

  #beginDocuments(day: Day): void {
    for (const account of this.#accounts) {
      const due = account.opened + (account.quota - account.opened) * account.season.through(day);
      while (account.planned < due) begin(account, day);
    }
  }
}
