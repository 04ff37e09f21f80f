import { Injectable } from '@nestjs/common';
import { type CivilDate, evolveStored } from '#kernel';
import type { Read } from '#posting';
import { catalogue } from '../embedded/catalogue.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import type { Point } from '../time-machine/path.ts';
import { KnownAtResolver } from '../reports/known-at.ts';
import { knownAtJson } from '../reports/answer.ts';

/** The state of a stream, and the moment that it is known at. */
export interface KnownState<State> {
  /** Only what takes effect up to the end of this day, when it was asked for so. */
  readonly effectiveTo?: CivilDate;
  readonly state: State;
  readonly knownAt: { readonly asked: string; readonly position: string; readonly bookedAt: string | null };
}

/** What is asked of a state: everything that is known when a member is absent. */
export interface AskedState {
  readonly knownAt?: string | undefined;
  readonly effectiveTo?: CivilDate | undefined;
}

/** Answers what governed postings as it was known at a moment: folded from the log up to there. */
@Injectable()
export class KnownStates {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly moments: KnownAtResolver,
  ) {}

  async of<State>(
    what: Read,
    organisation: string,
    { knownAt: asked, effectiveTo }: AskedState,
  ): Promise<KnownState<State>> {
    const knownAt = await this.moments.resolve(organisation, asked);
    const state = await this.at<State>(what, { position: knownAt.position, day: effectiveTo });
    return { state, knownAt: knownAtJson(knownAt), ...(effectiveTo === undefined ? {} : { effectiveTo }) };
  }

  /** A state at a point of both axes; before its first event it is the one that all begin with. */
  async at<State>({ decider, stream }: Read, { position, day }: Point): Promise<State> {
    const { store } = this.ledger;
    let state = decider.initial();
    for await (const recorded of store.readStream(stream)) {
      if (BigInt(recorded.position) > position) break;
      if (day === undefined || recorded.metadata.effectiveOn <= day)
        state = evolveStored(decider, catalogue, state, recorded);
    }
    return state as State;
  }
}
