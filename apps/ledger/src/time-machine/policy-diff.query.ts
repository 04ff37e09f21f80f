import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { controlPolicy, type ControlPolicyEvent, type ControlState } from '#control';
import { streams } from '#kernel';
import { controlPolicies } from '#read-models';
import { placeOf, type PrintedCells, tracedTable } from '#reporting';
import { catalogue } from '../embedded/catalogue.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import type { Answer } from '../reports/answer.ts';
import { Explanations } from '../reports/explanations.ts';
import type { Placed } from './path.ts';
import { type AskedPoints, describe, PointResolver } from './points.ts';
import { placesOf, traced } from './trace.ts';

/** The policy and the duties at two points: every setting that differs, and the events that changed it. */
export class PolicyDiffQuery extends Query<Answer> {
  constructor(
    readonly organisation: string,
    readonly asked: AskedPoints,
  ) {
    super();
  }
}

type PolicyEventAt = Placed & { readonly event: ControlPolicyEvent };

@QueryHandler(PolicyDiffQuery)
export class PolicyDiffHandler implements IQueryHandler<PolicyDiffQuery> {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly explanations: Explanations,
    private readonly points: PointResolver,
  ) {}

  async execute({ organisation, asked: askedPoints }: PolicyDiffQuery): Promise<Answer> {
    const points = await this.points.resolve(organisation, askedPoints);
    const events = await this.#events(organisation, points.to.position);
    const changes = traced(events, points, printed, (position) =>
      this.explanations.facts(organisation, position),
    );
    const title = `Policy and duties: ${changes.length} settings changed`;
    const { asked, knownAt, json } = points;
    return {
      schema: 'obligo.diff/1',
      provenance: {
        query: { organisation, of: 'policy', ...(asked as Record<string, string | undefined>) },
        knownAt,
        projection: controlPolicies,
      },
      body: { ...json, changes },
      table: tracedTable(changes, title, [describe(points)]),
      differences: changes.length,
    };
  }

  async #events(organisation: string, upTo: bigint): Promise<PolicyEventAt[]> {
    const events: PolicyEventAt[] = [];
    for await (const recorded of this.ledger.store.readStream(streams.controlPolicy(organisation))) {
      const position = BigInt(recorded.position);
      if (position > upTo) break;
      const event = catalogue.read(recorded) as ControlPolicyEvent;
      events.push({ position, effectiveOn: event.effectiveOn, event });
    }
    return events;
  }
}

function printed(counting: readonly PolicyEventAt[]): PrintedCells {
  const { version, policy, grants, delegations } = counting.reduce<ControlState>(
    (state, { event }) => controlPolicy.evolve(state, event),
    controlPolicy.initial(),
  );
  const days = (first?: string, last?: string) => `${first ?? 'always'} to ${last ?? 'ever'}`;
  return new Map([
    ['policy · version', String(version)],
    ...placesOf(policy, ['policy']),
    ...grants.map(({ duty, holder, first, last, upTo }): [string, string] => [
      placeOf(['duty', duty, holder]),
      `${days(first, last)}${upTo === undefined ? '' : `, up to ${upTo}`}`,
    ]),
    ...delegations.map(({ duty, from, to, first, last }): [string, string] => [
      placeOf(['delegation', duty, from, to, first]),
      days(first, last),
    ]),
  ]);
}
