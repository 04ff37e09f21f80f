import {
  type CivilDate,
  type Decider,
  type DomainEvent,
  type FiscalCalendar,
  isRefusal,
  startOfDay,
} from '#kernel';
import { type Command, type Posting, posting } from '#posting';
import type { Findings, Place } from '../fault.ts';

/** Where a posting comes from, and when the organisation learnt it. */
export interface Origin {
  readonly place: Place;
  readonly source: string;
  readonly bookedOn: CivilDate;
}

/** A stream with its state as it will be after the postings planned so far. */
export interface ScratchStream<State, C extends Command, E extends DomainEvent> {
  readonly decider: Decider<State, C, E>;
  readonly stream: string;
  state: State;
  /** After a refusal nothing more is tried, since all that follows would be refused for the same cause. */
  stopped?: boolean;
}

/** Tries every posting on copies of the ledger's states, so that a planned posting is one that will be taken. */
export class ScratchLedger {
  readonly postings: Posting[] = [];
  readonly #calendar: FiscalCalendar;
  readonly #findings: Findings;

  constructor(calendar: FiscalCalendar, findings: Findings) {
    this.#calendar = calendar;
    this.#findings = findings;
  }

  /** Plans the posting; a refusal becomes a fault at the row that it comes from. */
  post<State, C extends Command, E extends DomainEvent>(
    target: ScratchStream<State, C, E>,
    command: C,
    { place, source, bookedOn }: Origin,
  ): void {
    if (target.stopped === true) return;
    const decided = target.decider.decide(target.state, command, { calendar: this.#calendar, bookedOn });
    if (isRefusal(decided)) {
      this.refuse(target, place, `${command.type} is refused (${decided.code}): ${decided.message}`);
      return;
    }
    for (const event of decided) target.state = target.decider.evolve(target.state, event);
    const bookedAt = startOfDay(bookedOn, this.#calendar.timeZone);
    this.postings.push(posting(target.decider, target.stream, command, { source, bookedAt }));
  }

  refuse(target: { stopped?: boolean }, place: Place, why: string): void {
    target.stopped = true;
    const [found, expected] = [why.replace(/\.$/, ''), 'figures that the ledger can take over'];
    this.#findings.fault(place, { code: 'posting-refused', found, expected });
  }
}
