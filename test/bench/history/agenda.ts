import type { AccountCommand } from '#budget';
import type { FiscalYear, Satang } from '#kernel';
import type { Posting } from '#posting';
import { type Day, workingDay } from './days.ts';
import type { LinePlan } from './account.ts';

/** Who asks, and under which key. */
export interface Asking {
  readonly organisation: string;
  readonly actor: string;
  readonly key: string;
}

/** A command on one account: what most steps are. */
export interface AccountStep extends Asking {
  readonly fiscalYear: FiscalYear;
  readonly project: string;
  readonly command: AccountCommand;
  /** What is paid out of a line, negative when it comes back; counted on the day of the step. */
  readonly pays?: { readonly on: LinePlan; readonly amount: Satang } | undefined;
}

/** Postings that stand or fall together; what they are may depend on what was recorded before. */
export interface JointStep extends Asking {
  readonly postings: () => readonly Posting[] | Promise<readonly Posting[]>;
}

export type Step = AccountStep | JointStep;

/** What is to be done on which day. Holds what is ahead alone, so that a long history takes no more memory than a short one. */
export class Agenda {
  readonly #days = new Map<Day, Step[]>();

  /** On the day, or the next on which offices work. */
  put(wanted: Day, step: Step): void {
    const day = workingDay(wanted);
    const steps = this.#days.get(day);
    if (steps) steps.push(step);
    else this.#days.set(day, [step]);
  }

  /** The steps of a day, in the order in which they were put there. */
  take(day: Day): readonly Step[] {
    const steps = this.#days.get(day) ?? [];
    this.#days.delete(day);
    return steps;
  }

  /** Days that still have steps. */
  get ahead(): number {
    return this.#days.size;
  }
}
