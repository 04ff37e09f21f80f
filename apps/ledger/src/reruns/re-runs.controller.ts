import { Body, Controller, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { reRunTable } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { Organisations } from '../http/organisations.ts';
import { sendAnswer } from '../reports/answer.ts';
import { KnownAtResolver } from '../reports/known-at.ts';
import { QueryRoute } from '../reports/query-route.ts';
import { ReconcileQuery as FormQuery } from '../reports/report.dto.ts';
import { reRunAnswer } from './re-run.answers.ts';
import { ReRunDto } from './re-run.dto.ts';
import { ReRuns } from './re-runs.ts';

/** Other rules tried on the real history. */
@ApiTags('Control')
@Controller('control/re-runs')
export class ReRunsController {
  constructor(
    private readonly reRuns: ReRuns,
    private readonly ledger: EmbeddedLedger,
    private readonly organisations: Organisations,
    private readonly moments: KnownAtResolver,
  ) {}

  @QueryRoute({
    path: '',
    id: 'reRun',
    may: 'replay',
    summary: 'The history of a year run again under a proposed policy, ceiling or cut; nothing is written',
    withBody: true,
    answer: reRunAnswer,
  })
  async run(@Query() query: FormQuery, @Body() body: ReRunDto, @Res() reply: FastifyReply) {
    const organisation = await this.organisations.known(query.organisation);
    await this.ledger.projector.catchUp();
    const knownAt = await this.moments.resolve(organisation, undefined);
    const { fiscalYear, project } = body;
    const { rows, decisions, truncated, policy, notReplayed } = await this.reRuns.run(
      organisation,
      body,
      knownAt.position,
    );
    const title = `What would have been refused in fiscal year ${fiscalYear}: ${rows.length} of ${decisions} decisions`;
    const footnotes = [
      ...(truncated ? [`Only the first ${rows.length} are listed.`] : []),
      ...(notReplayed.length > 0 ? [`Not tried on the history: ${notReplayed.join(', ')}.`] : []),
    ];
    sendAnswer(
      reply,
      {
        schema: 'obligo.re-run/1',
        provenance: {
          query: { organisation, fiscalYear, project, knownAt: knownAt.asked },
          knownAt,
          projection: { name: 'log', version: 1 },
        },
        body: { decisions, refused: rows.length, truncated, policy, notReplayed, rows },
        table: reRunTable(rows, title, footnotes),
        differences: rows.length,
      },
      query.format,
    );
  }
}
