import { Injectable } from '@nestjs/common';
import { placeOf } from '#access';
import { eventDigest, MOST_RECEIPT_EVENTS } from '#audit-trail';
import type { RecordedEvent } from '#event-store';
import { categoryOf, formatBaht, QUARTERS, type Satang, ZERO } from '#kernel';
import { accountStateOf } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { eventAt, eventsOfPosting } from '../receipts/posting-events.ts';

type AccountState = ReturnType<typeof accountStateOf>;

/** A figure of the account before the event and with it. */
interface Change {
  readonly before: string;
  readonly after: string;
}

export interface Move extends Change {
  readonly fundSource: string;
  readonly category: string;
  /** As account states call it. */
  readonly measure: string;
}

export interface EventContext {
  readonly event: RecordedEvent;
  readonly digest: string;
  readonly posting: readonly { position: string; type: string; stream: string }[];
  readonly account: { readonly fiscalYear: number; readonly project: string } | null;
  readonly moves: readonly Move[];
  readonly plan: readonly (Change & { readonly quarter: string })[];
}

/** What stands around an event: what was recorded with it, and what it did to the figures of its account. */
@Injectable()
export class EventContexts {
  constructor(private readonly ledger: EmbeddedLedger) {}

  /** Nothing when the log has no event of the organisation there. */
  async at(text: string, organisation: string): Promise<EventContext | undefined> {
    const { store } = this.ledger;
    const position = await store.parsePosition(text);
    const event = position === undefined ? undefined : await eventAt(store, position);
    if (!event || placeOf(event.stream).organisation !== organisation) return undefined;
    const together = await eventsOfPosting(store, event, MOST_RECEIPT_EVENTS);
    return {
      event,
      digest: eventDigest(event),
      posting: together.map(({ position: at, type, stream }) => ({ position: at, type, stream })),
      ...this.#effects(event, organisation),
    };
  }

  #effects(event: RecordedEvent, organisation: string): Pick<EventContext, 'account' | 'moves' | 'plan'> {
    const { project, fiscalYear } = this.ledger.tables.journal.at(event.position) ?? {};
    const isAccount = categoryOf(event.stream) === 'budgetaccount';
    if (!isAccount || typeof project !== 'string' || typeof fiscalYear !== 'number')
      return { account: null, moves: [], plan: [] };
    const at = (position: bigint): AccountState => {
      const scope = { organisation, fiscalYear, project };
      return accountStateOf(this.ledger.tables.planVersusActual.lineCells(scope, position));
    };
    const after = BigInt(event.position);
    const [was, is] = [at(after - 1n), at(after)];
    return { account: { fiscalYear, project }, moves: movesBetween(was, is), plan: planBetween(was, is) };
  }
}

function movesBetween(was: AccountState, is: AccountState): Move[] {
  return is.rows.flatMap(({ line, figures }) => {
    if (!line) return [];
    const before = was.rows.find((row) => sameLine(row.line, line))?.figures;
    return Object.entries(figures).flatMap(([measure, after]): Move[] => {
      const held = before?.[measure as keyof typeof figures] ?? ZERO;
      return held === after ? [] : [{ ...line, measure, ...changed(held, after) }];
    });
  });
}

const planBetween = (was: AccountState, is: AccountState): EventContext['plan'] =>
  QUARTERS.flatMap((quarter) => {
    const [before, after] = [was.plan[quarter] ?? ZERO, is.plan[quarter] ?? ZERO];
    return before === after ? [] : [{ quarter, ...changed(before, after) }];
  });

const changed = (before: Satang, after: Satang): Change => ({
  before: formatBaht(before),
  after: formatBaht(after),
});

interface LineName {
  readonly fundSource: string;
  readonly category: string;
}

const sameLine = (a: LineName | undefined, b: LineName): boolean =>
  a?.fundSource === b.fundSource && a.category === b.category;
