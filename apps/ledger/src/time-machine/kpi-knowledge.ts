import { Injectable } from '@nestjs/common';
import { compareText, type Evidence, type FiscalYear, type Quarter, streams } from '#kernel';
import type { KpiEvent } from '#performance';
import { type KnownFacts, type KpiFact, kpiFactsOf, type KpiProgress, kpiProgress } from '#read-models';
import { cellsOfTable, type EventFacts, kpiTable, type PrintedCells, type TracedChange } from '#reporting';
import { catalogue } from '../embedded/catalogue.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { Explanations } from '../reports/explanations.ts';
import { counts, type Placed, type Point } from './path.ts';
import { traced } from './trace.ts';

export interface KpiYear {
  readonly organisation: string;
  readonly fiscalYear: FiscalYear;
  /** Only the KPIs of this project. */
  readonly project?: string | undefined;
}

/** An event of a KPI with what it makes known. */
interface KpiEventAt extends Placed {
  readonly kpi: string;
  readonly data: KpiEvent['data'];
  readonly evidence: readonly Evidence[];
  readonly facts: readonly KpiFact[];
}

/** What happened to a KPI. */
export interface KpiHappening extends EventFacts {
  readonly data: KpiEvent['data'];
  /** The files that it rests on, by their digests. */
  readonly evidence: readonly Evidence[];
}

const KEYS = ['kpi_code', 'quarter'];

/** What is known of the KPIs of a year at any point of both axes, and what made the difference between two. */
@Injectable()
export class KpiKnowledge {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly explanations: Explanations,
  ) {}

  /** How every KPI stands, results up to a quarter; from the tables unless a day cuts. */
  async progress(year: KpiYear, quarter: Quarter, at: Point): Promise<KpiProgress[]> {
    const facts = this.ledger.tables.kpis.facts(year.organisation, year.fiscalYear, at.position);
    if (at.day === undefined) return progressOf(facts, quarter, year.project);
    const events = await this.#eventsOf(year, [...facts.keys()], at.position);
    return progressOf(factsOf(events.filter((event) => counts(event, at))), quarter, year.project);
  }

  /** The printed cells that differ between two points, each with the events of the KPI that changed it. */
  async changes(year: KpiYear, quarter: Quarter, from: Point, to: Point): Promise<TracedChange[]> {
    const { kpis } = this.ledger.tables;
    const last = from.position > to.position ? from : to;
    const known = kpis.facts(year.organisation, year.fiscalYear, last.position);
    const events = await this.#eventsOf(year, [...known.keys()], last.position);
    const changed = new Set(
      events.filter((event) => counts(event, from) !== counts(event, to)).map(({ kpi }) => kpi),
    );
    return groupsOf(known)
      .filter(({ members }) => members.some((kpi) => changed.has(kpi)))
      .flatMap(({ kpi, members }) => {
        const own = events.filter((event) => members.includes(event.kpi));
        return this.#changesOf(own, { kpi, quarter, project: year.project }, from, to, year.organisation);
      });
  }

  /** Every event of a KPI that counts, with its author and reason and what it says, oldest first. */
  async history(year: KpiYear, kpi: string, at: Point): Promise<KpiHappening[]> {
    const events = await this.#eventsOf(year, [kpi], at.position);
    return events
      .filter((event) => counts(event, at))
      .map(({ position, data, evidence }) => ({
        ...this.explanations.facts(year.organisation, String(position)),
        data,
        evidence,
      }));
  }

  #changesOf(
    events: readonly KpiEventAt[],
    asked: { readonly kpi: string; readonly quarter: Quarter; readonly project: string | undefined },
    from: Point,
    to: Point,
    organisation: string,
  ): TracedChange[] {
    const printed = (counting: readonly KpiEventAt[]): PrintedCells => {
      const all = progressOf(factsOf(counting), asked.quarter, asked.project);
      const own = all.filter(({ definition }) => definition.kpi === asked.kpi);
      return cellsOfTable(kpiTable(own, '', []), KEYS);
    };
    return traced(events, { from, to }, printed, (position) =>
      this.explanations.facts(organisation, position),
    );
  }

  async #eventsOf(
    { organisation, fiscalYear }: KpiYear,
    kpis: readonly string[],
    upTo: bigint,
  ): Promise<KpiEventAt[]> {
    const events: KpiEventAt[] = [];
    for (const kpi of kpis) {
      for await (const recorded of this.ledger.store.readStream(streams.kpi(organisation, fiscalYear, kpi))) {
        const position = BigInt(recorded.position);
        if (position > upTo) break;
        const event = catalogue.read(recorded) as KpiEvent;
        const facts = kpiFactsOf(event, recorded.revision);
        const { data, effectiveOn } = event;
        events.push({ kpi, position, effectiveOn, facts, data, evidence: recorded.metadata.evidence ?? [] });
      }
    }
    return events;
  }
}

/** The newest fact of each key, as the tables keep them. */
function factsOf(events: readonly KpiEventAt[]): Map<string, Map<string, unknown>> {
  const known = new Map<string, Map<string, unknown>>();
  for (const { kpi, facts } of [...events].sort((a, b) => (a.position < b.position ? -1 : 1))) {
    const own = known.get(kpi) ?? new Map<string, unknown>();
    for (const { key, value } of facts) own.set(key, value);
    known.set(kpi, own);
  }
  return known;
}

/** Every KPI with those that its figures are made of: a composite stands as its parts do. */
function groupsOf(known: ReadonlyMap<string, KnownFacts>): { kpi: string; members: string[] }[] {
  const definitions = [...known].map(([kpi, facts]) => ({
    kpi,
    partOf: (facts.get('definition') as { readonly partOf?: string } | undefined)?.partOf,
  }));
  return definitions
    .map(({ kpi }) => ({
      kpi,
      members: [kpi, ...definitions.filter(({ partOf }) => partOf === kpi).map((part) => part.kpi)],
    }))
    .sort((a, b) => compareText(a.kpi, b.kpi));
}

/** How KPIs stand by what is known of them, in project and code order; a composite finds its parts among them. */
export function progressOf(
  known: ReadonlyMap<string, KnownFacts>,
  quarter: Quarter,
  project: string | undefined,
): KpiProgress[] {
  const facts = [...known.values()];
  // A composite stands as its parts do, so those come first.
  const alone = facts.flatMap((each) => kpiProgress(each, quarter) ?? []);
  return facts
    .flatMap((each) => kpiProgress(each, quarter, alone) ?? [])
    .filter(({ definition }) => project === undefined || definition.project === project)
    .sort(byCode);
}

const byCode = (a: KpiProgress, b: KpiProgress): number =>
  compareText(a.definition.project, b.definition.project) || compareText(a.definition.kpi, b.definition.kpi);
