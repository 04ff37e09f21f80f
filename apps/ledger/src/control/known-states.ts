import { Injectable } from '@nestjs/common';
import type { Position } from '#event-store';
import type { Read } from '#posting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { type KnownAt, KnownAtResolver } from '../reports/known-at.ts';

/** The state of a stream, and the moment that it is known at. */
export interface KnownState<State> {
  readonly state: State;
  readonly knownAt: { readonly asked: string; readonly position: string; readonly bookedAt: string | null };
}

/** Answers what governed postings as it was known at a moment: folded from the log up to there. */
@Injectable()
export class KnownStates {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly moments: KnownAtResolver,
  ) {}

  async of<State>(
    { decider, stream }: Read,
    organisation: string,
    asked: string | undefined,
  ): Promise<KnownState<State>> {
    const knownAt = await this.moments.resolve(organisation, asked);
    const { store, recorder } = this.ledger;
    const upTo: Position | undefined = await store.parsePosition(String(knownAt.position));
    // Before the first event nothing is known.
    const found = upTo === undefined ? undefined : await recorder.stateOf(decider, stream, upTo);
    return { state: (found ?? decider.initial()) as State, knownAt: told(knownAt) };
  }
}

const told = ({ asked, position, bookedAt }: KnownAt): KnownState<unknown>['knownAt'] => ({
  asked,
  position: String(position),
  bookedAt: bookedAt ?? null,
});
