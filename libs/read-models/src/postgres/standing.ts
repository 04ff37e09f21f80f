import type { RecordedEvent } from '#event-store';
import type { LastRead } from '../projections-file.ts';
import type { Outcome } from './registry.ts';

/** How a projector stands. */
export type ProjectorState =
  /** It has not looked at PostgreSQL yet. */
  | 'starting'
  /** It writes what comes into the log. */
  | 'following'
  /** Another projector does; this one takes over when that one stops. */
  | 'standing-by'
  /** It builds a schema; the present one, where there is one, is still read. */
  | 'building'
  /** PostgreSQL knows more of the log than the log has at the moment. */
  | 'waiting-for-log'
  /** What is current was made by a newer program, or an operator went back: this one changes nothing. */
  | 'set-aside'
  /** PostgreSQL cannot be reached; it is tried again. */
  | 'disconnected'
  /** It met something that it cannot handle, and skips nothing. */
  | 'stopped';

/** What health and metrics say of a projector. */
export interface ProjectorStanding {
  readonly state: ProjectorState;
  /** Why it stands still, or what it does. */
  readonly detail?: string | undefined;
  /** The position of the event that stopped it. */
  readonly stoppedAt?: string | undefined;
  /** The schema that it writes or would write. */
  readonly schema?: string | undefined;
  /** Up to where PostgreSQL has read the log, as far as this projector knows. */
  readonly lastRead?: LastRead | undefined;
}

/** What a page came to. */
export interface PageFacts {
  readonly schema: string;
  readonly events: readonly RecordedEvent[];
  /** Rows that were written. */
  readonly rows: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly outcome: Outcome;
}

/** Hears what a projector does, for logs, metrics and traces. */
export interface ProjectorObserver {
  /** State or reason changed. */
  standing?(standing: ProjectorStanding): void;
  page?(facts: PageFacts): void;
  /** This login may not make the role of the readers: somebody else has to. */
  withoutReader?(): void;
  /** So many events of a log were folded on the way to a schema that is built. */
  folded?(events: number): void;
  /** A page was folded that somebody else had written. */
  lost?(outcome: Outcome): void;
}

/** Holds the standing, and tells when state or reason change. */
export class Standing {
  readonly #observer: ProjectorObserver;
  #now: ProjectorStanding = { state: 'starting' };

  constructor(observer: ProjectorObserver) {
    this.#observer = observer;
  }

  get now(): ProjectorStanding {
    return this.#now;
  }

  /** What is not named stays, but the reason. */
  set(state: ProjectorState, more: Partial<Omit<ProjectorStanding, 'state'>> = {}): void {
    const before = this.#now;
    this.#now = { schema: before.schema, lastRead: before.lastRead, ...more, state };
    if (before.state !== state || before.detail !== this.#now.detail) this.#observer.standing?.(this.#now);
  }
}
