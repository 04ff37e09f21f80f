import { type EventStore, openSqliteEventStore } from '#event-store';
import { streams } from '#kernel';
import { type Posting, type PostingContext, type Receipt, Recorder } from '#posting';
import { ledgerBook } from '#verification';
import { toAccount } from '../../../apps/ledger/src/budget/account-posting.ts';
import { quarterOfDay } from './account.ts';
import type { AccountStep, Asking, JointStep, Step } from './agenda.ts';
import { dayOf, type Day, momentOf } from './days.ts';

/** Postings that are on their way at once. */
const WAVE = 512;

/**
 * Records the steps of one day after the other, in their order; the clock stands at their moment. Only steps on streams
 * that the recorder has in memory go together: those that must be loaded first would come behind the others.
 */
export class Writer {
  readonly #store: EventStore;
  #recorder: Recorder;
  #now = momentOf(0, 0);
  readonly #forgetAfter: number;
  #sinceForgotten = 0;
  /** Organisations and accounts that the recorder has in memory. */
  readonly #inMemory = new Set<string>();
  events = 0;

  constructor(file: string, forgetAfter: number) {
    this.#forgetAfter = forgetAfter;
    this.#store = openSqliteEventStore({ file, clock: () => Date.parse(this.#now) });
    this.#recorder = this.#newRecorder();
  }

  get recorder(): Recorder {
    return this.#recorder;
  }

  async write(day: Day, steps: readonly Step[]): Promise<void> {
    this.#now = momentOf(day, 0);
    for (const step of steps.filter(isJoint)) await this.#writeJoint(step);
    const single = steps.filter((step): step is AccountStep => !isJoint(step));
    for (let from = 0; from < single.length; from += WAVE) {
      // The clock moves between waves alone, so that how many appends share a commit changes nothing.
      this.#now = momentOf(day, (from + 1) / single.length);
      await this.#writeWave(single.slice(from, from + WAVE));
    }
    if (this.#sinceForgotten < this.#forgetAfter) return;
    this.#recorder = this.#newRecorder();
    this.#inMemory.clear();
    this.#sinceForgotten = 0;
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  async #writeWave(steps: readonly AccountStep[]): Promise<void> {
    let together: Promise<void>[] = [];
    for (const step of steps) {
      const names = [step.organisation, accountOf(step)];
      if (names.every((name) => this.#inMemory.has(name))) {
        together.push(this.#writeOne(step));
        continue;
      }
      await Promise.all(together);
      together = [];
      await this.#writeOne(step);
      for (const name of names) this.#inMemory.add(name);
    }
    await Promise.all(together);
  }

  async #writeOne(step: AccountStep): Promise<void> {
    const { organisation, fiscalYear, project, command, pays } = step;
    const what = toAccount(organisation, { fiscalYear, project }, command, undefined);
    this.#count(await recorded(step, [what], () => this.#recorder.post(what, contextOf(step))));
    if (pays && command.effectiveOn) pays.on.paid[quarterOfDay(dayOf(command.effectiveOn))] += pays.amount;
  }

  async #writeJoint(step: JointStep): Promise<void> {
    const postings = await step.postings();
    const [first, ...others] = postings;
    if (!first) return;
    const post = (): Promise<Receipt> =>
      others.length === 0
        ? this.#recorder.post(first, contextOf(step))
        : this.#recorder.postAll(postings, contextOf(step));
    this.#count(await recorded(step, postings, post));
    if (others.length === 0) return;
    // What was written together is loaded anew, and what governs it.
    this.#inMemory.delete(step.organisation);
    for (const { stream } of postings) this.#inMemory.delete(stream);
  }

  #count({ events }: Receipt): void {
    this.events += events.length;
    this.#sinceForgotten += events.length;
  }

  #newRecorder(): Recorder {
    const { catalogue } = ledgerBook;
    return new Recorder({ store: this.#store, catalogue, clock: () => this.#now });
  }
}

const isJoint = (step: Step): step is JointStep => 'postings' in step;

const accountOf = ({ organisation, fiscalYear, project }: AccountStep): string =>
  streams.budgetAccount(organisation, fiscalYear, project);

const contextOf = ({ organisation, actor, key }: Asking): PostingContext => ({
  organisation,
  actor,
  idempotencyKey: key,
});

/** What was recorded. A refusal says which step was planned wrongly. */
async function recorded(
  { organisation, key }: Asking,
  postings: readonly Posting[],
  post: () => Promise<Receipt>,
): Promise<Receipt> {
  try {
    return await post();
  } catch (cause) {
    const types = postings.map(({ command }) => command.type).join(', ');
    throw new Error(`${organisation}, ${key}, ${types}: ${String(cause)}`, { cause });
  }
}
