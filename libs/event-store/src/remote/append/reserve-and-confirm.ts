import { randomUUID } from 'node:crypto';
import { v5 } from 'uuid';
import type { Expected, LogClient, WireEvent } from '../client/log-client.ts';
import { ServerConflict } from '../client/log-client.ts';
import type { Decision, Stretch } from '../envelope/decision.ts';
import { wrapDecision } from '../envelope/decision.ts';
import { wrapEvent } from '../envelope/envelope.ts';
import type { StreamNames } from '../envelope/stream-names.ts';
import type { AppendPlan } from './plan-append.ts';
import { settleAttempt } from './settle-attempt.ts';

/** One call carries no more than this; servers take 1 MiB by default at the least. */
const CALL_BYTES = 512 * 1024;
const CALL_EVENTS = 256;

export interface ReservingOptions {
  readonly client: LogClient;
  readonly names: StreamNames;
  /** After so many milliseconds anybody may void what was not confirmed. */
  readonly expiryMs: number;
}

/**
 * Appends to several streams where the server takes one at a time: reserves the events in every stream (in sorted
 * order), says in the decision stream what belongs together, looks at the checked streams, and confirms or voids there.
 * Exactly one decision is written, whoever gets there first. Throws `ServerConflict` when the append does not hold.
 */
export async function reserveAndConfirm(plan: AppendPlan, options: ReservingOptions): Promise<void> {
  const attempt = randomUUID();
  const decision = plan.commandStream ?? options.names.ofAttempt(attempt);
  const expiresAt = plan.recordedAt + options.expiryMs;
  const protocol = new Reservation({ ...options, plan, attempt, decision, expiresAt });
  await protocol.run();
}

interface ReservationFacts extends ReservingOptions {
  readonly plan: AppendPlan;
  readonly attempt: string;
  readonly decision: string;
  readonly expiresAt: number;
}

class Reservation {
  readonly #facts: ReservationFacts;
  #hasReserved = false;

  constructor(facts: ReservationFacts) {
    this.#facts = facts;
  }

  async run(): Promise<void> {
    const { attempt, plan, expiresAt } = this.#facts;
    try {
      const stretches = await this.#reserve();
      const prepared = await this.#decide(
        { kind: 'prepared', attempt, stretches, expiresAt },
        plan.commandTail,
      );
      await this.#check();
      await this.#decide({ kind: 'confirmed', attempt, command: plan.command }, prepared);
    } catch (error) {
      if (error instanceof ServerConflict && this.#hasReserved) await this.#void(error.message);
      throw error;
    }
  }

  /** Answers where the reserved events stand, in the order of the append. */
  async #reserve(): Promise<Stretch[]> {
    const { client, plan, attempt, decision, expiresAt } = this.#facts;
    const byStream = Map.groupBy(
      plan.events.map(({ stream, event }) => ({
        stream,
        size: event.data.length + event.metadata.length,
        wire: wrapEvent(event, { attempt, decision, expiresAt }, v5(event.id, attempt)),
      })),
      ({ stream }) => stream,
    );
    for (const [stream, events] of [...byStream].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      let expected = plan.writes.get(stream);
      for (const call of callsOf(events)) {
        await client.append(stream, expected, call);
        this.#hasReserved = true;
        expected = (expected ?? -1n) + BigInt(call.length);
      }
    }
    return stretchesOf(plan);
  }

  /** Writes a decision at the revision that was seen; answers its own. */
  async #decide(decision: Decision, seen: Expected): Promise<bigint> {
    const { client, decision: stream } = this.#facts;
    await client.append(stream, seen, [wrapDecision(decision)]);
    return (seen ?? -1n) + 1n;
  }

  /** A stream that moved may hold a reservation of somebody else: that is a conflict as well. */
  async #check(): Promise<void> {
    const { client, plan } = this.#facts;
    const found = await Promise.all(
      [...plan.checks].map(async ([stream, expected]) => {
        const actual = (await client.readLast(stream))?.revision;
        return actual === expected ? [] : [[stream, actual] as const];
      }),
    );
    const moved = new Map(found.flat());
    if (moved.size > 0) throw new ServerConflict(moved);
  }

  async #void(why: string): Promise<void> {
    const { client } = this.#facts;
    await settleAttempt(client, this.#facts, () => why);
  }
}

function* callsOf(
  events: readonly { readonly size: number; readonly wire: WireEvent }[],
): Generator<WireEvent[]> {
  let call: WireEvent[] = [];
  let bytes = 0;
  for (const { size, wire } of events) {
    if (call.length > 0 && (bytes + size > CALL_BYTES || call.length >= CALL_EVENTS)) {
      yield call;
      [call, bytes] = [[], 0];
    }
    call.push(wire);
    bytes += size;
  }
  yield call;
}

function stretchesOf({ events, writes }: AppendPlan): Stretch[] {
  const next = new Map([...writes].map(([stream, tail]) => [stream, (tail ?? -1n) + 1n]));
  const stretches: { stream: string; from: bigint; count: number }[] = [];
  for (const { stream } of events) {
    const revision = next.get(stream) ?? 0n;
    next.set(stream, revision + 1n);
    const last = stretches.at(-1);
    if (last?.stream === stream) last.count += 1;
    else stretches.push({ stream, from: revision, count: 1 });
  }
  return stretches;
}
