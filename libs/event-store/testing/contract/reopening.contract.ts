import { expect } from '@jest/globals';
import type { EventStore } from '../../src/event-store.ts';
import type { ContractCases, OpenedStore } from '../event-store-contract.ts';
import { collect, command, posting, postings, rejectionOf } from '../samples.ts';

async function reopened({ reopen }: OpenedStore): Promise<EventStore> {
  if (!reopen) throw new Error('a durable store must open again');
  return reopen();
}

export const reopeningContract: ContractCases = {
  'finds everything as it was': async (open) => {
    const opened = await open();
    const marker = command('post-1');
    await opened.store.append({ stream: 'account-1', expected: 'none', events: postings('a', 3) }, marker);
    await opened.store.append({ stream: 'account-2', expected: 'none', events: postings('b', 2) });
    const before = await collect(opened.store.readAll());
    const store = await reopened(opened);
    expect(await collect(store.readAll())).toEqual(before);
    expect(await store.findCommand(marker.key)).toMatchObject(marker);
    expect(await store.head()).toBe(before.at(-1)?.position);
  },

  'goes on where it stopped': async (open) => {
    const opened = await open();
    const { position } = await opened.store.append({
      stream: 'account-1',
      expected: 'none',
      events: postings('a', 3),
    });
    const store = await reopened(opened);
    const wrong = store.append({ stream: 'account-1', expected: 1n, events: [posting('b')] });
    expect(await rejectionOf(wrong)).toMatchObject({ actual: 2n });
    const next = await store.append({ stream: 'account-1', expected: 2n, events: [posting('b')] });
    expect(store.comparePositions(next.position, position)).toBe(1);
  },

  'recognises an append and a command from before': async (open) => {
    const opened = await open();
    const write = { stream: 'account-1', expected: 'none', events: postings('a', 2) } as const;
    const answer = await opened.store.append(write, command('post-1'));
    const store = await reopened(opened);
    expect(await store.append(write)).toEqual({ ...answer, deduplicated: true });
    expect(await rejectionOf(store.append(write, command('post-1')))).toMatchObject({
      name: 'CommandAlreadyRecorded',
    });
  },

  'keeps what was waiting when it was closed': async (open) => {
    const opened = await open();
    const waiting = Array.from({ length: 500 }, (_, index) =>
      opened.store.append({
        stream: `account-${index}`,
        expected: 'none',
        events: [posting(`doc-${index}`)],
      }),
    );
    const store = await reopened(opened);
    expect(await Promise.all(waiting)).toHaveLength(500);
    expect(await collect(store.readAll())).toHaveLength(500);
  },
};
