import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { placeOf } from '#access';
import { remarks } from '#control';
import type { RecordedEvent } from '#event-store';
import { parseCivilDate, streams } from '#kernel';
import { posting } from '#posting';
import { AccessQuery } from '../access/access-route.ts';
import { identityOf } from '../access/identity.ts';
import { ReadingRights } from '../access/reading-rights.ts';
import { refuse } from '../http/refusals.ts';
import { CommandRoute } from './command-route.ts';
import { Poster, saidBeside } from './poster.ts';
import { postingAnswer } from './postings.answers.ts';
import { AddRemarkDto, PostingPath } from './postings.dto.ts';
import { RecordedPostings } from './recorded-posting.ts';

/** Recorded postings: what each says of itself, and what is added to it later. */
@ApiTags('Postings')
@Controller('postings')
export class PostingsController {
  constructor(
    private readonly recorded: RecordedPostings,
    private readonly rights: ReadingRights,
    private readonly poster: Poster,
  ) {}

  @AccessQuery({
    path: ':position',
    id: 'showPosting',
    rule: { signedIn: true, reads: true },
    summary:
      'A recorded posting: what was asked, before and after, its events, evidence, remarks and reversals',
    description: 'For who may read the journal of its projects, and for its author.',
    answer: postingAnswer,
  })
  async show(@Param() { position }: PostingPath, @Req() request: FastifyRequest) {
    const events = await this.recorded.eventsAt(position);
    const identity = identityOf(request);
    const isOwn = events.every(({ metadata }) =>
      [metadata.actor, metadata.onBehalfOf].includes(identity.name),
    );
    const { organisation } = placeOf(events[0]?.stream ?? '');
    if (!isOwn && !this.rights.knowsOf(identity, organisation)) throw await this.recorded.unknown(position);
    if (!isOwn) this.rights.must(identity, 'read-journal', placesOf(events));
    return this.recorded.describe(events);
  }

  @CommandRoute({
    path: ':position/remarks',
    cli: 'remark add',
    posts: 'remarks/add-remark',
    summary: 'Add words or evidence to a posting that stands in the log; no money moves',
  })
  async remark(
    @Param() { position }: PostingPath,
    @Body() body: AddRemarkDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const events = await this.recorded.eventsAt(position);
    await this.poster.post(request, reply, (organisation) => toRemarks(organisation, events, body, request));
  }
}

const placesOf = (events: readonly RecordedEvent[]) =>
  [...new Set(events.map(({ stream }) => stream))].map((stream) => placeOf(stream));

function toRemarks(
  organisation: string,
  events: readonly RecordedEvent[],
  { text, source, effectiveOn }: AddRemarkDto,
  request: FastifyRequest,
) {
  const own = events.filter(({ stream }) => placeOf(stream).organisation === organisation);
  const last = own.at(-1);
  if (!last) {
    throw refuse('event-unknown', `${organisation} has no such posting.`, { organisation });
  }
  const { commandId } = last.metadata;
  return posting(
    remarks,
    streams.remarks(organisation, commandId),
    {
      type: 'add-remark',
      command: commandId,
      event: last.id,
      about: last.stream,
      ...(text === undefined ? {} : { text }),
      ...saidBeside(request),
      effectiveOn: parseCivilDate(effectiveOn),
    },
    // The files stand in the event itself.
    { source, evidence: [] },
  );
}
