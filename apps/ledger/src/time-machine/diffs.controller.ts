import { Controller, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Organisations } from '../http/organisations.ts';
import { sendAnswer } from '../reports/answer.ts';
import { QueryRoute } from '../reports/query-route.ts';
import { PointsQuery } from '../reports/diff.dto.ts';
import { changesAnswer } from './diff.answers.ts';
import { PolicyDiffQuery } from './policy-diff.query.ts';
import type { AskedPoints } from './points.ts';
import { RolesDiffQuery } from './roles-diff.query.ts';

/** What governs, at two points; each under the right that its present state takes. */
@ApiTags('States')
@Controller()
export class DiffsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly organisations: Organisations,
  ) {}

  @QueryRoute({
    path: 'control/policy/diff',
    id: 'diffPolicy',
    answer: changesAnswer,
    may: 'read-journal',
    summary:
      'The policy and the duties at two points: settings that differ, and the events that changed them',
  })
  async policy(@Query() query: PointsQuery, @Res() reply: FastifyReply) {
    const organisation = await this.organisations.known(query.organisation);
    const answer = await this.queries.execute(new PolicyDiffQuery(organisation, pointsOf(query)));
    sendAnswer(reply, answer, query.format);
  }

  @QueryRoute({
    path: 'access/rules/diff',
    id: 'diffRoles',
    answer: changesAnswer,
    may: 'read-access',
    byOrganisation: false,
    summary: 'The rule table and the roles at two points: what differs, and the events that changed it',
  })
  async roles(@Query() query: PointsQuery, @Res() reply: FastifyReply) {
    sendAnswer(reply, await this.queries.execute(new RolesDiffQuery(pointsOf(query))), query.format);
  }
}

const pointsOf = (query: PointsQuery): AskedPoints => {
  const { from, to = query.knownAt, effectiveTo, fromEffectiveTo, toEffectiveTo } = query;
  return { from, to, effectiveTo, fromEffectiveTo, toEffectiveTo };
};
