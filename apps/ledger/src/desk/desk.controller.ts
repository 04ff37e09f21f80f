import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Desk, type Visitor } from '#desk';
import { AccessQuery } from '../access/access-route.ts';
import { identityOf } from '../access/identity.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import {
  draftAnswer,
  draftKeptAnswer,
  draftRemovedAnswer,
  draftsAnswer,
  preferencesAnswer,
  preferencesSchema,
  visitAnswer,
} from './desk.answers.ts';
import { DeskDelete, DeskPut } from './desk-route.ts';
import {
  DraftPath,
  DraftsQueryDto,
  KeepDraftDto,
  PreferencesDto,
  VisitDto,
  VisitQueryDto,
} from './desk.dto.ts';
import { refuse } from '../http/refusals.ts';

const OWN = { signedIn: true } as const;

/** What people keep while they work. Everybody sees their own alone; none of it is a fact of the ledger. */
@ApiTags('Desk')
@Controller('desk')
export class DeskController {
  readonly #desk: Desk;

  constructor(private readonly ledger: EmbeddedLedger) {
    this.#desk = ledger.desk;
  }

  @AccessQuery({
    path: 'drafts',
    id: 'listDrafts',
    rule: OWN,
    summary: 'My drafts with their age, the last changed first',
    answer: draftsAnswer,
  })
  async drafts(@Query() { kind }: DraftsQueryDto, @Req() request: FastifyRequest) {
    return { schema: 'obligo.drafts/1', drafts: await this.#desk.drafts(identityOf(request).name, kind) };
  }

  @AccessQuery({
    path: 'drafts/:draft',
    id: 'showDraft',
    rule: OWN,
    summary: 'One of my drafts with what I typed',
    answer: draftAnswer,
  })
  async draft(@Param() { draft }: DraftPath, @Req() request: FastifyRequest) {
    return { schema: 'obligo.draft/1', ...(await this.#desk.draft(identityOf(request).name, draft)) };
  }

  @DeskPut({
    path: 'drafts/:draft',
    id: 'keepDraft',
    summary: 'Keep what I typed; refused where another window changed it meanwhile',
    answer: draftKeptAnswer,
  })
  async keep(@Param() { draft: id }: DraftPath, @Body() body: KeepDraftDto, @Req() request: FastifyRequest) {
    const { kind, title, content, revision } = body;
    const kept = await this.#desk.keepDraft(identityOf(request).name, { id, kind, title, content }, revision);
    return { schema: 'obligo.draft-kept/1', ...kept };
  }

  @DeskDelete({
    path: 'drafts/:draft',
    id: 'removeDraft',
    summary: 'Throw one of my drafts away',
    answer: draftRemovedAnswer,
  })
  async remove(@Param() { draft }: DraftPath, @Req() request: FastifyRequest) {
    await this.#desk.removeDraft(identityOf(request).name, draft);
    return { schema: 'obligo.draft-removed/1', id: draft };
  }

  @AccessQuery({
    path: 'preferences',
    id: 'showPreferences',
    rule: OWN,
    summary: 'How I want to see the pages',
    answer: preferencesAnswer,
  })
  async preferences(@Req() request: FastifyRequest) {
    const kept = await this.#desk.preferences(identityOf(request).name);
    const preferences = preferencesSchema.parse(JSON.parse(kept ?? '{}'));
    return { schema: 'obligo.preferences/1', preferences };
  }

  @DeskPut({
    path: 'preferences',
    id: 'keepPreferences',
    summary: 'Say how I want to see the pages, as a whole',
    answer: preferencesAnswer,
  })
  async keepPreferences(@Body() body: PreferencesDto, @Req() request: FastifyRequest) {
    const { language, unit, theme, time, shortcuts } = body;
    const preferences = preferencesSchema.parse({ language, unit, theme, time, shortcuts });
    await this.#desk.keepPreferences(identityOf(request).name, JSON.stringify(preferences));
    return { schema: 'obligo.preferences/1', preferences };
  }

  @AccessQuery({
    path: 'visit',
    id: 'showLastVisit',
    rule: OWN,
    summary: 'Where the log ended when I last looked before this visit',
    answer: visitAnswer,
  })
  visit(@Query() { organisation }: VisitQueryDto, @Req() request: FastifyRequest) {
    return this.#visitOf(this.#visitor(request, organisation));
  }

  @DeskPut({
    path: 'visit',
    id: 'keepVisit',
    summary: 'I look at the ledger up to a position; looks within half an hour are one visit',
    answer: visitAnswer,
  })
  async keepVisit(
    @Query() { organisation }: VisitQueryDto,
    @Body() { position }: VisitDto,
    @Req() request: FastifyRequest,
  ) {
    const visitor = this.#visitor(request, organisation);
    const known = await this.ledger.store.parsePosition(position);
    if (known === undefined) {
      throw refuse('input-invalid', `position is "${position}": expected a position of the log.`, {
        errors: [{ field: 'position', given: position, expected: 'must be a position of the log' }],
      });
    }
    await this.#desk.visit(visitor, known);
    return this.#visitOf(visitor);
  }

  async #visitOf(visitor: Visitor) {
    return { schema: 'obligo.visit/1', last: (await this.#desk.lastVisit(visitor)) ?? null };
  }

  /** Who may keep anything under any name could fill the desk. */
  #visitor(request: FastifyRequest, organisation = ''): Visitor {
    if (organisation !== '' && !this.ledger.organisations.some((one) => one.organisation === organisation)) {
      const message = `The ledger has no organisation ${organisation}.`;
      throw refuse('organisation-unknown', message, { organisation });
    }
    return { owner: identityOf(request).name, organisation };
  }
}
