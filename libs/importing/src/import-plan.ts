import type { CivilDate } from '#kernel';
import type { Posting } from '#posting';
import type { Fault, Note } from './fault.ts';

/** The postings that belong together: those of the beginning, or those of one report. */
export interface ImportStep {
  /** Absent for what stands at the beginning of the year. */
  readonly report?: string;
  /** The day on which the organisation learnt it. */
  readonly bookedOn: CivilDate;
  /** Place of the first posting of the step, counted from 0, and how many there are. */
  readonly first: number;
  readonly count: number;
}

/** What an import would post. With any fault it posts nothing. */
export interface ImportPlan {
  readonly organisation: string;
  readonly faults: readonly Fault[];
  readonly notes: readonly Note[];
  /** In the order in which they are to be posted, all or nothing; their clocks never go back. */
  readonly postings: readonly Posting[];
  /** Reports, or documents of a budget, that the ledger has taken over already. */
  readonly skipped: readonly string[];
  readonly steps: readonly ImportStep[];
}

export interface CommandCount {
  /** The kind of account that it is posted to, such as `budgetaccount`. */
  readonly category: string;
  readonly command: string;
  readonly count: number;
}

export interface StepSummary {
  readonly report?: string;
  readonly bookedOn: CivilDate;
  readonly postings: number;
  readonly commands: readonly CommandCount[];
}

export interface ImportSummary {
  readonly organisation: string;
  readonly postings: number;
  readonly commands: readonly CommandCount[];
  readonly steps: readonly StepSummary[];
  readonly skipped: readonly string[];
  readonly faults: number;
  readonly notes: number;
}

/** Counts what an import would post, as a dry run shows it. */
export function summaryOf(plan: ImportPlan): ImportSummary {
  const { organisation, postings, steps, skipped, faults, notes } = plan;
  return {
    organisation,
    postings: postings.length,
    commands: countsOf(postings),
    steps: steps.map(({ first, count, ...step }) => ({
      ...step,
      postings: count,
      commands: countsOf(postings.slice(first, first + count)),
    })),
    skipped,
    faults: faults.length,
    notes: notes.length,
  };
}

/** In the order in which the commands first appear. */
function countsOf(postings: readonly Posting[]): CommandCount[] {
  const counts = new Map<string, CommandCount>();
  for (const { decider, command } of postings) {
    const key = `${decider.category}/${command.type}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { category: decider.category, command: command.type, count });
  }
  return [...counts.values()];
}
