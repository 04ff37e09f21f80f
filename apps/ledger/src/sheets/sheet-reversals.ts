import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { placeOf } from '#access';
import { type AccountState, budgetAccount } from '#budget';
import type { RecordedEvent } from '#event-store';
import { categoryOf, parseCivilDate } from '#kernel';
import type { Look, Posting } from '#posting';
import { MOST_ROWS } from '#sheets';
import { toAccount, together } from '../budget/account-posting.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { PostingContexts } from '../http/posting-context.ts';
import { refuse } from '../http/refusals.ts';
import { sendReceipt } from '../posting/poster.ts';
import { eventAt, eventsOfPosting } from '../receipts/posting-events.ts';
import { type TakeBack, takingBack } from './reversal-postings.ts';
import type { PostedSheetAnswer } from './sheet.answers.ts';
import type { ReverseSheetDto } from './sheet.dto.ts';

/** A row may close what it draws on, which is an event more. */
const MOST_EVENTS = 2 * MOST_ROWS;

/** Takes back as one what was recorded as one: all of it, in the reverse order, or nothing. */
@Injectable()
export class SheetReversals {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly contexts: PostingContexts,
  ) {}

  /** What was recorded at a position, and whether it was taken back. */
  async look(position: string, organisation: string): Promise<PostedSheetAnswer> {
    const events = await this.#events(position, organisation);
    const last = events.at(-1);
    const decisions = events.filter(isDecision);
    const why = { reason: '-', effectiveOn: parseCivilDate('2000-01-01') };
    const reversed = await this.#reversal(organisation, events);
    return {
      schema: 'obligo.posted-sheet/1',
      position: last?.position ?? position,
      organisation,
      recordedAt: this.ledger.localTime(organisation, last?.recordedAt ?? ''),
      actor: last?.metadata.actor ?? '',
      documents: decisions.length,
      reversible: decisions.length > 0 && decisions.every((event) => takingBack(event, why) !== undefined),
      reversedAt: reversed?.position ?? null,
    };
  }

  async reverse(
    position: string,
    body: ReverseSheetDto,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const asked = await this.contexts.of(request);
    const { organisation } = asked;
    const events = await this.#events(position, organisation);
    const why = { reason: body.reason, effectiveOn: parseCivilDate(body.effectiveOn) };
    const input = { reverses: events.at(-1)?.position, ...why };
    const causationId = events[0]?.metadata.commandId;
    // The same posting is taken back under one key: twice is once, whoever asks.
    const context = { ...asked, reason: body.reason, input, causationId, idempotencyKey: keyOf(events) };
    const before = await this.#reversal(organisation, events);
    if (before && before.actor !== asked.actor) throw alreadyReversed(before.position);
    const rows = before ? [] : rowsBack(organisation, events, why);
    const postings = rows.map(({ posting }) => posting);
    const prepared = {
      asked: postings,
      streams: postings.map(({ stream }) => stream),
      prepare: async (look: Look) => {
        await mustStandAll(rows, look);
        return postings;
      },
    };
    const receipt = await this.ledger.recorder
      .postPrepared(prepared, context, together)
      .catch(async (error: unknown) => {
        const taken = before ?? (await this.#reversal(organisation, events));
        if (taken) throw alreadyReversed(taken.position);
        throw error;
      });
    sendReceipt(reply, receipt);
  }

  async #events(text: string, organisation: string): Promise<readonly RecordedEvent[]> {
    const { store } = this.ledger;
    const position = await store.parsePosition(text);
    const event = position === undefined ? undefined : await eventAt(store, position);
    if (event?.stream === undefined || placeOf(event.stream).organisation !== organisation) {
      throw refuse('event-unknown', `The log has no event at position ${text.slice(0, 40)}.`, {
        position: text.slice(0, 40),
      });
    }
    const events = await eventsOfPosting(store, event, MOST_EVENTS);
    if (events.length <= MOST_EVENTS) return events;
    throw notReversible('It has more events than are taken back together.');
  }

  /** Where it was taken back, and by whom. */
  async #reversal(organisation: string, events: readonly RecordedEvent[]) {
    const { store } = this.ledger;
    const found = await store.findCommand(`${organisation}/${keyOf(events)}`);
    const event = found && (await eventAt(store, found.position));
    return found && { position: found.position, actor: event?.metadata.actor };
  }
}

/** One posting of a sheet, and what takes it back. */
interface RowBack {
  readonly event: RecordedEvent;
  readonly usedSince: TakeBack['usedSince'];
  readonly posting: Posting;
}

/** What takes all of a sheet back, in the reverse order. */
function rowsBack(
  organisation: string,
  events: readonly RecordedEvent[],
  why: Parameters<typeof takingBack>[1],
): RowBack[] {
  return events
    .filter(isDecision)
    .toReversed()
    .map((event) => {
      const back = takingBack(event, why);
      if (!back || categoryOf(event.stream) !== 'budgetaccount') {
        throw notReversible(`It recorded ${event.type}, which is not taken back but corrected.`);
      }
      const [, fiscalYear = '', ...project] = event.stream.split('.');
      const address = { fiscalYear, project: project.join('.') };
      const posting = toAccount(organisation, address, back.facts, undefined);
      return { event, usedSince: back.usedSince, posting };
    });
}

/** Refuses with `sheet-used-since` what does not stand any more as it was recorded. */
async function mustStandAll(rows: readonly RowBack[], look: Look): Promise<void> {
  const seen = new Set<string>();
  for (const { event, usedSince, posting } of rows) {
    const state = (await look(budgetAccount, posting.stream)) ?? budgetAccount.initial();
    // Only the last revision of a plan still stands; the earlier ones follow as it is taken back.
    const isFirstOfStream = !seen.has(posting.stream);
    seen.add(posting.stream);
    mustStand(event, usedSince, state as AccountState, isFirstOfStream);
  }
}

/** The first event of every decision says what was asked. */
const isDecision = ({ metadata, type }: RecordedEvent): boolean =>
  metadata.asked !== undefined && type !== 'OrganisationRegistered';

const keyOf = (events: readonly RecordedEvent[]): string =>
  `reversal-of-${events[0]?.metadata.commandId ?? ''}`;

function mustStand(
  { type, data }: RecordedEvent,
  usedSince: TakeBack['usedSince'],
  state: AccountState,
  isFirstOfStream: boolean,
): void {
  if (type === 'QuarterlyPlanRevised' && !isFirstOfStream) return;
  const used = usedSince?.(state);
  if (used === undefined) return;
  const project = state.opened?.project ?? '';
  throw refuse('sheet-used-since', `${project}: ${used} since; take that back first.`, {
    project,
    event: data,
  });
}

const notReversible = (why: string) =>
  refuse('sheet-not-reversible', `The posting cannot be taken back as one. ${why}`);

const alreadyReversed = (position: string) =>
  refuse('sheet-already-reversed', `The posting was taken back at position ${position}.`, { position });
