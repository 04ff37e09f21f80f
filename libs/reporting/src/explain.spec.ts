import { describe, expect, it } from '@jest/globals';
import type { Measure } from '#budget';
import { parseBaht, type Satang, ZERO } from '#kernel';
import { diffTable } from './diff.ts';
import {
  type Entry,
  type EventFacts,
  explained,
  explainJson,
  explainTable,
  movementsByEvent,
} from './explain.ts';
import { renderCsv } from './render-csv.ts';

const entry = (position: string, measure: Measure, amount: string): Entry => ({
  position,
  measure,
  movement: parseBaht(amount),
});

/** A contract, its payment in part, a payment without one, and a cut of the budget. */
const entries = [
  entry('2', 'budget', '1000.00'),
  entry('9', 'committed', '100.00'),
  entry('10', 'disbursed', '40.00'),
  entry('10', 'committed', '-40.00'),
  entry('11', 'disbursed', '2.50'),
  entry('12', 'budget', '-200.00'),
];

const factsOf = (position: string): EventFacts => ({
  position,
  type: `Event${position}`,
  project: 'P08',
  document: null,
  effectiveOn: '2025-12-15',
  bookedAt: '2025-12-30T10:00:00.000Z',
  recordedAt: '2025-12-30T10:00:00.000Z',
  actor: 'officer-1',
  reason: null,
  source: null,
  eventId: `id-${position}`,
});

const events = (measure: Parameters<typeof explained>[0], before: Satang = ZERO) =>
  explained(measure, entries, before, factsOf).map(({ position, movement, running }) => [
    position,
    movement,
    running,
  ]);

describe('the events behind a figure', () => {
  it('of spent leave out the payment of a contract, which changes nothing in it', () => {
    expect(events('spent')).toEqual([
      ['9', 100_00, 100_00],
      ['11', 2_50, 102_50],
    ]);
  });

  it('of committed show the same payment as the part that it liquidates', () => {
    expect(events('committed')).toEqual([
      ['9', 100_00, 100_00],
      ['10', -40_00, 60_00],
    ]);
  });

  it('of available take away what is spent, and begin at what was available before', () => {
    expect(events('available', parseBaht('0.25'))).toEqual([
      ['2', 1000_00, 1000_25],
      ['9', -100_00, 900_25],
      ['11', -2_50, 897_75],
      ['12', -200_00, 697_75],
    ]);
  });

  it('come in the order in which they were recorded, position 9 before 10', () => {
    expect(movementsByEvent('disbursed', entries).map(({ position }) => position)).toEqual(['10', '11']);
    expect(movementsByEvent('plan', entries)).toEqual([]);
  });

  it('are written in baht and in million baht, both exact in their digits', () => {
    const [first] = explained('disbursed', entries, ZERO, factsOf);
    expect(first && explainJson(first)).toMatchObject({
      movement: '40.00',
      movement_m: '0.0000',
      running: '40.00',
      eventId: 'id-10',
    });
  });

  it('stand under the figure and its formula', () => {
    const cell = { project: 'P08', quarter: 'Q2', measure: 'spent', basis: 'cumulative' } as const;
    const table = explainTable(cell, parseBaht('102.50'), explained('spent', entries, ZERO, factsOf), []);
    expect(table.title).toBe('P08 spent up to the end of Q2: 0.0001 million baht (102.50 baht)');
    expect(table.caption[0]).toBe('spent = disbursed + committed');
    expect(explainTable({ ...cell, basis: 'quarter' }, undefined, [], []).title).toBe(
      'P08 spent in Q2: nothing yet',
    );
  });
});

describe('a list of changed cells', () => {
  it('names the events of each, and leaves empty what was not there', () => {
    const change = { project: 'P01', measure: 'spent', from: undefined, to: parseBaht('-1500.00') } as const;
    const because = explained('spent', [entry('7', 'disbursed', '-1500.00')], ZERO, factsOf);
    const csv = renderCsv(diffTable([{ ...change, events: because }], 'Changes', []));
    expect(csv).toBe(
      'project_code,quarter,measure,from_m,to_m,change_m,events\nP01,,spent,,-0.0015,-0.0015,Event7 at 7 (-0.0015)\n',
    );
  });
});
