import { type EventStore, openSqliteEventStore } from '#event-store';
import { categoryOf } from '#kernel';
import { type Posting, type PostingContext, type Receipt, Recorder } from '#posting';
import { ledgerBook } from '#verification';
import { toAccount } from '../../../apps/ledger/src/budget/account-posting.ts';
import { quarterOfDay } from './account.ts';
import type { AccountStep, Asking, JointStep, Step } from './agenda.ts';
import { dayOf, type Day, momentOf } from './days.ts';

/** Postings that are on their way at once. */
const WAVE = 512;

/** One posting with a submission of its own. */
interface Single {
  readonly asking: Asking;
  readonly what: Posting;
}

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
  /** Streams, and what governs them, that the recorder has in memory. */
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
    const single: Single[] = [];
    for (const step of steps) if (isJoint(step)) single.push(...(await this.#writeJoint(step)));
    for (const step of steps) if (!isJoint(step)) single.push(singleOf(step));
    single.sort(byCategory);
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

  async #writeWave(singles: readonly Single[]): Promise<void> {
    let [together, category] = [[] as Promise<void>[], ''];
    for (const single of singles) {
      // What reads fewer streams before it is decided would come before the others.
      if (categoryOf(single.what.stream) !== category) await Promise.all(together);
      category = categoryOf(single.what.stream);
      const names = [governing(single.asking, single.what.stream), single.what.stream];
      if (names.every((name) => this.#inMemory.has(name))) {
        together.push(this.#writeOne(single));
        continue;
      }
      await Promise.all(together);
      together = [];
      await this.#writeOne(single);
      for (const name of names) this.#inMemory.add(name);
    }
    await Promise.all(together);
  }

  async #writeOne({ asking, what }: Single): Promise<void> {
    this.#count(await recorded(asking, [what], () => this.#recorder.post(what, contextOf(asking))));
  }

  /** Writes what stands or falls together; what is one posting after all is left to the waves. */
  async #writeJoint(step: JointStep): Promise<readonly Single[]> {
    const postings = await step.postings();
    if (postings.length < 2) return postings.map((what) => ({ asking: step, what }));
    this.#count(await recorded(step, postings, () => this.#recorder.postAll(postings, contextOf(step))));
    // What was written together is loaded anew, and what governs it.
    const governed = governing(step, '');
    for (const name of this.#inMemory) if (name.startsWith(governed)) this.#inMemory.delete(name);
    for (const { stream } of postings) this.#inMemory.delete(stream);
    return [];
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

/** Keeps the order of what is of one category. */
const byCategory = (one: Single, other: Single): number => {
  const [a, b] = [categoryOf(one.what.stream), categoryOf(other.what.stream)];
  return a < b ? -1 : a > b ? 1 : 0;
};

/** Settings, policy and periods: what all streams of a category in an organisation and a year are decided with. */
const governing = ({ organisation }: Asking, stream: string): string =>
  `${organisation} ${stream.split('.').slice(0, 2).join('.')}`;

/** The posting of a step; what it pays counts from now on. */
function singleOf(step: AccountStep): Single {
  const { organisation, fiscalYear, project, command, pays } = step;
  if (pays && command.effectiveOn) pays.on.paid[quarterOfDay(dayOf(command.effectiveOn))] += pays.amount;
  return { asking: step, what: toAccount(organisation, { fiscalYear, project }, command, undefined) };
}

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
