import { expect } from '@jest/globals';
import { CommandAlreadyRecorded, InvalidAppend, WrongExpectedRevision } from '../../src/errors.ts';
import type { Position } from '../../src/event-store.ts';
import type { ContractCases } from '../event-store-contract.ts';
import { collect, command, documentsIn, posting, postings, reasonsIn, rejectionOf } from '../samples.ts';

export const commandContract: ContractCases = {
  'remembers the answer of a command with the place of its last event': async (open) => {
    const { store } = await open();
    const marker = command('post-1', { document: 'a', lines: ['x'] });
    const result = await store.append(
      { stream: 'account-1', expected: 'none', events: postings('a', 2) },
      marker,
    );
    const { position, recordedAt } = result;
    expect(await store.findCommand(marker.key)).toEqual({ ...marker, position, recordedAt });
    expect(await store.findCommand('etda/never-given')).toBeUndefined();
  },

  'answers a command that comes again with what was recorded, and writes nothing': async (open) => {
    const { store } = await open();
    const marker = command('post-1');
    await store.append({ stream: 'account-1', expected: 'none', events: postings('a', 1) }, marker);
    const recorded = await store.findCommand(marker.key);
    for (const events of [postings('a', 1), postings('b', 1)]) {
      const again = store.append(
        { stream: 'account-1', expected: 0n, events },
        { ...marker, answer: { other: true }, inputHash: 'cd'.repeat(32) },
      );
      const error = await rejectionOf(again);
      expect(error).toBeInstanceOf(CommandAlreadyRecorded);
      expect(error).toMatchObject({ recorded });
    }
    expect(await documentsIn(store)).toEqual(['a-0']);
  },

  'forgets a command whose events were refused': async (open) => {
    const { store } = await open();
    const marker = command('post-1');
    const refused = store.append({ stream: 'account-1', expected: 7n, events: postings('a', 1) }, marker);
    expect(await rejectionOf(refused)).toBeInstanceOf(WrongExpectedRevision);
    expect(await store.findCommand(marker.key)).toBeUndefined();
    await store.append({ stream: 'account-1', expected: 'none', events: postings('a', 1) }, marker);
    expect(await store.findCommand(marker.key)).toMatchObject(marker);
  },

  'lets one of 20 senders of the same key through': async (open) => {
    const { store } = await open();
    const senders = Array.from({ length: 20 }, (_, sender) =>
      store.append(
        { stream: `account-${sender}`, expected: 'none', events: [posting(`sender-${sender}`)] },
        command('post-1', { sender }),
      ),
    );
    const outcomes = await Promise.allSettled(senders);
    const winner = outcomes.findIndex((outcome) => outcome.status === 'fulfilled');
    const lost = reasonsIn(outcomes);
    expect(lost).toHaveLength(19);
    for (const reason of lost) expect(reason).toMatchObject({ recorded: { answer: { sender: winner } } });
    expect(await documentsIn(store)).toEqual([`sender-${winner}`]);
  },

  'reads all commands in the order of their positions, after a position': async (open) => {
    const { store } = await open();
    const positions: Position[] = [];
    for (const name of ['c', 'a', 'b']) {
      const write = { stream: `account-${name}`, expected: 'none', events: postings(name, 2) } as const;
      positions.push((await store.append(write, command(name))).position);
    }
    const keys = async (after?: Position) =>
      (await collect(store.readCommands(after === undefined ? {} : { after }))).map(({ key }) => key);
    expect(await keys()).toEqual(['etda/c', 'etda/a', 'etda/b']);
    expect(await keys(positions[0])).toEqual(['etda/a', 'etda/b']);
    expect(await keys(positions[2])).toEqual([]);
    const [first] = await collect(store.readCommands());
    expect(first).toEqual(await store.findCommand(command('c').key));
    expect(store.standing().state).toBe('ready');
  },

  'refuses a marker that is malformed': async (open) => {
    const { store } = await open();
    for (const marker of [
      { ...command('a'), key: '' },
      { ...command('a'), inputHash: 'short' },
      command('a', { amount: 0.1 }),
    ]) {
      const attempt = store.append(
        { stream: 'account-1', expected: 'none', events: postings('a', 1) },
        marker,
      );
      expect(await rejectionOf(attempt)).toBeInstanceOf(InvalidAppend);
    }
    expect(await store.head()).toBeUndefined();
  },
};
