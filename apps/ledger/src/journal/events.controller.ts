import { Controller, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { journal } from '#read-models';
import { OrganisationQueryDto } from '../control/control.dto.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { Organisations } from '../http/organisations.ts';
import { refuse } from '../http/refusals.ts';
import { knownAtJson } from '../reports/answer.ts';
import { KnownAtResolver } from '../reports/known-at.ts';
import { QueryRoute } from '../reports/query-route.ts';
import { EventContexts } from './event-context.ts';
import { EventContextQueryDto } from './journal.dto.ts';
import { EventReader } from './event-reader.ts';
import { eventAnswer, eventContextAnswer } from './journal.answers.ts';
import { tableOf } from './journal-table.ts';

/** Single events of the log. */
@ApiTags('Lists')
@Controller('events')
export class EventsController {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly organisations: Organisations,
    private readonly moments: KnownAtResolver,
    private readonly events: EventReader,
    private readonly contexts: EventContexts,
  ) {}

  @QueryRoute({
    path: ':position',
    id: 'showEvent',
    may: 'read-journal',
    answer: eventAnswer,
    summary: 'One event exactly as it stands in the log',
  })
  @ApiParam({ name: 'position', schema: { type: 'string', maxLength: 20 }, example: '12' })
  async event(@Param('position') position: string, @Query() { organisation }: OrganisationQueryDto) {
    const only = organisation === undefined ? undefined : await this.organisations.known(organisation);
    return { schema: 'obligo.event/1', ...(await this.events.at(position, only)) };
  }

  @QueryRoute({
    path: ':position/context',
    id: 'eventContext',
    may: 'read-journal',
    answer: eventContextAnswer,
    summary:
      'What was recorded with an event, what it did to the figures of its account, and what took it back',
  })
  @ApiParam({ name: 'position', schema: { type: 'string', maxLength: 20 }, example: '12' })
  async context(@Param('position') position: string, @Query() query: EventContextQueryDto) {
    const organisation = await this.organisations.known(query.organisation);
    const knownAt = await this.moments.resolve(organisation, query.knownAt);
    const found = await this.contexts.at(position, organisation);
    const row = this.ledger.tables.journal.at(found?.event.position ?? '0');
    if (!found || !row) throw unknownEvent(position, (await this.ledger.store.head()) ?? null);
    const { event: _event, ...context } = found;
    const { rows } = tableOf([row], this.ledger, organisation, knownAt.position);
    return {
      schema: 'obligo.event-context/1',
      query: { organisation, position: row.position, knownAt: knownAt.asked },
      knownAt: knownAtJson(knownAt),
      projection: { name: journal.name, version: journal.version },
      isKnown: BigInt(row.position) <= knownAt.position,
      row: rows[0],
      ...context,
    };
  }
}

const unknownEvent = (position: string, head: string | null) =>
  refuse('event-unknown', `The log has no event at position ${position.slice(0, 40)}.`, {
    position: position.slice(0, 40),
    head,
  });
