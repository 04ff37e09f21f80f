import { describe, expect, it, jest } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { createMemoryEventStore, type Position, type StoreStanding } from '#event-store';
import { FollowedHere, ProjectionStopped } from '#read-models';
import { Happenings } from './happenings.ts';

/** What happened, as lines of a log whose level is as given. */
function listening(level: 'silent' | 'info' = 'silent') {
  const stream = new PassThrough();
  const lines = (): Record<string, unknown>[] =>
    String(stream.read() ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { happenings: new Happenings(level, stream), lines };
}

/** A store whose home comes and goes. */
const standingAt = (standing: { state: StoreStanding['state'] }) =>
  Object.assign(createMemoryEventStore(), { standing: () => standing });

describe('what an operator must hear of', () => {
  it('is a line with a name that can be looked for, whatever level the log has', () => {
    const { happenings, lines } = listening('silent');
    happenings.alarm('somebody deleted obligo/budgetaccount-etda.2569.P01');
    happenings.stopped(new Error('the disk is full'));
    expect(lines()).toEqual([
      expect.objectContaining({ event: 'store-alarm', level: 60, msg: expect.stringContaining('deleted') }),
      expect.objectContaining({ event: 'follower-stopped', level: 50, msg: 'the disk is full' }),
    ]);
  });

  it('names the read model and the event that stopped it', () => {
    const { happenings, lines } = listening();
    const at = {
      position: '7' as Position,
      type: 'CommitmentReleased',
      stream: 'budgetaccount-etda.2569.P01',
    };
    happenings.stopped(new ProjectionStopped(at, new Error('no such commitment'), 'documents'));
    const facts = { position: '7', eventType: 'CommitmentReleased', readModel: 'documents' };
    const msg = expect.stringMatching(/position 7 .*which documents cannot take: no such commitment/);
    expect(lines()).toEqual([expect.objectContaining({ event: 'read-models-stopped', ...facts, msg })]);
  });

  it('is a warning where the read models go on, at the cost of the postings', () => {
    const { happenings, lines } = listening('info');
    happenings.stopped(new FollowedHere(new Error('it ended with code 1')));
    const msg = expect.stringContaining('it ended with code 1');
    expect(lines()).toEqual([expect.objectContaining({ event: 'read-models-thread-lost', level: 40, msg })]);
  });

  it('tells once when the home of a log is lost, found again, or changed', () => {
    jest.useFakeTimers();
    try {
      const { happenings, lines } = listening('info');
      const ledger = { state: 'ready' as StoreStanding['state'] };
      const stop = happenings.watch(
        { ledger: standingAt(ledger), access: standingAt({ state: 'ready' }) },
        10,
      );
      for (const state of [
        'ready',
        'disconnected',
        'disconnected',
        'catching-up',
        'ready',
        'alarm',
      ] as const) {
        ledger.state = state;
        jest.advanceTimersByTime(10);
      }
      stop();
      ledger.state = 'ready';
      jest.advanceTimersByTime(100);
      expect(lines().map(({ event, log, before, state }) => [event, log, before, state])).toEqual([
        ['store-disconnected', 'ledger', 'ready', 'disconnected'],
        ['store-reconnected', 'ledger', 'disconnected', 'catching-up'],
        ['store-standing', 'ledger', 'catching-up', 'ready'],
        ['store-alarm', 'ledger', 'ready', 'alarm'],
      ]);
    } finally {
      jest.useRealTimers();
    }
  });
});
