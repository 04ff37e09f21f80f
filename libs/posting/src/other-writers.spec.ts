import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StorageFailed, UnknownOutcome } from '#event-store';
import { Lanes } from './lanes.ts';
import { type LaggingCopy, laggingCopy } from './lagging-copy.fixture.ts';
import {
  allocate,
  catalogue,
  commit,
  fund,
  type Ledger,
  ledgers,
  NOW,
  open,
  recorderOn,
  refusalOf,
  to,
  under,
  wholeLog,
} from './ledger.fixture.ts';
import { Recorder } from './recorder.ts';

interface Process extends LaggingCopy {
  readonly recorder: Recorder;
}

/** What one of several processes does with the log: a copy that is behind, and a recorder that knows of the others. */
function processOn(ledger: Ledger, { lagMs = 8, patienceMs = 15_000, tries = 20 } = {}): Process {
  const copy = laggingCopy(ledger.store, { lagMs });
  const patience = { tries, milliseconds: patienceMs, longestWait: 20 };
  const others = { newest: copy.newest, patience };
  return {
    ...copy,
    recorder: new Recorder({ store: copy.store, catalogue, clock: () => NOW, others }),
  };
}

const order = (process: Process, number: string, amount = '1.00') =>
  process.recorder.post(to('P01', commit(number, amount)), under(number));

describe.each(ledgers)('two processes on one log %s', (_, openLedger) => {
  let ledger: Ledger;
  let one: Process;
  let other: Process;

  beforeEach(async () => {
    ledger = openLedger();
    one = processOn(ledger);
    other = processOn(ledger);
    await fund({ recorder: one.recorder }, 'P01', '60.00');
  });
  afterEach(() => ledger.close());

  it('post to one account at once: no overspend, no lost command, and both make progress', async () => {
    const numbers = Array.from({ length: 50 }, (_each, index) => `PO-${index}`);
    const answers = await Promise.allSettled(
      [one, other].flatMap((process, which) => numbers.map((number) => order(process, `${number}-${which}`))),
    );
    const recorded = answers.filter(({ status }) => status === 'fulfilled');
    expect(recorded).toHaveLength(60);
    for (const answer of answers) {
      if (answer.status === 'rejected')
        expect(answer.reason).toMatchObject({ refusal: { code: 'budget-exceeded' } });
    }
    const made = (await wholeLog(ledger.store)).filter(({ type }) => type === 'CommitmentMade');
    expect(new Set(made.map(({ metadata }) => metadata.commandId)).size).toBe(60);
    expect(made).toHaveLength(60);
    const shares = [answers.slice(0, 50), answers.slice(50)].map(
      (each) => each.filter(({ status }) => status === 'fulfilled').length,
    );
    expect(Math.min(...shares)).toBeGreaterThan(0);
    expect(one.conflicts() + other.conflicts()).toBeGreaterThan(0);
  });

  it('given one key at once record once, and give one answer', async () => {
    const receipts = await Promise.all(
      Array.from({ length: 8 }, (_each, index) => order(index % 2 ? one : other, 'PO-1')),
    );
    expect(new Set(receipts.map(({ position }) => position)).size).toBe(1);
    expect(receipts.filter(({ replayed }) => !replayed)).toHaveLength(1);
  });

  it('given one key for two inputs record one and refuse the other', async () => {
    const answers = await Promise.allSettled([order(one, 'PO-1', '1.00'), order(other, 'PO-1', '2.00')]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { refusal: { code: 'idempotency-key-reused' } },
    });
  });

  it('refuse nothing on a copy that is behind what the caller was told by the other', async () => {
    for (let round = 0; round < 10; round++) {
      await one.recorder.post(to('P01', allocate('5.00')), under(`allocate-${round}`));
      const receipt = await order(other, `PO-${round}`, round === 0 ? '65.00' : '5.00');
      expect(receipt.events.map(({ type }) => type)).toEqual(['CommitmentMade']);
    }
  });

  it('give the first answer again where the other recorded it, though now it would be refused', async () => {
    const first = await order(one, 'PO-1', '60.00');
    const again = await order(other, 'PO-1', '60.00');
    expect(again).toMatchObject({ replayed: true, position: first.position });
  });

  it('record several at once, all or none, while the other writes the same accounts', async () => {
    await fund({ recorder: other.recorder }, 'P02', '60.00');
    const both = (process: Process, name: string) =>
      process.recorder.postAll(
        ['P01', 'P02'].map((project) => to(project, commit(`${name}-${project}`, '1.00'))),
        under(name),
      );
    const receipts = await Promise.all(
      [one, other].flatMap((process, which) =>
        Array.from({ length: 8 }, (_each, index) => both(process, `S${which}-${index}`)),
      ),
    );
    expect(receipts.map(({ events }) => events.length)).toEqual(Array(16).fill(2));
    const made = (await wholeLog(ledger.store)).filter(({ type }) => type === 'CommitmentMade');
    expect(made).toHaveLength(32);
  });

  it('answer a dry run on what the log has, and record nothing', async () => {
    await order(one, 'PO-1', '60.00');
    const dry = under('dry', { dryRun: true });
    const refused = other.recorder.post(to('P01', commit('PO-2', '1.00')), dry);
    expect(await refusalOf(refused)).toMatchObject({ code: 'budget-exceeded' });
  });
});

