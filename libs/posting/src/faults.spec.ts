import { describe, expect, it } from '@jest/globals';
import { createMemoryEventStore, Busy, BookedAtGoesBack, TooLarge, UnknownOutcome } from '#event-store';
import {
  collect,
  createFaultInjectingStore,
  type FaultInjectingStore,
  NO_FAULTS,
} from '#event-store/testing';
import { RefusalError } from '#kernel';
import { failureOf } from './failures.ts';
import {
  accountOf,
  commit,
  fund,
  type Ledger,
  ledgers,
  recorderOn,
  refusalOf,
  to,
  under,
  wholeLog,
} from './ledger.fixture.ts';

const FAULTS = { loseRequest: 0.08, loseAnswer: 0.08, delay: 0.3, duplicate: 0.1 };
const PROJECTS = ['P01', 'P02', 'P03', 'P04'];

describe.each(ledgers)('over an unreliable way to the log %s', (_, openLedger) => {
  it.each([1, 2, 3, 4, 5])('every posting is recorded exactly once (seed %d)', async (seed) => {
    let faulty: FaultInjectingStore | undefined;
    const ledger: Ledger = openLedger(
      (store) => (faulty = createFaultInjectingStore(store, { seed, faults: FAULTS })),
    );
    try {
      for (const project of PROJECTS) await fund(ledger, project, '10.00');
      const receipts = await Promise.all(
        PROJECTS.flatMap((project) =>
          Array.from({ length: 10 }, (_each, index) =>
            ledger.recorder.post(to(project, commit(`PO-${index}`, '1.00')), under(`${project}-${index}`)),
          ),
        ),
      );
      const made = (await wholeLog(ledger.store)).filter(({ type }) => type === 'CommitmentMade');
      expect(made).toHaveLength(40);
      expect(new Set(made.map(({ metadata }) => metadata.commandId)).size).toBe(40);
      expect(new Set(receipts.map(({ events }) => events.at(-1)?.id))).toEqual(
        new Set(made.map(({ id }) => id)),
      );
      for (const project of PROJECTS) {
        const refused = ledger.recorder.post(to(project, commit('PO-x', '0.01')), under(`${project}-x`));
        expect(await refusalOf(refused)).toMatchObject({ code: 'budget-exceeded' });
      }
      const { loseRequest = 0, loseAnswer = 0 } = faulty?.injected ?? {};
      expect(Math.min(loseRequest, loseAnswer)).toBeGreaterThan(0);
    } finally {
      await ledger.close();
    }
  });

  it('an answer that got lost is found by looking, not posted again', async () => {
    const ledger = openLedger();
    try {
      await fund(ledger, 'P01', '10.00');
      const deaf = recorderOn(
        createFaultInjectingStore(ledger.store, { seed: 1, faults: { ...NO_FAULTS, loseAnswer: 1 } }),
      );
      const receipt = await deaf.post(to('P01', commit('PO-1', '10.00')), under('order-1'));
      expect(receipt).toMatchObject({ replayed: true, events: [{ type: 'CommitmentMade' }] });
      const log = await collect(ledger.store.readStream(accountOf('P01')));
      expect(log.map(({ type }) => type)).toEqual([
        'BudgetAccountOpened',
        'BudgetAllocated',
        'CommitmentMade',
      ]);
    } finally {
      await ledger.close();
    }
  });
});

it('a log that never hears is given up, with a word that says so, and nothing is recorded', async () => {
  const store = createMemoryEventStore();
  const mute = recorderOn(
    createFaultInjectingStore(store, { seed: 1, faults: { ...NO_FAULTS, loseRequest: 1 } }),
  );
  const refused = await refusalOf(fund({ recorder: mute }, 'P01', '1.00'));
  expect(refused).toMatchObject({ kind: 'unavailable', code: 'outcome-unknown' });
  expect(await wholeLog(store)).toEqual([]);
});

describe('what the store says when it does not record', () => {
  it.each<[string, Error, string, object]>([
    ['that too much is waiting', new Busy(250), 'ledger-busy', { retryAfterMs: 250 }],
    ['that it is too large', new TooLarge(2_000_000, 1_048_576), 'posting-too-large', {}],
    ['nothing at all', new UnknownOutcome([], new Error('the line is dead')), 'outcome-unknown', {}],
    [
      'that time goes back',
      new BookedAtGoesBack('2025-12-30T00:00:00.000Z', '2026-01-01T00:00:00.000Z'),
      'booked-at-goes-back',
      { given: '2025-12-30T00:00:00.000Z', last: '2026-01-01T00:00:00.000Z' },
    ],
  ])('%s becomes a refusal', (_, error, code, details) => {
    const failure = failureOf(error);
    expect(failure).toBeInstanceOf(RefusalError);
    expect(failure).toMatchObject({ refusal: { code, details } });
  });

  it('anything else stays what it is', () => {
    const defect = new TypeError('a defect');
    expect(failureOf(defect)).toBe(defect);
  });
});
