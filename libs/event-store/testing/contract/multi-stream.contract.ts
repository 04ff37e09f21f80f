import { expect } from '@jest/globals';
import { InvalidAppend, WrongExpectedRevision } from '../../src/errors.ts';
import type { StreamWrite } from '../../src/event-store.ts';
import type { ContractCases, OpenStore } from '../event-store-contract.ts';
import { collect, command, documentsIn, postings, rejectionOf } from '../samples.ts';

const transfer: StreamWrite[] = [
  { stream: 'account-from', expected: 0n, events: postings('out', 1) },
  { stream: 'account-to', expected: 'none', events: postings('in', 2) },
];

async function withAccount(open: OpenStore) {
  const { store } = await open();
  await store.append({ stream: 'account-from', expected: 'none', events: postings('open', 1) });
  return store;
}

export const multiStreamContract: ContractCases = {
  'writes a transfer to both accounts in the order given': async (open) => {
    const store = await withAccount(open);
    const result = await store.appendMany(transfer, [{ stream: 'year-2569', expected: 'none' }]);
    expect(result.revisions).toEqual(
      new Map([
        ['account-from', 1n],
        ['account-to', 1n],
      ]),
    );
    expect(await documentsIn(store)).toEqual(['open-0', 'out-0', 'in-0', 'in-1']);
    expect(await store.head()).toBe(result.position);
  },

  'leaves nothing behind when the last write does not fit': async (open) => {
    const store = await withAccount(open);
    const last: StreamWrite = { stream: 'account-third', expected: 3n, events: postings('third', 1) };
    const attempt = store.appendMany([...transfer, last], [], command('transfer'));
    expect(await rejectionOf(attempt)).toMatchObject({ stream: 'account-third', actual: undefined });
    expect(await documentsIn(store)).toEqual(['open-0']);
    expect(await store.findCommand('etda/transfer')).toBeUndefined();
    expect((await store.appendMany(transfer, [])).deduplicated).toBe(false);
  },

  'leaves nothing behind when the last check fails': async (open) => {
    const store = await withAccount(open);
    await store.append({ stream: 'year-2569', expected: 'none', events: postings('year', 2) });
    const checks = [
      { stream: 'policy-1', expected: 'none' },
      { stream: 'year-2569', expected: 0n },
    ] as const;
    const error = await rejectionOf(store.appendMany(transfer, checks));
    expect(error).toBeInstanceOf(WrongExpectedRevision);
    expect(error).toMatchObject({ stream: 'year-2569', actual: 1n });
    expect(await documentsIn(store)).toEqual(['open-0', 'year-0', 'year-1']);
  },

  'checks a stream without writing to it': async (open) => {
    const store = await withAccount(open);
    await store.append({ stream: 'year-2569', expected: 'none', events: postings('year', 1) });
    await store.appendMany(transfer, [{ stream: 'year-2569', expected: 0n }]);
    expect(await collect(store.readStream('year-2569'))).toHaveLength(1);
  },

  'takes several writes to one account, each counting the ones before': async (open) => {
    const { store } = await open();
    const result = await store.appendMany(
      [
        { stream: 'account-1', expected: 'none', events: postings('a', 2) },
        { stream: 'account-2', expected: 'none', events: postings('b', 1) },
        { stream: 'account-1', expected: 1n, events: postings('c', 1) },
      ],
      [],
    );
    expect(result.revisions.get('account-1')).toBe(2n);
    expect(await documentsIn(store)).toEqual(['a-0', 'a-1', 'b-0', 'c-0']);
  },

  'refuses the whole when a later write to the same account does not count the earlier one': async (open) => {
    const { store } = await open();
    const writes: StreamWrite[] = [
      { stream: 'account-1', expected: 'none', events: postings('a', 2) },
      { stream: 'account-1', expected: 'none', events: postings('b', 1) },
    ];
    expect(await rejectionOf(store.appendMany(writes, []))).toMatchObject({ actual: 1n });
    expect(await store.head()).toBeUndefined();
  },

  'refuses a check on a stream that is written as well': async (open) => {
    const store = await withAccount(open);
    const attempt = store.appendMany(transfer, [{ stream: 'account-from', expected: 0n }]);
    expect(await rejectionOf(attempt)).toBeInstanceOf(InvalidAppend);
  },
};
