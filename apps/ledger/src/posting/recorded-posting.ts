import { Injectable } from '@nestjs/common';
import { placeOf } from '#access';
import { eventDigest } from '#audit-trail';
import type { AccountEvent } from '#budget';
import type { RemarksEvent } from '#control';
import type { RecordedEvent } from '#event-store';
import {
  categoryOf,
  type Evidence,
  formatBaht,
  organisationOf,
  parseBaht,
  QUARTERS,
  type RefusalError,
  streams,
  subtract,
  sum,
} from '#kernel';
import { drawsOf } from '../budget/account-posting.ts';
import { catalogue } from '../embedded/catalogue.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
import { eventAt, eventsOfPosting } from '../receipts/posting-events.ts';
import { receiptLink } from './poster.ts';

/** Events that are listed of one posting. */
const MOST_EVENTS = 500;
/** Remarks that are listed; no posting takes more. */
const MOST_REMARKS = 200;
/** Decisions that follow from another of the same posting: their amounts are its own again. */
const FOLLOWING: readonly unknown[] = ['transfer-in', 'take-up-contract-year', 'release-request'];

/** A command as it stands in the log, with the category that it was said to. */
interface Said {
  readonly category: string;
  readonly command: Readonly<Record<string, unknown>>;
}

/** Reads a posting back from the log: what was asked, what was recorded, what it changed, what was added later. */
@Injectable()
export class RecordedPostings {
  constructor(private readonly ledger: EmbeddedLedger) {}

  /** The events of the posting that one event belongs to. Refuses with `event-unknown`. */
  async eventsAt(text: string): Promise<readonly RecordedEvent[]> {
    const { store } = this.ledger;
    const position = await store.parsePosition(text);
    const event = position === undefined ? undefined : await eventAt(store, position);
    if (event) return eventsOfPosting(store, event, MOST_EVENTS);
    throw await this.unknown(text);
  }

  /** There is no such event; or none that who asks may know of. */
  async unknown(text: string): Promise<RefusalError> {
    return refuse('event-unknown', `The log has no event at position ${text.slice(0, 40)}.`, {
      position: text.slice(0, 40),
      head: (await this.ledger.store.head()) ?? null,
    });
  }

  /** Everything that its receipt says. */
  async describe(events: readonly RecordedEvent[]) {
    await this.ledger.projector.catchUp();
    const listed = events.slice(0, MOST_EVENTS);
    const [first, last] = [listed[0], listed.at(-1)];
    if (!first || !last) throw new Error('a posting has an event at least');
    const organisation = organisationOf(last.stream);
    const said = listed.flatMap(saidIn);
    return {
      schema: 'obligo.posting/1',
      number: last.position,
      organisation,
      command: last.metadata.commandId,
      commands: said.map(({ command }) => command),
      posts: said.map(({ category, command }) => `${category}/${String(command['type'])}`),
      ...accountIn(listed),
      amount: amountOf(said),
      effectiveOn: last.metadata.effectiveOn,
      recordedAt: this.ledger.localTime(organisation, last.recordedAt),
      bookedAt: this.ledger.localTime(organisation, last.bookedAt),
      imported: last.metadata.imported ?? false,
      ...saidBeside(listed),
      available: this.#moved(listed),
      events: listed.map((event) => this.#eventOf(event)),
      more: events.length > listed.length,
      remarks: await this.#remarksOn(organisation, last.metadata.commandId),
      ...receiptLink({ position: last.position, organisation }),
    };
  }

  #eventOf(event: RecordedEvent) {
    const { position, id, type, stream, metadata, data } = event;
    const row = this.ledger.tables.journal.at(position);
    return {
      position,
      id,
      type,
      stream,
      effectiveOn: metadata.effectiveOn,
      digest: eventDigest(event),
      data,
      reverses: row?.reverses ?? null,
      reversedBy: row?.reversedBy ?? null,
    };
  }

