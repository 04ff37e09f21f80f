import { setImmediate as nextTurn } from 'node:timers/promises';
import { CommandAlreadyRecorded, UnknownOutcome } from '../src/errors.ts';
import type {
  AppendResult,
  CommandMarker,
  EventStore,
  StreamCheck,
  StreamWrite,
} from '../src/event-store.ts';
import { seededRandom } from './seeded-random.ts';

/** How likely each fault is per append, from 0 (never) to 1 (always). */
export interface Faults {
  /** The request is lost: nothing is written, and the caller cannot know. */
  readonly loseRequest: number;
  /** The answer is lost: it is written, and the caller cannot know. */
  readonly loseAnswer: number;
  /** Others come first. */
  readonly delay: number;
  /** The request arrives twice. */
  readonly duplicate: number;
}

export const NO_FAULTS: Faults = { loseRequest: 0, loseAnswer: 0, delay: 0, duplicate: 0 };

export interface FaultInjectingStore extends EventStore {
  /** How many faults of each kind there were. */
  readonly injected: Readonly<Record<keyof Faults, number>>;
}

const MAX_DELAY_TURNS = 5;

/**
 * A store between whose caller and whose log things go wrong, in an order that follows from the seed.
 * Whoever uses it prints the seed on failure. Reading is untouched.
 */
export function createFaultInjectingStore(
  inner: EventStore,
  { seed, faults }: { readonly seed: number; readonly faults: Faults },
): FaultInjectingStore {
  const random = seededRandom(seed);
  const injected: Record<keyof Faults, number> = { loseRequest: 0, loseAnswer: 0, delay: 0, duplicate: 0 };
  const strikes = (kind: keyof Faults): boolean => {
    const struck = random() < faults[kind];
    if (struck) injected[kind] += 1;
    return struck;
  };

  async function appendMany(
    writes: readonly StreamWrite[],
    checks: readonly StreamCheck[],
    command?: CommandMarker,
  ): Promise<AppendResult> {
    const unknown = (fault: string) =>
      new UnknownOutcome(
        writes.flatMap((write) => write.events.map((event) => event.id)),
        new Error(fault),
      );
    if (strikes('delay')) await turns(1 + Math.floor(random() * MAX_DELAY_TURNS));
    if (strikes('loseRequest')) throw unknown('the request was lost');
    const twin = strikes('duplicate')
      ? () => swallowRepetition(inner.appendMany(writes, checks, command))
      : undefined;
    const result = await inner.appendMany(writes, checks, command);
    await twin?.();
    if (strikes('loseAnswer')) throw unknown('the answer was lost');
    return result;
  }

  const untouched = delegate(inner);
  return {
    ...untouched,
    injected,
    append: (write, command) => appendMany([write], [], command),
    appendMany,
  };
}

function delegate(inner: EventStore): Omit<EventStore, 'append' | 'appendMany'> {
  return {
    capabilities: inner.capabilities,
    standing: () => inner.standing(),
    findCommand: (key) => inner.findCommand(key),
    readCommands: (options) => inner.readCommands(options),
    readStream: (stream, options) => inner.readStream(stream, options),
    readAll: (options) => inner.readAll(options),
    readPages: (options) => inner.readPages(options),
    subscribe: (options) => inner.subscribe(options),
    newest: (streams) => inner.newest(streams),
    head: () => inner.head(),
    positionAt: (bookedAt) => inner.positionAt(bookedAt),
    parsePosition: (text) => inner.parsePosition(text),
    comparePositions: (a, b) => inner.comparePositions(a, b),
    close: () => inner.close(),
  };
}

/** The second copy of a request must be recognised by the store; anything else is a defect and shows. */
async function swallowRepetition(repeated: Promise<AppendResult>): Promise<void> {
  try {
    const { deduplicated } = await repeated;
    if (!deduplicated) throw new Error('a repeated append was written twice');
  } catch (error) {
    if (!(error instanceof CommandAlreadyRecorded)) throw error;
  }
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await nextTurn();
}
