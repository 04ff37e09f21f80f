import { randomUUID } from 'node:crypto';
import type { RecordedEvent } from '#event-store';
import { collect } from '#event-store/testing';
import { type FiscalYear, streams } from '#kernel';
import type { Ledger } from '../src/ledger.ts';

/** The account that an event is smuggled into. */
export const SMUGGLED_INTO = streams.budgetAccount('main', 2569 as FiscalYear, 'P01');

/** A ledger that a test has opened, by whatever fixture. */
interface Opened {
  readonly ledger: Ledger;
}

export async function lastOf({ ledger }: Opened): Promise<RecordedEvent | undefined> {
  const { store } = ledger.embedded;
  const [last] = await collect(store.readStream(SMUGGLED_INTO, { direction: 'backwards', limit: 1 }));
  return last;
}

/** Records what no decider decides; answers its position. */
export async function smuggle(
  opened: Opened,
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
  const expected = (await lastOf(opened))?.revision ?? 'none';
  const { store } = opened.ledger.embedded;
  return (await store.append({ stream: SMUGGLED_INTO, expected, events })).position;
}
