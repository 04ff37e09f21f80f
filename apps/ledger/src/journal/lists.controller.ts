import { Controller, Param, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { parseFiscalYear } from '#kernel';
import { type CommitmentRow, documents, type JournalFilter, journal, planVersusActual } from '#read-models';
import { accountsTable, commitmentsTable, journalTable } from '#reporting';
import { OrganisationQueryDto } from '../control/control.dto.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { Organisations } from '../http/organisations.ts';
import { pageOf } from '../http/paging.ts';
import { sendAnswer } from '../reports/answer.ts';
import { KnownAtResolver } from '../reports/known-at.ts';
import { QueryRoute } from '../reports/query-route.ts';
import { isSet } from '../reports/report.dto.ts';
import { EventReader } from './event-reader.ts';
import { AccountsQueryDto, CommitmentsQueryDto, JournalQueryDto } from './list.dto.ts';

/** No code has a colon in it. */
const afterOf = ({ project, commitment, item }: CommitmentRow): string =>
  `${project}/${commitment}${item === null ? '' : `:${item}`}`;

/** Single things: accounts, commitments, journal rows, events. */
@ApiTags('Lists')
@Controller()
export class ListsController {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly organisations: Organisations,
    private readonly moments: KnownAtResolver,
    private readonly events: EventReader,
  ) {}

  @QueryRoute({
    path: 'budget-accounts',
    id: 'listAccounts',
    summary: 'The projects that have an account in a fiscal year',
  })
  async accounts(@Query() query: AccountsQueryDto, @Res() reply: FastifyReply) {
    const { organisation, fiscalYear, knownAt, effectiveTo } = await this.#scope(query);
    const lines = this.ledger.tables.planVersusActual.accounts(
      { organisation, fiscalYear },
      knownAt.position,
      effectiveTo,
    );
    const table = accountsTable(lines, `Projects of fiscal year ${fiscalYear}`, []);
    sendAnswer(
      reply,
      {
        schema: 'obligo.accounts/1',
        provenance: {
          query: { organisation, fiscalYear, effectiveTo, knownAt: knownAt.asked },
          knownAt,
          projection: planVersusActual,
        },
        body: { rows: table.rows },
        table,
      },
      query.format,
    );
  }

  @QueryRoute({
    path: 'commitments',
    id: 'listCommitments',
    byProject: true,
    summary: 'Orders and contracts with what is outstanding of each',
  })
  async commitments(@Query() query: CommitmentsQueryDto, @Res() reply: FastifyReply) {
    const { organisation, fiscalYear, knownAt, effectiveTo } = await this.#scope(query);
    const { project } = query;
    const { limit } = pageOf({ limit: query.limit });
    const [afterProject = '', ...rest] = (query.after ?? '').split('/');
    const [afterCommitment = '', item] = rest.join('/').split(':');
    const page = {
      includeSettled: isSet(query.includeSettled),
      after: { project: afterProject, commitment: afterCommitment, item: item ?? null },
      limit,
      effectiveTo,
    };
    const scope = { organisation, fiscalYear, project };
    const lines = this.ledger.tables.commitments.list(scope, knownAt.position, page);
    const table = commitmentsTable(lines, `Commitments of fiscal year ${fiscalYear}`, []);
    const last = lines.length === limit ? lines.at(-1) : undefined;
    sendAnswer(
      reply,
      {
        schema: 'obligo.commitments/1',
        provenance: {
          query: { ...scope, includeSettled: page.includeSettled, effectiveTo, knownAt: knownAt.asked },
          knownAt,
          projection: documents,
        },
        body: {
          unit: 'baht',
          rows: table.rows,
          next: last ? { after: afterOf(last) } : null,
        },
        table,
      },
      query.format,
    );
  }

  @QueryRoute({
    path: 'journal',
    id: 'journal',
    may: 'read-journal',
    byProject: true,
    summary: 'What was recorded, in the order of the log',
  })
  async journal(@Query() query: JournalQueryDto, @Res() reply: FastifyReply) {
    const { after, limit } = pageOf(query);
    const organisation = await this.organisations.known(query.organisation);
    const knownAt = await this.moments.resolve(organisation, query.knownAt, query.minPosition);
    const { project, type, actor, document, effectiveFrom, effectiveTo } = query;
    const fiscalYear = query.fiscalYear === undefined ? undefined : parseFiscalYear(query.fiscalYear);
    const filter: JournalFilter = {
      organisation,
      fiscalYear,
      project,
      type,
      actor,
      document,
      effectiveFrom,
      effectiveTo,
    };
    const lines = this.ledger.tables.journal.page(filter, { after, upTo: knownAt.position, limit });
    const local = lines.map((line) => ({
      ...line,
      bookedAt: this.ledger.localTime(organisation, line.bookedAt),
    }));
    const table = journalTable(local, []);
    const last = lines.length === limit ? lines.at(-1) : undefined;
    sendAnswer(
      reply,
      {
        schema: 'obligo.journal/1',
        provenance: { query: { ...filter, knownAt: knownAt.asked }, knownAt, projection: journal },
        body: { rows: table.rows, next: last ? { after: last.position } : null },
        table,
      },
      query.format,
    );
  }

  @QueryRoute({
    path: 'events/:position',
    id: 'showEvent',
    may: 'read-journal',
    summary: 'One event exactly as it stands in the log',
  })
  @ApiParam({ name: 'position', schema: { type: 'string', maxLength: 20 }, example: '12' })
  async event(@Param('position') position: string, @Query() { organisation }: OrganisationQueryDto) {
    const only = organisation === undefined ? undefined : await this.organisations.known(organisation);
    return { schema: 'obligo.event/1', ...(await this.events.at(position, only)) };
  }

  async #scope(query: AccountsQueryDto) {
    const organisation = await this.organisations.known(query.organisation);
    const knownAt = await this.moments.resolve(organisation, query.knownAt, query.minPosition);
    const { effectiveTo } = query;
    return { organisation, fiscalYear: parseFiscalYear(query.fiscalYear), knownAt, effectiveTo };
  }
}