  /** What was available on each touched line before and after, as the read models keep it by position. */
  #moved(events: readonly RecordedEvent[]) {
    const [before, after] = [BigInt(events[0]?.position ?? 0) - 1n, BigInt(events.at(-1)?.position ?? 0)];
    const accounts = Map.groupBy(
      events.filter(({ stream }) => categoryOf(stream) === 'budgetaccount'),
      ({ stream }) => stream,
    );
    return [...accounts].flatMap(([stream, own]) => {
      const { organisation, project = '' } = placeOf(stream);
      const scope = { organisation, fiscalYear: yearOf(stream), project };
      const calendar = this.ledger.calendarOf(organisation);
      return drawsOf(
        own.map((event) => catalogue.read(event) as AccountEvent),
        calendar,
      ).map(({ line }) => ({
        fiscalYear: scope.fiscalYear,
        project,
        line: { ...line },
        before: this.#available({ ...scope, ...line }, before),
        after: this.#available({ ...scope, ...line }, after),
      }));
    });
  }

  #available(
    scope: {
      organisation: string;
      fiscalYear: number;
      project: string;
      fundSource: string;
      category: string;
    },
    knownAt: bigint,
  ): string {
    const { planVersusActual } = this.ledger.tables;
    const held = (measures: Parameters<typeof planVersusActual.balance>[1]) =>
      planVersusActual.balance(scope, measures, [...QUARTERS, 'after'], knownAt);
    return formatBaht(subtract(held(['budget']), held(['pre-committed', 'committed', 'disbursed'])));
  }

  async #remarksOn(organisation: string, command: string) {
    const found = [];
    const stream = streams.remarks(organisation, command);
    for await (const event of this.ledger.store.readStream(stream, { limit: MOST_REMARKS })) {
      const { text, evidence } = (catalogue.read(event) as RemarksEvent).data;
      found.push({
        position: event.position,
        at: this.ledger.localTime(organisation, event.recordedAt),
        actor: event.metadata.actor,
        ...(text === undefined ? {} : { text }),
        ...(evidence === undefined ? {} : { evidence }),
      });
    }
    return found;
  }
}

const yearOf = (stream: string): number => Number(stream.split('.')[1]);

function saidIn({ stream, metadata }: RecordedEvent): Said[] {
  const { command } = (metadata.asked ?? {}) as { readonly command?: Said['command'] };
  return command === undefined ? [] : [{ category: categoryOf(stream), command }];
}

/** The account that it is about, where it is about one. */
function accountIn(events: readonly RecordedEvent[]): { fiscalYear: number | null; project: string | null } {
  const accounts = new Set(
    events.map(({ stream }) => stream).filter((name) => categoryOf(name) === 'budgetaccount'),
  );
  const [only, ...others] = accounts;
  if (only === undefined || others.length > 0) return { fiscalYear: null, project: null };
  return { fiscalYear: yearOf(only), project: placeOf(only).project ?? null };
}

/** Amounts stand in commands as decimal strings in baht. */
function amountOf(said: readonly Said[]): string | null {
  const own = said.filter(
    ({ category, command }) => category === 'budgetaccount' && !FOLLOWING.includes(command['type']),
  );
  // Several acts together, as history that is taken over, are about no one amount.
  if (new Set(own.map(({ command }) => command['type'])).size > 1) return null;
  const amounts = own.flatMap(({ command }) => {
    const amount = command['amount'] ?? command['change'];
    return typeof amount === 'string' ? [parseBaht(amount)] : [];
  });
  return amounts.length === 0 ? null : formatBaht(sum(amounts));
}

/** What stands beside the facts: who, why, and the files that it rests on. */
function saidBeside(events: readonly RecordedEvent[]) {
  const metadata = events.map((event) => event.metadata);
  const files = new Map<string, Evidence>();
  for (const { evidence = [] } of metadata) for (const file of evidence) files.set(file.sha256, file);
  const approval = events.find(({ stream }) => categoryOf(stream) === 'approval');
  const of = <K extends 'onBehalfOf' | 'reason' | 'source'>(name: K) =>
    metadata.find((each) => each[name] !== undefined)?.[name] ?? null;
  return {
    actor: metadata.at(-1)?.actor ?? '',
    onBehalfOf: of('onBehalfOf'),
    reason: of('reason'),
    source: of('source'),
    approval: approval === undefined ? null : approval.stream.slice(approval.stream.indexOf('.') + 1),
    evidence: [...files.values()],
  };
}
