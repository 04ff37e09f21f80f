import { randomUUID } from 'node:crypto';
import type { RecordedEvent } from '#event-store';
import { collect } from '#event-store/testing';
import { type FiscalYear, streams } from '#kernel';
import type { LedgerUnderTest } from './ledger-under-test.fixture.ts';

/** The account that an event is smuggled into. */
export const SMUGGLED_INTO = streams.budgetAccount('main', 2569 as FiscalYear, 'P01');

export async function lastOf({ ledger }: LedgerUnderTest): Promise<RecordedEvent> {
  const { store } = ledger.embedded;
  const [last] = await collect(store.readStream(SMUGGLED_INTO, { direction: 'backwards', limit: 1 }));
  return last as RecordedEvent;
}

/** Records what no decider decides; answers its position. */
export async function smuggle(
  ledger: LedgerUnderTest,
  type: string,
  data: object,
  schemaVersion = 1,
): Promise<string> {
  const id = randomUUID();
  const metadata = {
    actor: 'x',
    commandId: id,
    correlationId: id,
    causationId: id,
    effectiveOn: '2025-12-01',
  };
  const events = [{ id, type, schemaVersion, data, metadata }];
  const { revision } = await lastOf(ledger);
  const { store } = ledger.ledger.embedded;
  return (await store.append({ stream: SMUGGLED_INTO, expected: revision, events })).position;
}
