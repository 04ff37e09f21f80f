import { Body, Controller, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { controlPolicy, fiscalPeriods, type FiscalPeriodsCommand, type PeriodsState } from '#control';
import { parseCivilDate, parseFiscalYear, streams } from '#kernel';
import { posting, read } from '#posting';
import { Organisations } from '../http/organisations.ts';
import { CommandRoute } from '../posting/command-route.ts';
import { Poster } from '../posting/poster.ts';
import { FiscalYearPath, KnownStateQueryDto, PeriodDto, ReopenPeriodDto } from './control.dto.ts';
import { KnownStates } from './known-states.ts';
import { periodsAnswer } from './policy.answers.ts';
import { StateRoute } from './state-route.ts';

/** The months of a fiscal year: open, closed softly, closed. */
@ApiTags('Control')
@Controller('periods/:fiscalYear')
export class PeriodsController {
  constructor(
    private readonly poster: Poster,
    private readonly states: KnownStates,
    private readonly organisations: Organisations,
  ) {}

  @CommandRoute({
    path: 'soft-closings',
    cli: 'period soft-close',
    posts: 'fiscalperiods',
    summary: 'Let only those post into a period whose duty it is',
  })
  async softClose(
    @Param() path: FiscalYearPath,
    @Body() body: PeriodDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.#post(request, reply, 'soft-close-period', path, body);
  }

  @CommandRoute({
    path: 'closings',
    cli: 'period close',
    posts: 'fiscalperiods',
    summary: 'Close a period: nothing but restatements reaches it',
  })
  async close(
    @Param() path: FiscalYearPath,
    @Body() body: PeriodDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.#post(request, reply, 'close-period', path, body);
  }

  @CommandRoute({
    path: 'reopenings',
    cli: 'period reopen',
    posts: 'fiscalperiods',
    summary: 'Open a closed period again',
  })
  async reopen(
    @Param() path: FiscalYearPath,
    @Body() body: ReopenPeriodDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.#post(request, reply, 'reopen-period', path, body);
  }

  @StateRoute({
    path: '',
    id: 'showPeriods',
    summary: 'The months of a fiscal year that are not open, now or as known at a moment',
    answer: periodsAnswer,
  })
  async show(@Param() path: FiscalYearPath, @Query() query: KnownStateQueryDto, @Res() reply: FastifyReply) {
    const organisation = await this.organisations.known(query.organisation);
    const fiscalYear = parseFiscalYear(path.fiscalYear);
    const { state, ...asked } = await this.states.of<PeriodsState>(
      read(fiscalPeriods, streams.fiscalPeriods(organisation, fiscalYear)),
      organisation,
      query,
    );
    const months = [...state.months].sort().map(([month, status]) => ({ month, status }));
    void reply.send({ schema: 'obligo.periods/1', organisation, ...asked, fiscalYear, months });
  }

  #post(
    request: FastifyRequest,
    reply: FastifyReply,
    type: FiscalPeriodsCommand['type'],
    path: FiscalYearPath,
    { period, reason, source, ...body }: PeriodDto,
  ): Promise<void> {
    const fiscalYear = parseFiscalYear(path.fiscalYear);
    const effectiveOn = parseCivilDate(body.effectiveOn);
    return this.poster.post(request, reply, (organisation) =>
      posting(
        fiscalPeriods,
        streams.fiscalPeriods(organisation, fiscalYear),
        { type, fiscalYear, period, reason, effectiveOn },
        { source, reads: { control: read(controlPolicy, streams.controlPolicy(organisation)) } },
      ),
    );
  }
}
