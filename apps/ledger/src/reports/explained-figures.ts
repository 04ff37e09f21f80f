import { Injectable } from '@nestjs/common';
import { add, formatBaht, formatMillionBaht, type Satang, subtract, sum } from '#kernel';
import { explainJson, figureHistory, knownValueJson } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { type ExplainedPage, Explanations } from './explanations.ts';
import type { KnownAt } from './known-at.ts';
import { PublishedMoments } from './published-moments.ts';

/** A figure that can be told at any position, with what moved it. */
export interface TellableFigure {
  readonly organisation: string;
  readonly fiscalYear: number;
  /** As known at the moment that is asked about. */
  readonly value: Satang;
  valueAt(position: bigint): Satang;
  /** What moved it after one position and up to another: the first so many events. */
  between(after: bigint, upTo: bigint, limit: number): ExplainedPage;
  /** Its newest movements up to a position, newest first. */
  latest(upTo: bigint, limit: number): readonly { readonly position: string; readonly movement: Satang }[];
}

export interface ExplainPage {
  readonly after: bigint;
  readonly limit: number;
}

/** Of earlier values the newest are told; the entries have them all. */
const MOST_EARLIER = 20;

/** Tells a figure with its events, its earlier values, and how it differs from now. */
@Injectable()
export class ExplainedFigures {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly explanations: Explanations,
    private readonly published: PublishedMoments,
  ) {}

  async of(figure: TellableFigure, knownAt: KnownAt, page: ExplainPage) {
    const { value } = figure;
    const { events, readTo, ...read } = figure.between(page.after, knownAt.position, page.limit);
    const opening = page.after < knownAt.position ? read.opening : value;
    const closing = add(opening, sum(events.map(({ movement }) => movement)));
    return {
      value,
      events,
      left: subtract(value, closing),
      readTo,
      json: {
        value: formatBaht(value),
        value_m: formatMillionBaht(value),
        opening: formatBaht(opening),
        closing: formatBaht(closing),
        events: events.map(explainJson),
        // More follows when the events so far do not add up to the figure.
        next: closing === value || readTo === undefined ? null : { after: readTo },
        history: await this.#history(figure, knownAt),
        now: await this.#now(figure, knownAt),
      },
    };
  }

  async #history(figure: TellableFigure, knownAt: KnownAt) {
    const { organisation, fiscalYear } = figure;
    const moments = await this.published.of(organisation, fiscalYear, knownAt);
    const said = moments.map(({ report, position }) => ({
      ...{ report, position: String(position) },
      value: figure.valueAt(position),
    }));
    const latest = figure.latest(knownAt.position, MOST_EARLIER);
    return figureHistory(figure.value, latest, said).map((known) =>
      knownValueJson(known, (position) => this.explanations.bookedAt(organisation, position)),
    );
  }

  /** How a figure of the past differs from now; nothing of one that is known now. */
  async #now(figure: TellableFigure, knownAt: KnownAt) {
    const head = BigInt((await this.ledger.store.head()) ?? 0);
    if (knownAt.position >= head) return null;
    const now = figure.valueAt(head);
    return {
      position: String(head),
      value: formatBaht(now),
      value_m: formatMillionBaht(now),
      difference: formatBaht(subtract(now, figure.value)),
      difference_m: formatMillionBaht(subtract(now, figure.value)),
    };
  }
}
