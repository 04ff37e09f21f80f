import { describe, expect, it } from '@jest/globals';
import { createMemoryEventStore, type EventStore } from '#event-store';
import { command, posting } from '#event-store/testing';
import { mustFit } from './faults.ts';
import { inspect } from './inspect-logs.ts';

const clock = () => Date.parse('2026-03-31T05:00:00Z');

/** A log of single events in streams of their own, which need no links. */
async function logOf(...names: readonly string[]): Promise<EventStore> {
  const store = createMemoryEventStore({ clock });
  for (const name of names) {
    const data = { document: name, words: name.repeat(100) };
    await store.append(
      { stream: `account-${name}`, expected: 'none', events: [posting(name, { data })] },
      command(name),
    );
  }
  return store;
}

async function inspectOf(store: EventStore, beginning?: EventStore) {
  const telling = { onStep: () => undefined, signal: new AbortController().signal };
  return inspect({ name: 'the log', store, head: await store.head(), heads: [] }, beginning, telling);
}

describe('a log beside the beginning of it', () => {
  it('shares what both have, and comes to the same as its like', async () => {
    const [log, same, beginning] = [
      await logOf('a', 'b', 'c'),
      await logOf('a', 'b', 'c'),
      await logOf('a', 'b'),
    ];
    const inspected = await inspectOf(log, beginning);
    expect(inspected).toMatchObject({ shared: 2, sharedUpTo: '2', difference: undefined, findings: [] });
    expect(inspected.summary).toMatchObject({ events: 3, commands: 3, streams: 3 });
    expect((await inspectOf(same)).summary).toEqual(inspected.summary);
    expect((await inspectOf(beginning)).summary).not.toMatchObject({ root: inspected.summary.root });
  });

  it('shares nothing with an empty one', async () => {
    expect(await inspectOf(await logOf('a'), await logOf())).toMatchObject({
      shared: 0,
      difference: undefined,
    });
  });

  it('tells the first place at which the other is another', async () => {
    const { shared, difference } = await inspectOf(await logOf('a', 'b', 'c'), await logOf('a', 'x', 'c'));
    expect([shared, difference]).toEqual([1, expect.stringMatching(/^event 2 there is DisbursementPosted/)]);
    const longer = await inspectOf(await logOf('a'), await logOf('a', 'b'));
    expect(longer.difference).toMatch(/^the log ends after 1 events, and there follows DisbursementPosted/);
  });
});

describe('an event that a store does not take', () => {
  it('is told by its place and size, before anything is written', async () => {
    const inspected = await inspectOf(await logOf('a', 'long name', 'c'));
    expect(inspected.largest.place).toBe(2);
    const most = inspected.largest.bytes;
    mustFit('there', 'ledger', inspected, most);
    expect(() => mustFit('there', 'ledger', inspected, most - 1)).toThrow(
      `Event 2 of the log has ${most} bytes, and there takes ${most - 1} at most. Nothing was written.`,
    );
  });
});
