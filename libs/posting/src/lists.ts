import { setImmediate as nextTurn } from 'node:timers/promises';
import type { GrowingAppend } from '#event-store';
import { RefusalError } from '#kernel';
import { DEFAULT_SETTINGS, type OrganisationSettings, type RegisterOrganisation } from '#organisation';
import type { Appending } from './appending.ts';
import { DecidedList } from './decided-list.ts';
import type { Deciding } from './deciding.ts';
import type { OrganisationBook } from './organisation-book.ts';
import { atPlace } from './places.ts';
import type { Following, Posting, Receipt } from './posting.ts';
import { receiptOf } from './receipts.ts';
import { Scratch } from './scratch.ts';
import { Seen } from './seen.ts';
import type { StreamLoader } from './snapshots.ts';
import { StreamsInMemory } from './streams-in-memory.ts';
import type { Submission } from './submission.ts';

/** Milliseconds for which a list is decided in one go, before others get their turn. */
const SLICE = 5;

interface ListsOptions {
  readonly loader: StreamLoader;
  readonly streams: StreamsInMemory;
  readonly organisations: OrganisationBook;
  readonly deciding: Deciding;
  readonly appending: Appending;
  readonly isShared: boolean;
}

/** Decides several commands in the order given, and appends all or nothing. */
export class Lists {
  readonly #options: ListsOptions;

  constructor(options: ListsOptions) {
    this.#options = options;
  }

  /** The receipt, or nothing when the decision has to be taken again. */
  async tryAll(submission: Submission, follow?: Following): Promise<Receipt | undefined> {
    const scratch = new Scratch(this.#options.streams);
    const postings = await standing(scratch, preparedOn(scratch, submission));
    if (!postings) return this.#options.appending.again('neighbour-failed');
    const prepared = { ...submission, postings };
    const growing = this.#options.appending.grow(prepared);
    try {
      return await this.#tryAll(prepared, { scratch, growing, follow });
    } finally {
      growing?.discard();
    }
  }

  async #tryAll(submission: Submission, { scratch, growing, follow }: Try): Promise<Receipt | undefined> {
    const { appending } = this.#options;
    const list = new DecidedList(growing);
    const decided = await standing(scratch, this.#decide(submission, scratch, list, follow));
    if (!decided) return appending.again('neighbour-failed');
    const { told, outcomes } = decided;
    const outcome = outcomes.length > 0 ? submission.outcomeOf?.(outcomes) : undefined;
    if (!scratch.isCurrent) return appending.again('conflict');
    if (submission.context.dryRun || told.length === 0) {
      if (!(await scratch.arrives())) return appending.again('neighbour-failed');
      return receiptOf(
        submission,
        told.flatMap(({ events }) => events),
        outcome,
      );
    }
    // From here to the append nothing waits: whoever comes next finds the states with the list counted. Where others
    // write the log, the states are brought up from it instead: events of others may stand between.
    if (!this.#options.isShared) scratch.keep();
    const append = appending.appendList(decided, outcome, submission);
    if (!this.#options.isShared) scratch.follow(append);
    const receipt = await append.catch((error: unknown) => {
      scratch.forget();
      return appending.undecided(error);
    });
    this.#options.organisations.forgetWritten(told);
    return receipt;
  }

  /** Tells of each what it would bring. The streams are folded from the log, so that what others post meanwhile changes nothing. */
  async trial(submission: Submission, follow: Required<Following>): Promise<void> {
    const { loader } = this.#options;
    const own = new StreamsInMemory((decider, stream) => loader.load(decider, stream));
    await this.#decide(submission, new Scratch(own), new DecidedList(), follow);
  }

  async #decide(
    submission: Submission,
    scratch: Scratch,
    list: DecidedList,
    follow: Following = {},
  ): Promise<DecidedList> {
    let settings = await this.#options.organisations.settingsOf(submission.context.organisation);
    let since = performance.now();
    for (const [place, what] of submission.postings.entries()) {
      if (performance.now() - since > SLICE) {
        // Long lists leave others their turn; what they change meanwhile makes the list be decided again.
        await nextTurn();
        since = performance.now();
      }
      await scratch.loadFor(what);
      const decided = this.#decideOne(what, { submission, scratch, settings, list });
      if (decided instanceof RefusalError) {
        if (!follow.refused) throw atPlace(decided, place);
        follow.refused(place, decided.refusal);
        continue;
      }
      follow.decided?.(place, decided.outcome);
      settings = settingsAfter(what, settings);
    }
    return list;
  }

  #decideOne(
    what: Posting,
    { submission, scratch, settings, list }: Step,
  ): { readonly outcome: unknown } | RefusalError {
    const { deciding } = this.#options;
    const stream = scratch.at(what);
    const seen = Seen.of(what, (read) => scratch.at(read));
    const decided = deciding.decide(what, { stream, seen, settings }, submission);
    if (decided instanceof RefusalError) return decided;
    const { events, context } = decided;
    const outcome = what.outcome?.(stream.state, events, context);
    const { writes, end } = deciding.writesOf(what, decided, submission, list.count);
    list.add(writes, seen.checks, outcome);
    scratch.advance(what.stream, events, end);
    return { outcome };
  }
}

/** What one try of a list works with. */
interface Try {
  readonly scratch: Scratch;
  readonly growing: GrowingAppend | undefined;
  readonly follow: Following | undefined;
}

/** The postings of a list; those that depend on what is recorded as the streams are now. */
async function preparedOn(scratch: Scratch, { postings, prepared }: Submission): Promise<readonly Posting[]> {
  if (!prepared) return postings;
  return prepared.prepare(async (decider, stream) => {
    await scratch.loadFor({ decider, stream });
    const { state, revision } = scratch.at({ decider, stream });
    return revision === 'none' ? undefined : state;
  });
}

/** Nothing in place of a refusal that does not hold: one that rests on what is no more, or that never becomes durable. */
async function standing<T>(scratch: Scratch, work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (scratch.isCurrent && (await scratch.arrives())) throw error;
    return undefined;
  }
}

/** What one decision of a list builds on. */
interface Step {
  readonly submission: Submission;
  readonly scratch: Scratch;
  readonly settings: OrganisationSettings | undefined;
  readonly list: DecidedList;
}

/** A registration in the list holds for what follows; without one the first posting registers with the defaults. */
function settingsAfter(
  { command }: Posting,
  settings: OrganisationSettings | undefined,
): OrganisationSettings {
  const isRegistration = command.type === 'register-organisation';
  return isRegistration ? (command as RegisterOrganisation).settings : (settings ?? DEFAULT_SETTINGS);
}
