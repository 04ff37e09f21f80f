import { Controller, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { endOfDay, type Instant, parseCivilDate, parseInstant, startOfDay } from '#kernel';
import { type ReadingFilter, Readings } from '#readings';
import { renderCsv, renderText, type Table } from '#reporting';
import { Organisations } from '../http/organisations.ts';
import { pageOf } from '../http/paging.ts';
import { refuse } from '../http/refusals.ts';
import type { Format } from '../reports/answer.ts';
import { QueryRoute } from '../reports/query-route.ts';
import { Today } from '../reports/today.ts';
import { readingsAnswer } from './readings.answers.ts';
import { ReadingsQueryDto } from './readings.dto.ts';
import { readingsTable } from './readings-table.ts';

/** Who looked at or exported what. Not of the ledger: it has no position and is forgotten in time. */
@ApiTags('Access')
@Controller('readings')
export class ReadingsController {
  constructor(
    private readonly readings: Readings,
    private readonly organisations: Organisations,
    private readonly today: Today,
  ) {}

  @QueryRoute({
    path: '',
    id: 'listReadings',
    may: 'read-readings',
    answer: readingsAnswer,
    // The organisation of its query only says when a day begins.
    byOrganisation: false,
    summary: 'Who looked at or exported what, the newest first',
    description:
      'Every answered or refused question is recorded before its answer leaves. Rows older than the retention are removed; keptFrom says from when on the list is whole.',
  })
  async list(@Query() query: ReadingsQueryDto, @Res() reply: FastifyReply) {
    const { who, route, before } = query;
    const { limit } = pageOf({ limit: query.limit });
    const filter = { ...(await this.#spanOf(query)), who, route };
    const rows = await this.readings.list({ ...filter, limit, before: cursorOf(before) });
    const retention = await this.readings.retention();
    const last = rows.length === limit ? rows.at(-1) : undefined;
    const caption = `Kept for ${retention.days} days${retention.keptFrom === undefined ? '' : `, from ${retention.keptFrom} on`}`;
    const table = readingsTable(rows, [caption]);
    const body = {
      schema: 'obligo.readings/1',
      query: { ...filter, before },
      retention: { days: retention.days, keptFrom: retention.keptFrom ?? null },
      rows: table.rows,
      next: last ? { before: last.reading } : null,
    };
    send(reply, query.format, table, body);
  }

  async #spanOf({ since, until, organisation }: ReadingsQueryDto): Promise<ReadingFilter> {
    const momentOf = async (
      text: string | undefined,
      ofDay: typeof startOfDay,
    ): Promise<Instant | undefined> => {
      if (text === undefined) return undefined;
      if (text.length !== 10) return parseInstant(text);
      const { timeZone } = await this.today.calendarOf(await this.organisations.known(organisation));
      return ofDay(parseCivilDate(text), timeZone);
    };
    return { since: await momentOf(since, startOfDay), until: await momentOf(until, endOfDay) };
  }
}

function cursorOf(before: string | undefined): bigint | undefined {
  if (before === undefined) return undefined;
  if (/^\d{1,18}$/.test(before)) return BigInt(before);
  const given = before.slice(0, 20);
  throw refuse('input-invalid', `before is "${given}": expected the number of a reading.`, {
    errors: [{ field: 'before', given, expected: 'must be the number of a reading' }],
  });
}

function send(reply: FastifyReply, format: Format, table: Table, body: object): void {
  if (format === 'csv') void reply.type('text/csv; charset=utf-8').send(renderCsv(table));
  else if (format === 'table') void reply.type('text/plain; charset=utf-8').send(renderText(table));
  else void reply.type('application/json; charset=utf-8').send(`${JSON.stringify(body, undefined, 2)}\n`);
}
