import { Injectable } from '@nestjs/common';
import { accessRules, type AccessState, isInForce, type RoleGrant } from '#access';
import type { CivilDate } from '#kernel';
import { type EventFacts, placeOf, type PrintedCells } from '#reporting';
import type { AccessEventAt } from '../access/access-book.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { type KnownAt, KnownAtResolver } from '../reports/known-at.ts';
import { counts, type Point } from './path.ts';
import { placesOf } from './trace.ts';

/** A point of the rule table: its log is one of its own, with positions of its own. */
export interface RolesPoint extends Point {
  readonly asked: KnownAt;
}

/** The rule table and everybody's roles at any point of both axes. */
@Injectable()
export class RolesAt {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly moments: KnownAtResolver,
  ) {}

  /** Every event of the rule table, oldest first. */
  events(): Promise<AccessEventAt[]> {
    return this.ledger.access.events();
  }

  /** The state at a point, with the grants in force on its day. */
  state(events: readonly AccessEventAt[], at: Point): AccessState {
    return inForce(folded(events.filter((event) => counts(event, at))), at.day);
  }

  /**
   * The moment as it is asked about anywhere, for the log of the rule table: a date, an instant or "now" by the clock; a
   * position of the ledger is the moment at which that event was recorded.
   */
  async point(
    events: readonly AccessEventAt[],
    asked: string | undefined,
    day?: CivilDate,
  ): Promise<RolesPoint> {
    const until = await this.moments.recordedBy(asked);
    const last = events.findLast(({ recorded }) => until === undefined || recorded.recordedAt <= until);
    const position = last?.position ?? 0n;
    const bookedAt = last?.recorded.recordedAt;
    const known: KnownAt = {
      asked: asked ?? 'now',
      position,
      ...(bookedAt === undefined ? {} : { bookedAt }),
    };
    return { position, ...(day === undefined ? {} : { day }), asked: known };
  }
}

const folded = (events: readonly AccessEventAt[]): AccessState =>
  events.reduce((state, { event }) => accessRules.evolve(state, event), accessRules.initial());

const inForce = (state: AccessState, day: CivilDate | undefined): AccessState =>
  day === undefined ? state : { ...state, grants: state.grants.filter((grant) => isInForce(grant, day)) };

/** The table and the grants as places; a grant is named by its number, its holder and its role. */
export function printedRoles(counting: readonly AccessEventAt[]): PrintedCells {
  const { version, rules, grants } = folded(counting);
  return new Map([
    ['rules · version', String(version)],
    ...placesOf(rules.roles, ['rules']),
    ...grants.map((grant): [string, string] => [
      placeOf(['grant', String(grant.grant), grant.subject, grant.role]),
      limitsOf(grant),
    ]),
  ]);
}

const limitsOf = ({ limits = {}, origin }: RoleGrant): string =>
  [
    `by ${origin}`,
    ...placesOf(limits, []).map(([name, value]) => (name === '' ? 'no limits' : `${name} ${value}`)),
  ].join(', ');

/** What the log of the rule table says of an event. */
export const factsOf = ({ position, recorded, event }: AccessEventAt): EventFacts => ({
  position: String(position),
  type: recorded.type,
  project: null,
  document: null,
  effectiveOn: event.effectiveOn,
  bookedAt: recorded.bookedAt,
  recordedAt: recorded.recordedAt,
  actor: recorded.metadata.actor,
  reason: recorded.metadata.reason ?? null,
  source: recorded.metadata.source ?? null,
  eventId: recorded.id,
});
