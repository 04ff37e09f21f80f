import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { AccessState } from '#access';
import { endOfDay, parseCivilDate } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
import { RolesAt } from '../time-machine/roles-at.ts';
import { AccessDesk } from './access-desk.ts';
import { AccessCommandRoute, AccessQuery } from './access-route.ts';
import { AsOfDto } from './as-of.dto.ts';
import { accessHistoryAnswer, accessRulesAnswer } from './rules.answers.ts';
import { accessReceiptAnswer } from './shared.answers.ts';
import { GrantPath, GrantRoleDto, ReasonDto, SetRulesDto } from './access.dto.ts';

const READS = { may: 'read-access' } as const;
const ADMINISTERS = { may: 'administer' } as const;

/** The rule table and the roles of everybody: now, and as they were on any day. */
@ApiTags('Access')
@Controller('access')
export class AccessRulesController {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly desk: AccessDesk,
    private readonly roles: RolesAt,
  ) {}

  @AccessQuery({
    path: 'rules',
    id: 'showAccessRules',
    rule: READS,
    summary: 'What each role may do, and who has which, now or as known at a moment, in force on a day',
    answer: accessRulesAnswer,
  })
  async show(@Query() query: AsOfDto) {
    const { version, rules, grants, revision } = await this.#asOf(query);
    const { on = null, knownAt = null, effectiveTo = null, subject } = query;
    return {
      schema: 'obligo.access-rules/1',
      on,
      knownAt,
      effectiveTo,
      version,
      revision,
      rules,
      grants: grants.filter((grant) => subject === undefined || grant.subject === subject),
    };
  }

  @AccessQuery({
    path: 'history',
    id: 'listAccessHistory',
    rule: READS,
    summary: 'Every change of the rule table and of roles: who, what, when, by whom, why',
    answer: accessHistoryAnswer,
  })
  async history() {
    return { schema: 'obligo.access-history/1', rows: await this.ledger.access.history() };
  }

  @AccessCommandRoute({
    path: 'rules',
    id: 'setAccessRules',
    rule: ADMINISTERS,
    created: true,
    summary: 'Say what roles may do',
    answer: accessReceiptAnswer,
  })
  async setRules(@Body() { rules, reason }: SetRulesDto, @Req() request: FastifyRequest) {
    const effectiveOn = this.desk.today();
    // Without the classes of the request: events hold plain values only.
    return this.desk.post(
      request,
      { type: 'set-access-rules', rules: structuredClone(rules), effectiveOn },
      reason,
    );
  }

  @AccessCommandRoute({
    path: 'grants',
    id: 'grantRole',
    rule: ADMINISTERS,
    created: true,
    summary: 'Give somebody a role, within limits',
    answer: accessReceiptAnswer,
  })
  async grant(@Body() body: GrantRoleDto, @Req() request: FastifyRequest) {
    const { subject, role, limits, reason } = body;
    const command = {
      type: 'grant-role',
      subject: await this.desk.grantee(subject),
      role,
      limits: plain(limits),
      effectiveOn: this.desk.today(),
    } as const;
    return this.desk.post(request, command, reason);
  }

  @AccessCommandRoute({
    path: 'grants/:grant/withdrawals',
    id: 'withdrawRole',
    rule: ADMINISTERS,
    summary: 'End a grant',
    answer: accessReceiptAnswer,
  })
  async withdraw(
    @Param() { grant }: GrantPath,
    @Body() { reason }: ReasonDto,
    @Req() request: FastifyRequest,
  ) {
    return this.desk.post(request, { type: 'withdraw-role', grant, effectiveOn: this.desk.today() }, reason);
  }

  async #asOf({ on, revision, knownAt, effectiveTo }: AsOfDto): Promise<AccessState> {
    const { access } = this.ledger;
    if (knownAt !== undefined || effectiveTo !== undefined) {
      if (on !== undefined || revision !== undefined) throw askedTwice();
      const events = await this.roles.events();
      return this.roles.state(events, await this.roles.point(events, knownAt, effectiveTo));
    }
    if (revision !== undefined) {
      if (!/^\d{1,18}$/.test(revision)) {
        throw refuse('input-invalid', `revision is "${revision}": expected a number that a decision names.`, {
          errors: [{ field: 'revision', expected: 'must be a whole number' }],
        });
      }
      return access.asOf({ revision: BigInt(revision) });
    }
    if (on === undefined) return Promise.resolve(access.state);
    const moment = endOfDay(parseCivilDate(on), DEFAULT_SETTINGS.calendar.timeZone);
    return access.asOf({ moment });
  }
}

const askedTwice = () =>
  refuse(
    'input-invalid',
    'It is asked for in two ways: expected on, or revision, or knownAt and effectiveTo.',
    {
      errors: [
        { field: 'on', message: 'must stand alone: knownAt and effectiveTo ask the same on both axes' },
      ],
    },
  );

const plain = <T>(value: T): T => structuredClone(value);
