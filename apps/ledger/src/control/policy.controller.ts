import { Body, Controller, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { controlPolicy, type ControlState, DEFAULT_POLICY } from '#control';
import { type CivilDate, orThrow, parseCivilDate, streams } from '#kernel';
import { posting, read } from '#posting';
import { Organisations } from '../http/organisations.ts';
import { CommandRoute } from '../posting/command-route.ts';
import { Poster } from '../posting/poster.ts';
import { KnownStateQueryDto, SetPolicyDto } from './control.dto.ts';
import { KnownStates } from './known-states.ts';
import { policyAnswer } from './policy.answers.ts';
import { StateRoute } from './state-route.ts';
import { UsablePolicies } from './usable-policies.ts';

/** What the money of an organisation may do. */
@ApiTags('Control')
@Controller('control/policy')
export class PolicyController {
  constructor(
    private readonly poster: Poster,
    private readonly states: KnownStates,
    private readonly organisations: Organisations,
    private readonly usable: UsablePolicies,
  ) {}

  @CommandRoute({
    path: '',
    cli: 'policy set',
    posts: 'controlpolicy/set-policy',
    summary: 'Say what the money of the organisation may do',
  })
  async set(@Body() body: SetPolicyDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { reason, source } = body;
    const effectiveOn = parseCivilDate(body.effectiveOn);
    const policy = structuredClone(body.policy);
    await this.poster.post(request, reply, async (organisation) => {
      orThrow(await this.usable.faultOf(organisation, policy));
      return posting(
        controlPolicy,
        streams.controlPolicy(organisation),
        { type: 'set-policy', policy, reason, effectiveOn },
        { source },
      );
    });
  }

  @StateRoute({
    path: '',
    id: 'showPolicy',
    summary: 'The policy, and who has which duty, now or as known at a moment, in force on a day',
    answer: policyAnswer,
  })
  async show(@Query() query: KnownStateQueryDto, @Res() reply: FastifyReply) {
    const organisation = await this.organisations.known(query.organisation);
    const { state, knownAt, effectiveTo } = await this.states.of<ControlState>(
      read(controlPolicy, streams.controlPolicy(organisation)),
      organisation,
      query,
    );
    const { version, policy, ...duties } = state;
    const { grants, delegations } = onDay(duties, effectiveTo);
    void reply.send({
      schema: 'obligo.policy/1',
      organisation,
      knownAt,
      effectiveTo,
      version,
      policy,
      defaults: DEFAULT_POLICY,
      duties: grants,
      delegations,
    });
  }
}

type Duties = Pick<ControlState, 'grants' | 'delegations'>;

/** Those in force on a day; all of them when none is asked about. */
function onDay({ grants, delegations }: Duties, day: CivilDate | undefined): Duties {
  const lasts = ({
    first,
    last,
  }: {
    readonly first?: CivilDate | undefined;
    readonly last?: CivilDate | undefined;
  }) => day === undefined || ((first === undefined || first <= day) && (last === undefined || day <= last));
  return { grants: grants.filter(lasts), delegations: delegations.filter(lasts) };
}
