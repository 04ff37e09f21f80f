import { expect } from '@jest/globals';
import { CorruptedIdempotency } from '../../src/errors.ts';
import type { StreamWrite } from '../../src/event-store.ts';
import type { ContractCases } from '../event-store-contract.ts';
import { documentsIn, posting, postings, rejectionOf } from '../samples.ts';

const first: StreamWrite = { stream: 'account-1', expected: 'none', events: postings('a', 2) };

export const repetitionContract: ContractCases = {
  'gives the first answer again when the same append comes twice': async (open) => {
    const { store } = await open();
    const answer = await store.append(first);
    expect(await store.append(first)).toEqual({ ...answer, deduplicated: true });
    expect(await documentsIn(store)).toEqual(['a-0', 'a-1']);
  },

  'gives the first answer again though the account has moved on': async (open) => {
    const { store } = await open();
    const answer = await store.append(first);
    await store.append({ stream: 'account-1', expected: 1n, events: postings('b', 3) });
    expect(await store.append(first)).toEqual({ ...answer, deduplicated: true });
    expect(await store.append({ ...first, expected: 4n })).toEqual({ ...answer, deduplicated: true });
    expect(await documentsIn(store)).toEqual(['a-0', 'a-1', 'b-0', 'b-1', 'b-2']);
  },

  'recognises an append that comes twice at the same time': async (open) => {
    const { store } = await open();
    const answers = await Promise.all([store.append(first), store.append(first), store.append(first)]);
    expect(answers.map((answer) => answer.deduplicated).sort()).toEqual([false, true, true]);
    expect(new Set(answers.map((answer) => answer.position)).size).toBe(1);
    expect(await documentsIn(store)).toEqual(['a-0', 'a-1']);
  },

  'recognises a repeated append over several accounts': async (open) => {
    const { store } = await open();
    const writes = [first, { ...first, stream: 'account-2', events: postings('b', 1) }];
    const answer = await store.appendMany(writes, []);
    await store.append({ stream: 'account-2', expected: 0n, events: postings('c', 1) });
    expect(await store.appendMany(writes, [])).toEqual({ ...answer, deduplicated: true });
  },

  'raises the alarm when a known identity comes with other content': async (open) => {
    const { store } = await open();
    await store.append(first);
    const [a0, a1] = first.events;
    const other = { data: { document: 'a-1', amount: '1503340.01' } };
    const attempts: StreamWrite[] = [
      { ...first, events: [posting('a-0'), posting('a-1', other)] },
      { ...first, events: [posting('a-0'), posting('a-1', { type: 'DisbursementReversed' })] },
      { ...first, events: [posting('a-0'), posting('a-1', { schemaVersion: 2 })] },
      { ...first, events: [posting('a-0'), posting('a-1', { metadata: posting('x').metadata })] },
      { ...first, events: a0 && a1 ? [a1, a0] : [] },
    ];
    for (const attempt of attempts) {
      expect(await rejectionOf(store.append(attempt))).toBeInstanceOf(CorruptedIdempotency);
    }
    expect(await documentsIn(store)).toEqual(['a-0', 'a-1']);
  },

  'raises the alarm when only a part of an append is known': async (open) => {
    const { store } = await open();
    await store.append(first);
    for (const events of [
      [posting('a-1'), posting('new')],
      [posting('new'), posting('a-0')],
    ]) {
      const attempt = store.append({ stream: 'account-1', expected: 1n, events });
      expect(await rejectionOf(attempt)).toBeInstanceOf(CorruptedIdempotency);
    }
    expect(await documentsIn(store)).toEqual(['a-0', 'a-1']);
  },

  'raises the alarm when a known identity is written to another account': async (open) => {
    const { store } = await open();
    await store.append(first);
    const attempt = store.append({ ...first, stream: 'account-2' });
    expect(await rejectionOf(attempt)).toBeInstanceOf(CorruptedIdempotency);
    expect(await documentsIn(store)).toEqual(['a-0', 'a-1']);
  },
};
