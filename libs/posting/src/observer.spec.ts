import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryEventStore, type EventStore } from '#event-store';
import {
  allocate,
  catalogue,
  commit,
  fund,
  NOW,
  open,
  recorderOn,
  refusalOf,
  to,
  under,
} from './ledger.fixture.ts';
import type { PostingObserver, StepFacts } from './observer.ts';
import { Recorder } from './recorder.ts';
import { commandIdOf } from './submission.ts';

let store: EventStore;
let heard: [what: string, facts?: StepFacts][];
let recorder: Recorder;

const observer: PostingObserver = {
  step: (name, facts, run) => {
    heard.push([name, facts]);
    return run();
  },
  again: (reason) => heard.push([reason]),
};

beforeEach(async () => {
  store = createMemoryEventStore({ clock: () => Date.parse(NOW) });
  await fund({ recorder: recorderOn(store) }, 'P01', '100.00');
  heard = [];
  recorder = new Recorder({ store, catalogue, clock: () => NOW, observer });
});
afterEach(() => store.close());

const steps = (): string[] => heard.map(([what]) => what);

describe('whoever hears what becomes of commands', () => {
  it('hears of a command, its decision and its append, in this order', async () => {
    await recorder.post(to('P01', commit('PO-1', '1.00')), under('order-1'));
    const commandId = commandIdOf('etda', 'order-1');
    expect(heard).toEqual([
      ['posting.command', { commandId, organisation: 'etda', count: 1, dryRun: false, command: 'commit' }],
      ['posting.decide', { command: 'commit' }],
      ['posting.append', { count: 1 }],
    ]);
  });

  it('hears of several commands that stand together as one, with a decision each', async () => {
    await recorder.postAll([to('P02', open('P02')), to('P02', allocate('5.00'))], under('open-P02'));
    expect(steps()).toEqual(['posting.command', 'posting.decide', 'posting.decide', 'posting.append']);
    expect(heard[0]?.[1]).toMatchObject({ count: 2, command: 'open-account' });
  });

  it('hears that a command is decided again when somebody else wrote the account', async () => {
    await recorder.post(to('P01', commit('PO-1', '1.00')), under('order-1'));
    await recorderOn(store).post(to('P01', commit('PO-2', '1.00')), under('order-2'));
    heard = [];
    await recorder.post(to('P01', commit('PO-3', '1.00')), under('order-3'));
    expect(steps()).toEqual([
      'posting.command',
      ...['posting.decide', 'posting.append', 'conflict'],
      ...['posting.decide', 'posting.append'],
    ]);
  });

  it('hears of a refusal as it is thrown, and of no append', async () => {
    const refused = recorder.post(to('P01', commit('PO-1', '100.01')), under('order-1'));
    expect(await refusalOf(refused)).toMatchObject({ code: 'budget-exceeded' });
    expect(steps()).toEqual(['posting.command', 'posting.decide']);
  });

  it('hears nothing when an answer is given again', async () => {
    await recorder.post(to('P01', commit('PO-1', '1.00')), under('order-1'));
    heard = [];
    const again = await recorder.post(to('P01', commit('PO-1', '1.00')), under('order-1'));
    expect([again.replayed, heard]).toEqual([true, []]);
  });
});
