import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { tracedTable } from '#reporting';
import { refuse } from '../http/refusals.ts';
import { type Answer, knownAtJson } from '../reports/answer.ts';
import { type AskedPoints, describe, missingFrom } from './points.ts';
import { factsOf, printedRoles, RolesAt } from './roles-at.ts';
import { traced } from './trace.ts';

/** The log of the rule table; it has no tables of its own. */
const ACCESS_LOG = { name: 'access-log', version: 1 } as const;

/** The rule table and the roles at two points: what differs, and the events that changed it. */
export class RolesDiffQuery extends Query<Answer> {
  constructor(readonly asked: AskedPoints) {
    super();
  }
}

@QueryHandler(RolesDiffQuery)
export class RolesDiffHandler implements IQueryHandler<RolesDiffQuery> {
  constructor(private readonly roles: RolesAt) {}

  async execute({ asked }: RolesDiffQuery): Promise<Answer> {
    const { effectiveTo, fromEffectiveTo = effectiveTo, toEffectiveTo = effectiveTo } = asked;
    const events = await this.roles.events();
    const askedFrom = asked.from ?? (fromEffectiveTo === toEffectiveTo ? missingFrom() : asked.to);
    const from = await this.roles.point(events, askedFrom, fromEffectiveTo);
    const to = await this.roles.point(events, asked.to, toEffectiveTo);
    if (from.position > to.position) throw outOfOrder(from.asked.asked, to.asked.asked);
    const byPosition = new Map(events.map((event) => [String(event.position), event]));
    const changes = traced(events, { from, to }, printedRoles, (position) => {
      const found = byPosition.get(position);
      if (!found) throw new Error(`the log of the rule table has no position ${position}`);
      return factsOf(found);
    });
    const query = { from: from.asked.asked, to: to.asked.asked, fromEffectiveTo, toEffectiveTo };
    const title = `Rule table and roles: ${changes.length} places changed`;
    return {
      schema: 'obligo.diff/1',
      provenance: { query: { of: 'roles', ...query }, knownAt: to.asked, projection: ACCESS_LOG },
      body: {
        from: { ...knownAtJson(from.asked), effectiveTo: fromEffectiveTo },
        to: { ...knownAtJson(to.asked), effectiveTo: toEffectiveTo },
        changes,
      },
      table: tracedTable(changes, title, [describe({ from, to, asked: query })]),
      differences: changes.length,
    };
  }
}

const outOfOrder = (from: string, to: string) =>
  refuse('known-at-order', `${from} lies after ${to}: expected the earlier moment in from.`, { from, to });
