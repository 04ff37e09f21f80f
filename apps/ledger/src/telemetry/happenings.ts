import { type DestinationStream, type Logger, pino } from 'pino';
import type { EventStore, StoreStanding } from '#event-store';
import { messageOf } from '#kernel';
import { FollowedHere, type LastRead, ProjectionStopped } from '#read-models';
import type { LogLevel } from '../config.ts';
import { LogLines } from './log-lines.ts';

type Logs = Readonly<Record<'ledger' | 'access', Pick<EventStore, 'standing'>>>;

interface Moved {
  readonly log: string;
  readonly before: StoreStanding['state'];
  readonly state: StoreStanding['state'];
  readonly lagEvents: number | undefined;
}

const LOOK_MS = 1_000;

function atOnce(fd: number): DestinationStream {
  const lines = new LogLines(fd);
  return { write: (line) => lines.writeNow(line) };
}

/**
 * What an operator must hear of, as lines of the log with a name in `event` that a search or an alert can look for. They
 * are written whatever level the log has.
 */
export class Happenings {
  readonly #log: Logger;

  constructor(level: LogLevel, to: DestinationStream = atOnce(process.stderr.fd)) {
    this.#log = pino({ level: level === 'silent' ? 'error' : level, name: 'obligo' }, to);
  }

  /** Something of a log was deleted or changed in its home: nothing is posted any more. */
  alarm(detail: string): void {
    this.#log.fatal({ event: 'store-alarm' }, detail);
  }

  /** The log does not hold the last event that the read models had read: what was recorded up to there may be lost. */
  logIsAnother({ position, eventId }: LastRead): void {
    const message = `The read models knew the event ${eventId} at position ${position}, which this log does not hold there: it is older than they are, or another one. They were made anew from it. Unless a backup was put back, stop, and verify it with a checkpoint that was kept elsewhere.`;
    this.#log.error({ event: 'log-is-another', position: String(position), eventId }, message);
  }

  /** The rule table knows people, and there are none: nobody can sign in. */
  identitiesLost(): void {
    const message =
      'The rule table names an administrator, and there is no account of anybody: the accounts are lost, and nobody can sign in. Stop, and put them back from a backup; or name an administrator with obligo access recover.';
    this.#log.error({ event: 'identities-lost' }, message);
  }

  /** What follows the log stands still, read models at an event or the sealer; or goes on in another way. */
  stopped(error: unknown): void {
    const message = messageOf(error);
    if (error instanceof ProjectionStopped)
      this.#log.error({ event: 'read-models-stopped', ...error.facts }, message);
    else if (error instanceof FollowedHere) this.#log.warn({ event: 'read-models-thread-lost' }, message);
    else this.#log.error({ event: 'follower-stopped' }, message);
  }

  /** Tells whenever a store loses its home, finds it again, or raises an alarm; looks every second. Gives what ends it. */
  watch(logs: Logs, every = LOOK_MS): () => void {
    const known = new Map<string, StoreStanding['state']>();
    const look = () => {
      for (const [log, store] of Object.entries(logs)) {
        const { state, detail, lagEvents } = store.standing();
        const before = known.get(log) ?? 'ready';
        known.set(log, state);
        if (before !== state) this.#moved({ log, before, state, lagEvents }, detail);
      }
    };
    look();
    const timer = setInterval(look, every);
    timer.unref();
    return () => clearInterval(timer);
  }

  #moved(facts: Moved, detail: string | undefined): void {
    const { before, state } = facts;
    if (state === 'alarm') this.#log.fatal({ event: 'store-alarm', ...facts }, detail);
    else if (state === 'disconnected') this.#log.error({ event: 'store-disconnected', ...facts }, detail);
    else if (before === 'disconnected') this.#log.warn({ event: 'store-reconnected', ...facts }, detail);
    else this.#log.info({ event: 'store-standing', ...facts }, detail);
  }
}
