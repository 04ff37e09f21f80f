import { Controller, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { endOfDay, type Instant, parseCivilDate, parseInstant, startOfDay } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import { AccessQuery } from '../access/access-route.ts';
import { type Identity, identityOf } from '../access/identity.ts';
import { ReadingRights } from '../access/reading-rights.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { TextField } from '../http/fields.ts';
import { pageOf } from '../http/paging.ts';
import { attemptsAnswer } from './attempts.answers.ts';

const DAY = 'a date in the zone of Bangkok, or a moment with its zone';

export class AttemptsQueryDto {
  @TextField({ description: 'Only what this account attempted', required: false, maxLength: 64 })
  who?: string;

  @TextField({
    description: 'Only this operation',
    required: false,
    maxLength: 128,
    example: 'commitmentMake',
  })
  operation?: string;

  @TextField({ description: 'Only this refusal', required: false, maxLength: 64, example: 'budget-exceeded' })
  code?: string;

  @TextField({ description: 'Only this project', required: false, maxLength: 64 })
  project?: string;

  @TextField({
    description: 'Any part of the sentence, of what was asked or of the path',
    required: false,
    maxLength: 200,
  })
  text?: string;

  @TextField({ description: `Not before: ${DAY}`, required: false, maxLength: 40 })
  since?: string;

  @TextField({ description: `Not after: ${DAY}; a date is meant to its end`, required: false, maxLength: 40 })
  until?: string;

  @TextField({ description: 'Only attempts before this one', required: false, maxLength: 18 })
  before?: string;

  @TextField({ description: 'At most so many rows (1 to 10000)', required: false, maxLength: 5 })
  limit?: string;
}

/** Postings that the ledger refused. Not of the ledger: they changed nothing, and are forgotten in time. */
@ApiTags('Desk')
@Controller('attempts')
export class AttemptsController {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly rights: ReadingRights,
  ) {}

  @AccessQuery({
    path: '',
    id: 'listAttempts',
    rule: { signedIn: true, reads: true },
    summary: 'Postings that were refused, the newest first: all for auditors, their own for everybody else',
    answer: attemptsAnswer,
  })
  async list(@Query() query: AttemptsQueryDto, @Req() request: FastifyRequest) {
    const { who, operation, code, project, text } = query;
    const { before, limit } = pageOf({ before: query.before, limit: query.limit });
    const identity = identityOf(request);
    const all = this.#seesAll(identity);
    const rows = await this.ledger.desk.attempts({
      who: all ? who : identity.name,
      operation,
      code,
      project,
      text: text === '' ? undefined : text,
      since: momentOf(query.since, startOfDay),
      until: momentOf(query.until, endOfDay),
      before,
      limit,
    });
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return {
      schema: 'obligo.attempts/1',
      of: all ? 'all' : 'own',
      keptForDays: this.ledger.desk.attemptDays,
      rows,
      next: last ? { before: last.attempt } : null,
    };
  }

  #seesAll(identity: Identity): boolean {
    return this.rights.refusedTo(identity, 'read-readings', {}) === undefined;
  }
}

function momentOf(text: string | undefined, ofDay: typeof startOfDay): Instant | undefined {
  if (text === undefined || text === '') return undefined;
  if (text.length !== 10) return parseInstant(text);
  return ofDay(parseCivilDate(text), DEFAULT_SETTINGS.calendar.timeZone);
}
