import { Readable } from 'node:stream';
import { Controller, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { formatLargeBaht } from '#kernel';
import { type JournalFilter, journal, type JournalSummary } from '#read-models';
import { journalSummaryTable, renderCsv } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { Organisations } from '../http/organisations.ts';
import { pageOf } from '../http/paging.ts';
import { sendAnswer } from '../reports/answer.ts';
import { type KnownAt, KnownAtResolver } from '../reports/known-at.ts';
import { QueryRoute } from '../reports/query-route.ts';
import { journalAnswer, journalSummaryAnswer } from './journal.answers.ts';
import { JournalFilterDto, JournalQueryDto } from './journal.dto.ts';
import { invalid, journalFilterOf } from './journal-filter.ts';
import { type Cursor, JournalSearch } from './journal-search.ts';
import { displayed } from './journal-page.ts';
import { tableOf } from './journal-table.ts';

/** Rows of one slice of an export. */
const SLICE = 1_000;

/** What was recorded, in the order of the log. */
@ApiTags('Lists')
@Controller()
export class JournalController {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly organisations: Organisations,
    private readonly moments: KnownAtResolver,
    private readonly search: JournalSearch,
  ) {}

  @QueryRoute({
    path: 'journal',
    id: 'journal',
    may: 'read-journal',
    byProject: true,
    answer: journalAnswer,
    summary: 'What was recorded, in the order of the log',
  })
  async journal(@Query() query: JournalQueryDto, @Res() reply: FastifyReply) {
    const { limit } = pageOf({ limit: query.limit });
    const { filter, knownAt } = await this.#asked(query);
    const newestFirst = query.order === 'newest';
    const cursor = await this.#cursor(query, newestFirst);
    const walksBack = cursor === undefined ? newestFirst : cursor.side === 'before';
    const page = await this.search.page(filter, {
      after: cursor?.side === 'after' ? cursor.position : 0n,
      upTo: cursor?.side === 'before' ? least(cursor.position - 1n, knownAt.position) : knownAt.position,
      knownAt: knownAt.position,
      limit,
      newestFirst: walksBack,
    });
    const shown = displayed(page, { cursor, walksBack, newestFirst, limit });
    const table = tableOf(shown.rows, this.ledger, filter.organisation, knownAt.position);
    const { next, previous, reached } = shown;
    sendAnswer(
      reply,
      {
        schema: 'obligo.journal/1',
        provenance: { query: queryOf(query, filter, knownAt), knownAt, projection: journal },
        body: { rows: table.rows, next, previous, reached },
        table,
      },
      query.format,
    );
  }

  @QueryRoute({
    path: 'journal/summary',
    id: 'journalSummary',
    may: 'read-journal',
    byProject: true,
    answer: journalSummaryAnswer,
    summary: 'How many events a filter of the journal finds, and what their amounts come to',
    description: 'Up to 10,000 events are counted and added up.',
  })
  async summary(@Query() query: JournalFilterDto, @Res() reply: FastifyReply) {
    const { filter, knownAt } = await this.#asked(query);
    const found = await this.search.summary(filter, knownAt.position);
    const excluding = found.rows === 0 ? await this.search.excluding(filter, knownAt.position) : undefined;
    const byType = found.isWhole
      ? found.sums.map(({ type, rows, satang }) => ({ type, rows, amount: formatLargeBaht(satang) }))
      : [];
    sendAnswer(
      reply,
      {
        schema: 'obligo.journal-summary/1',
        provenance: { query: queryOf(query, filter, knownAt), knownAt, projection: journal },
        body: {
          count: { rows: found.rows, isWhole: found.isWhole },
          amount: found.isWhole ? formatLargeBaht(totalOf(found)) : null,
          byType,
          excluding: excluding ?? null,
        },
        table: journalSummaryTable(byType, []),
      },
      query.format,
    );
  }

  @QueryRoute({
    path: 'journal/export',
    id: 'exportJournal',
    may: 'read-journal',
    byProject: true,
    summary: 'All events that a filter of the journal finds, as CSV',
    description:
      'The answer is sent as it is read; the newest of it is what was known when it was asked for.',
  })
  async export(@Query() query: JournalFilterDto, @Res() reply: FastifyReply) {
    const { filter, knownAt } = await this.#asked(query);
    void reply
      .headers({ 'obligo-position': String(knownAt.position) })
      .header('content-disposition', `attachment; filename="journal-${knownAt.position}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(Readable.from(this.#csv(filter, knownAt.position)));
  }

  async *#csv(filter: JournalFilter, knownAt: bigint): AsyncGenerator<string> {
    let after = 0n;
    for (let isFirst = true; ; isFirst = false) {
      const { rows, reached } = await this.search.page(filter, {
        after,
        upTo: knownAt,
        knownAt,
        limit: SLICE,
      });
      const csv = renderCsv(tableOf(rows, this.ledger, filter.organisation, knownAt));
      yield isFirst ? csv : csv.slice(csv.indexOf('\n') + 1);
      if (reached === undefined) return;
      after = reached;
    }
  }

  async #asked(query: JournalFilterDto): Promise<{ filter: JournalFilter; knownAt: KnownAt }> {
    const organisation = await this.organisations.known(query.organisation);
    const knownAt = await this.moments.resolve(organisation, query.knownAt, query.minPosition);
    const filter = journalFilterOf(query, organisation, this.ledger.calendarOf(organisation));
    return { filter, knownAt };
  }

  async #cursor(query: JournalQueryDto, newestFirst: boolean): Promise<Cursor | undefined> {
    const { after, before, bookedOn } = query;
    if (after !== undefined && before !== undefined)
      throw invalid('before', before.slice(0, 20), 'comes without after');
    if (after !== undefined) return { side: 'after', position: pageOf({ after }).after };
    if (before !== undefined) return { side: 'before', position: positionIn('before', before) };
    if (bookedOn === undefined) return undefined;
    const organisation = await this.organisations.known(query.organisation);
    const { timeZone } = this.ledger.calendarOf(organisation);
    return this.search.cursorOn(bookedOn, newestFirst, timeZone);
  }
}

function positionIn(field: string, text: string): bigint {
  if (/^\d{1,18}$/.test(text)) return BigInt(text);
  throw invalid(field, text.slice(0, 40), 'must be a position');
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** What was asked, as the address spells it. */
function queryOf(query: JournalFilterDto, filter: JournalFilter, knownAt: KnownAt) {
  const { amountFrom, amountTo, quarter, month } = query;
  const { types, ...rest } = filter;
  return { ...rest, type: types?.join(','), amountFrom, amountTo, quarter, month, knownAt: knownAt.asked };
}

const totalOf = ({ sums }: JournalSummary): bigint => sums.reduce((total, { satang }) => total + satang, 0n);