describe('a process that cannot ask the home of the log', () => {
  const openLedger = ledgers[0]![1];
  const unreachable = (ledger: Ledger, error: Error): Recorder =>
    new Recorder({
      store: { ...processOn(ledger).store, appendMany: () => Promise.reject(error) },
      catalogue,
      clock: () => NOW,
      others: { newest: () => Promise.reject(new StorageFailed('the line is cut')) },
    });

  it('gives no verdict that may rest on an old copy, and says that it may be asked again', async () => {
    const ledger = openLedger();
    const cut = unreachable(ledger, new UnknownOutcome([], 'the line is cut'));
    const refused = await refusalOf(cut.post(to('P01', commit('PO-1', '1.00')), under('PO-1')));
    expect(refused).toMatchObject({ code: 'log-unreachable', kind: 'unavailable' });
    await ledger.close();
  });

  it('decides nothing again after an append whose outcome nobody knows', async () => {
    const ledger = openLedger();
    let appends = 0;
    const { store, newest } = processOn(ledger);
    const appendMany = () => {
      appends += 1;
      return Promise.reject(new UnknownOutcome([], 'the line is cut'));
    };
    const cut = new Recorder({
      store: { ...store, appendMany },
      catalogue,
      clock: () => NOW,
      others: { newest },
    });
    const refused = await refusalOf(cut.post(to('P01', open('P01')), under('open')));
    expect(refused).toMatchObject({ code: 'outcome-unknown', kind: 'unavailable' });
    expect(appends).toBe(1);
    await ledger.close();
  });
});

describe('an account that others write without a break', () => {
  const openLedger = ledgers[0]![1];

  it('is given up only after real effort, and nothing is recorded', async () => {
    const ledger = openLedger();
    await fund(ledger, 'P01', '1000.00');
    const patient = processOn(ledger, { lagMs: 2, patienceMs: 300, tries: 5 });
    const rival = recorderOn(ledger.store);
    let rivals = 0;
    // Whatever it decides on, the rival comes first.
    const store = {
      ...patient.store,
      appendMany: async (...append: Parameters<typeof patient.store.appendMany>) => {
        await rival.post(to('P01', commit(`R-${++rivals}`, '0.01')), under(`R-${rivals}`));
        return patient.store.appendMany(...append);
      },
    };
    const others = { newest: patient.newest, patience: { tries: 5, milliseconds: 300, longestWait: 20 } };
    const beaten = new Recorder({ store, catalogue, clock: () => NOW, others });
    const began = performance.now();
    const refused = await refusalOf(beaten.post(to('P01', commit('PO-1', '1.00')), under('PO-1')));
    expect(refused).toMatchObject({ code: 'account-contended', kind: 'unavailable' });
    expect(performance.now() - began).toBeGreaterThanOrEqual(300);
    expect(rivals).toBeGreaterThanOrEqual(5);
    expect(await ledger.store.findCommand('etda/PO-1')).toBeUndefined();
    await ledger.close();
  });
});

describe('the lanes of a process', () => {
  it('let one command at a time onto a stream, in order, and others pass on other streams', async () => {
    const lanes = new Lanes();
    const said: string[] = [];
    const gate = Promise.withResolvers<undefined>();
    const run = (
      name: string,
      streams: readonly string[],
      until: Promise<undefined> = Promise.resolve(undefined),
    ) =>
      lanes.take(streams, async () => {
        said.push(`${name} begins`);
        await until;
        said.push(`${name} ends`);
      });
    const first = run('first', ['a'], gate.promise);
    const second = run('second', ['b', 'a']);
    await run('beside', ['c']);
    gate.resolve(undefined);
    await Promise.all([first, second]);
    expect(said).toEqual([
      'first begins',
      'beside begins',
      'beside ends',
      'first ends',
      'second begins',
      'second ends',
    ]);
  });

  it('refuse when too many wait, and leave a stream alone now and then', async () => {
    const lanes = new Lanes({ burst: 0, rest: [20, 30], queue: 2 });
    const began = performance.now();
    const [one, two, three] = ['x', 'y', 'z'].map((name) => lanes.take(['a'], async () => name));
    await expect(three).rejects.toMatchObject({ name: 'Busy' });
    expect(await Promise.all([one, two])).toEqual(['x', 'y']);
    expect(performance.now() - began).toBeGreaterThanOrEqual(19);
    expect(await lanes.take(['a'], async () => 'free again')).toBe('free again');
  });
});
