import { v5 } from 'uuid';
import type { Instant } from '#kernel';
import type { CommandMarker, EventStore, NewEvent, RecordedEvent } from '../src/event-store.ts';

/** Events, commands and small helpers for the tests of stores. Identities follow from names, so that runs repeat. */
const NAMESPACE = '9c1f0a52-7d5e-5d1b-8a3e-2f6f3a4b5c6d';

export const idOf = (name: string): string => v5(name, NAMESPACE);

/** An event whose identity and content follow from its name. */
export function posting(name: string, overrides: Partial<NewEvent> = {}): NewEvent {
  return {
    id: idOf(name),
    type: 'DisbursementPosted',
    schemaVersion: 1,
    data: { document: name, amount: '1503340.00' },
    metadata: {
      actor: 'finance-officer',
      commandId: name,
      correlationId: name,
      causationId: name,
      effectiveOn: '2025-12-30',
    },
    ...overrides,
  };
}

/** `count` events named `prefix-0`, `prefix-1`, … */
export function postings(prefix: string, count: number): NewEvent[] {
  return Array.from({ length: count }, (_, index) => posting(`${prefix}-${index}`));
}

/** History taken over from elsewhere, booked at a moment. */
export function imported(name: string, bookedAt: string): NewEvent {
  const event = posting(name);
  return { ...event, metadata: { ...event.metadata, imported: true }, bookedAt: bookedAt as Instant };
}

export function command(key: string, answer: unknown = { done: key }): CommandMarker {
  return { key: `etda/${key}`, inputHash: 'ab'.repeat(32), answer };
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Documents of all events, in the order of the log. */
export async function documentsIn(store: EventStore): Promise<string[]> {
  return (await collect(store.readAll())).map(documentOf);
}

export function documentOf(event: RecordedEvent): string {
  return (event.data as { document: string }).document;
}

/** What a promise was rejected with; fails when it was not. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  const nothing = Symbol();
  const reason = await promise.then(
    () => nothing,
    (error: unknown) => error,
  );
  if (reason === nothing) throw new Error('expected a rejection, and it was accepted');
  return reason;
}

/** What the refused ones were refused with. */
export function reasonsIn(outcomes: readonly PromiseSettledResult<unknown>[]): unknown[] {
  return outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
}
