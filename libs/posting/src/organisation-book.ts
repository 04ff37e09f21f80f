import type { EventStore, StreamWrite } from '#event-store';
import {
  categoryOf,
  civilDateOf,
  type EventCatalogue,
  formOf,
  type Instant,
  LEDGER_ITSELF,
  orThrow,
  streams,
} from '#kernel';
import {
  DEFAULT_SETTINGS,
  organisation,
  type OrganisationSettings,
  type OrganisationState,
  type RegisterOrganisation,
} from '#organisation';
import { envelopesOf } from './envelopes.ts';
import { linked, NO_EVENTS } from './links.ts';
import { type Posting, posting, read } from './posting.ts';
import { StreamLoader } from './snapshots.ts';
import { StreamsInMemory } from './streams-in-memory.ts';
import type { Submission } from './submission.ts';

/** The settings of each organisation, and its registration with the defaults at its first posting. */
export class OrganisationBook {
  readonly #catalogue: EventCatalogue;
  readonly #clock: () => Instant;
  readonly #streams: StreamsInMemory;

  constructor(store: EventStore, catalogue: EventCatalogue, clock: () => Instant) {
    this.#catalogue = catalogue;
    this.#clock = clock;
    const loader = new StreamLoader(store, catalogue);
    this.#streams = new StreamsInMemory((decider, stream) => loader.load(decider, stream));
  }

  /** The recorded settings; nothing before the first posting. */
  async settingsOf(code: string): Promise<OrganisationSettings | undefined> {
    const { decider, stream } = read(organisation, streams.organisation(code));
    const { settings } = (await this.#streams.get(decider, stream)).state as OrganisationState;
    // What is not recorded yet may be at any moment, by anybody: only what is recorded is kept.
    if (!settings) this.forget(code);
    return settings;
  }

  /** Whether a posting of an organisation without settings registers it: what the ledger posts for itself does not. */
  isFirst({ decider }: Posting, { context }: Submission): boolean {
    return decider.category !== organisation.category && context.organisation !== LEDGER_ITSELF;
  }

  forget(code: string): void {
    this.#streams.forget(streams.organisation(code));
  }

  /** Forgets the organisations that an append registered. */
  forgetWritten(writes: readonly Pick<StreamWrite, 'stream'>[]): void {
    for (const { stream } of writes) {
      if (categoryOf(stream) === organisation.category) this.#streams.forget(stream);
    }
  }

  /** The write that registers an organisation with the defaults, together with its first posting. */
  registration(first: Posting, submission: Submission, index: number): StreamWrite {
    const code = submission.context.organisation;
    const what = registrationOf(code, first.bookedAt ?? this.#clock(), first.bookedAt);
    const { effectiveOn } = what.command as RegisterOrganisation;
    const decision = { calendar: DEFAULT_SETTINGS.calendar, bookedOn: effectiveOn };
    const events = orThrow(what.decider.decide(what.decider.initial(), what.command, decision));
    const recordedOn = civilDateOf(this.#clock(), DEFAULT_SETTINGS.calendar.timeZone);
    const asked = { command: formOf(what.decider).encode(what.command), recordedOn };
    const { reason: _, ...context } = submission.context;
    const unreasoned = { ...submission, context };
    const envelopes = envelopesOf(this.#catalogue, unreasoned, what, { events, asked }, index);
    return {
      stream: what.stream,
      expected: 'none',
      events: linked(what.stream, NO_EVENTS, envelopes).events,
    };
  }
}

function registrationOf(code: string, at: Instant, bookedAt?: Instant): Posting {
  const command: RegisterOrganisation = {
    type: 'register-organisation',
    organisation: code,
    settings: DEFAULT_SETTINGS,
    effectiveOn: civilDateOf(at, DEFAULT_SETTINGS.calendar.timeZone),
  };
  return posting(organisation, streams.organisation(code), command, { bookedAt });
}
