import {
  type Asked,
  civilDateOf,
  type DecisionContext,
  type DomainEvent,
  type EventCatalogue,
  formOf,
  type Instant,
  isRefusal,
  RefusalError,
} from '#kernel';
import type { StreamWrite } from '#event-store';
import { DEFAULT_SETTINGS, type OrganisationSettings } from '#organisation';
import { envelopesOf } from './envelopes.ts';
import { linked, type StreamEnd } from './links.ts';
import type { PostingObserver } from './observer.ts';
import type { OrganisationBook } from './organisation-book.ts';
import type { AnyDecider, Posting } from './posting.ts';
import { refuse } from './refusals.ts';
import type { Seen } from './seen.ts';
import type { StreamState } from './streams-in-memory.ts';
import type { Submission } from './submission.ts';

/** What a decision rests on. */
export interface Basis {
  /** The stream that it goes to, as it is now. */
  readonly stream: StreamState;
  /** What it saw of others. */
  readonly seen: Seen;
  /** Those of the organisation; nothing before its first posting. */
  readonly settings: OrganisationSettings | undefined;
}

/** What was decided on which basis, the context that it was decided in, and what was asked, as it is kept. */
export interface Decision {
  readonly events: readonly DomainEvent[];
  readonly basis: Basis;
  readonly context: DecisionContext;
  readonly asked: Asked;
}

interface DecidingOptions {
  readonly catalogue: EventCatalogue;
  readonly clock: () => Instant;
  readonly beside: () => Readonly<Record<string, unknown>>;
  readonly organisations: OrganisationBook;
  readonly observer: PostingObserver | undefined;
}

/** Takes decisions on states, and makes of them what is to be written. */
export class Deciding {
  readonly #options: DecidingOptions;

  constructor(options: DecidingOptions) {
    this.#options = options;
  }

  /** What was decided, and the context that it was decided in; or why not. */
  decide(
    { decider, stream, command, bookedAt }: Posting,
    basis: Basis,
    { context: { actor, dryRun } }: Submission,
  ): Decision | RefusalError {
    const { seen, settings = DEFAULT_SETTINGS } = basis;
    const { state, revision } = basis.stream;
    const { calendar } = settings;
    const now = this.#options.clock();
    if (bookedAt !== undefined && bookedAt > now) {
      const day = civilDateOf(bookedAt, calendar.timeZone);
      return refuse('booked-at-in-future', `History of ${day} cannot be taken over before that day.`, {
        bookedAt,
        now,
      });
    }
    const context = {
      ...this.#options.beside(),
      ...seen.states,
      calendar,
      bookedOn: civilDateOf(bookedAt ?? now, calendar.timeZone),
      recordedOn: civilDateOf(now, calendar.timeZone),
      stream,
      actor,
      trial: dryRun ?? false,
      revisions: { ...seen.revisions, [stream]: String(revision) },
    };
    const decided = () => decider.decide(state, command, context);
    const result =
      this.#options.observer?.step('posting.decide', { command: command.type }, decided) ?? decided();
    if (isRefusal(result)) return new RefusalError(result);
    return { events: result, basis, context, asked: askedOf(decider, command, context.recordedOn, seen) };
  }

  /** What is to be written: the events, and before them the organisation when this is its first posting. */
  writesOf(
    what: Posting,
    decision: Decision,
    submission: Submission,
    firstIndex = 0,
  ): { readonly writes: readonly StreamWrite[]; readonly end: StreamEnd } {
    const { stream, settings } = decision.basis;
    const registers = settings === undefined && this.#options.organisations.isFirst(what, submission);
    const first = registers ? [this.#options.organisations.registration(what, submission, firstIndex)] : [];
    const place = firstIndex + first.length;
    const envelopes = envelopesOf(this.#options.catalogue, submission, what, decision, place);
    const { events, end } = linked(what.stream, stream, envelopes);
    return { writes: [...first, { stream: what.stream, expected: stream.revision, events }], end };
  }
}

function askedOf(
  decider: AnyDecider,
  command: Posting['command'],
  recordedOn: Asked['recordedOn'],
  { revisions }: Seen,
): Asked {
  const saw = Object.keys(revisions).length > 0 ? { revisions } : {};
  return { command: formOf(decider).encode(command), recordedOn, ...saw };
}
