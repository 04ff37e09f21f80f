import type { RecordedEvent } from '#event-store';
import type { AccessState } from '#access';
import { type AccountCommand, budgetAccount } from '#budget';
import { approval, controlPolicy, type ControlState } from '#control';
import { civilDateOf, type Decider, type DomainEvent, isRefusal, type Refusal, THAI_CALENDAR } from '#kernel';
import type { ServedLedger } from './served-ledger.fixture.ts';
import { catalogue } from '../src/embedded/catalogue.ts';

/** What a decision wrote down of who was allowed to take it. */
export interface Allowed {
  readonly revision: string;
  readonly grants: readonly number[];
}

/** An event with the part of its metadata that a replay needs. */
export interface Recorded extends Omit<RecordedEvent, 'metadata'> {
  readonly metadata: {
    readonly actor: string;
    readonly onBehalfOf?: string;
    readonly decision?: { readonly access?: Allowed; readonly revisions?: Readonly<Record<string, string>> };
  };
}

/** What a decision on an account, or on its document, saw. */
export type Seen = ReturnType<Replay['seenBy']>;

/** The log of a ledger, folded up to where each decision was taken: by the deciders, and by nothing of the service. */
export class Replay {
  readonly events: readonly Recorded[];
  readonly #served: ServedLedger;

  private constructor(served: ServedLedger, events: readonly Recorded[]) {
    this.#served = served;
    this.events = events;
  }

  static async of(served: ServedLedger): Promise<Replay> {
    const events: Recorded[] = [];
    for await (const event of served.ledger.embedded.store.readAll()) events.push(event);
    return new Replay(served, events);
  }

  /** The first event of every decision: it says what the decision saw. */
  get decisions(): readonly Recorded[] {
    return this.events.filter(({ metadata }) => metadata.decision?.access !== undefined);
  }

  /** An event by its type, counted from 0. */
  find(type: string, at = 0): Recorded {
    return this.events.filter((event) => event.type === type)[at]!;
  }

  /** The rule table at the revision that a decision names. */
  tableOf({ metadata }: Recorded): Promise<AccessState> {
    return this.#served.ledger.embedded.access.asOf({
      revision: BigInt(metadata.decision!.access!.revision),
    });
  }

  /** A stream as it was before an event. */
  before<State, C, E extends DomainEvent>(decider: Decider<State, C, E>, stream: string, event: Recorded) {
    return this.events
      .filter((each) => each.stream === stream && BigInt(each.position) < BigInt(event.position))
      .reduce(
        (state, each) => decider.evolve(state, catalogue.read(each as unknown as RecordedEvent) as E),
        decider.initial(),
      );
  }

  /** Everything that the decision behind an event saw, with the rule table that is given. */
  seenBy(event: Recorded, access: AccessState) {
    const { metadata, recordedAt, stream } = event;
    const day = civilDateOf(recordedAt, THAI_CALENDAR.timeZone);
    const { onBehalfOf } = metadata;
    return {
      calendar: THAI_CALENDAR,
      bookedOn: day,
      recordedOn: day,
      stream,
      actor: metadata.actor,
      revisions: metadata.decision?.revisions ?? {},
      control: this.before(controlPolicy, 'controlpolicy-main', event) as ControlState | undefined,
      approval: onBehalfOf === undefined ? undefined : this.before(approval, DOCUMENT, event),
      access,
    };
  }

  /** Takes a decision on the account again. */
  decide(event: Recorded, command: AccountCommand, seen: Partial<Seen>): readonly DomainEvent[] | Refusal {
    const state = this.before(budgetAccount, ACCOUNT, event);
    return budgetAccount.decide(state, command, seen as Seen);
  }
}

export const ACCOUNT = 'budgetaccount-main.2569.P01';
export const DOCUMENT = 'approval-main.D-1';

/** The table as if the grants that a decision names had not been given. */
export const without = (state: AccessState, { metadata }: Recorded): AccessState => ({
  ...state,
  grants: state.grants.filter(({ grant }) => !metadata.decision!.access!.grants.includes(grant)),
});

export const codeOf = (decided: readonly DomainEvent[] | Refusal): string =>
  isRefusal(decided) ? decided.code : 'decided';
