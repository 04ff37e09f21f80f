import { Controller, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { parseFiscalYear } from '#kernel';
import { type CommitmentRow, documents, planVersusActual } from '#read-models';
import { accountsTable, commitmentsTable } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { Organisations } from '../http/organisations.ts';
import { pageOf } from '../http/paging.ts';
import { sendAnswer } from '../reports/answer.ts';
import { KnownAtResolver } from '../reports/known-at.ts';
import { QueryRoute } from '../reports/query-route.ts';
import { isSet } from '../reports/report.dto.ts';
import { AccountsQueryDto, CommitmentsQueryDto } from './list.dto.ts';

/** No code has a colon in it. */
const afterOf = ({ project, commitment, item }: CommitmentRow): string =>
  `${project}/${commitment}${item === null ? '' : `:${item}`}`;
import { accountsAnswer, commitmentsAnswer } from './lists.answers.ts';

/** Single things: accounts and commitments. */
@ApiTags('Lists')
@Controller()
export class ListsController {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly organisations: Organisations,
    private readonly moments: KnownAtResolver,
  ) {}

  @QueryRoute({
    path: 'budget-accounts',
    id: 'listAccounts',
    answer: accountsAnswer,
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
    answer: commitmentsAnswer,
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

  async #scope(query: AccountsQueryDto) {
    const organisation = await this.organisations.known(query.organisation);
    const knownAt = await this.moments.resolve(organisation, query.knownAt, query.minPosition);
    const { effectiveTo } = query;
    return { organisation, fiscalYear: parseFiscalYear(query.fiscalYear), knownAt, effectiveTo };
  }
}
