import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { digits } from '../harness/statistics.ts';
import { capacityOf, loadOf, NATION, ONE_MACHINE, tenureOf } from './demand.ts';
import { KINDS } from './documents.ts';
import { meanOf } from './measure.ts';
import { machineCells, PARTS } from './nation.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../../../docs/scaling.md'), 'utf8');

/** The row of a table whose first cell begins so, as plain cells. */
function row(first: string, heading = ''): string[] {
  const from = page.slice(page.indexOf(heading));
  const line = from
    .split('\n')
    .find((each) => each.startsWith(`| ${first}`) || each.startsWith(`| **${first}`));
  if (line === undefined) throw new Error(`no row begins with ${first}`);
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.replaceAll('*', '').trim());
}

const number = (cell = ''): number => Number(cell.replaceAll(',', ''));
const costs = KINDS.map(({ name }) => {
  const [, , , , , appends, events, bytes] = row(name);
  return { appends: number(appends), events: number(events), bytes: number(events) * number(bytes) };
});
const LEDGERS: [string, number][] = [
  ['an average ministry', 1 / NATION.ministries],
  ['the largest one', NATION.largestMinistry],
  ['all of them', 1],
];

/** What the page says was measured of one process. */
function ratesOfPage() {
  const said = (first: string): number => number(row(first, '## What one machine carries')[1]);
  return {
    appends: said('appends a second'),
    folded: said('events a second folded'),
    verified: said('events a second verified'),
    modelBytes: said('bytes of all read models'),
  };
}

function meanOfPage() {
  const [, , , , , appends, events, bytes] = row('the mean document');
  return { appends: number(appends), events: number(events), bytes: number(events) * number(bytes) };
}

describe('the arithmetic of docs/scaling.md', () => {
  it('adds shares of documents up to one, and shows those of the benchmark', () => {
    expect(KINDS.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(KINDS.map(({ name }) => row(name)[1])).toEqual(
      KINDS.map(({ share }) => `${Math.round(share * 100)} %`),
    );
  });

  it('has the mean document that its kinds give', () => {
    const mean = meanOf(costs);
    const [, , , , , appends, events, bytes] = row('the mean document');
    expect([number(appends), number(events)].map(digits)).toEqual([mean.appends, mean.events].map(digits));
    expect(Math.abs(number(bytes) - mean.bytes / mean.events)).toBeLessThan(5);
  });

  it.each(PARTS.map(([name, part]) => [name, part] as const))(
    'says how long one machine carries %s, by what was measured there',
    (name, part) => {
      const [, ...cells] = row(name, '## What one machine carries');
      expect(cells).toEqual(machineCells(meanOfPage(), part, ratesOfPage()));
    },
  );

  it('says how many documents and events one machine takes, and when what must move', () => {
    const { appends, folded, verified } = ratesOfPage();
    const { used } = tenureOf(loadOf(NATION, meanOfPage()), ratesOfPage());
    const documents = NATION.documentsPerYear / used;
    expect(appends).toBeGreaterThan(0);
    expect(page).toContain(`**${digits(documents / 1e6)} million documents a year**`);
    expect(page).toContain(`before ${digits(documents / 1e6)} million documents a year are in one log`);
    expect(page).toContain(
      `after ${digits((Math.min(folded, verified) * ONE_MACHINE.nightSeconds) / 1e6)} million events`,
    );
  });

  it('goes from the year to the busiest second in the steps that the benchmark takes', () => {
    const load = loadOf(NATION, meanOf(costs));
    const last = (name: string) => row(name, '**How much comes')[2];
    expect(last('a day, on average')).toBe(digits(load.documentsPerDay));
    expect(last('its last day')).toBe(digits(load.documentsOnLastDay));
    expect(last('its busiest second')).toBe(String(Math.round(load.documentsPerSecond)));
    expect(page).toContain(
      `${Math.round(load.appendsPerSecond)} appends and ${Math.round(load.eventsPerSecond)} events a second`,
    );
  });

  it.each(LEDGERS)('says of %s what the benchmark says', (name, part) => {
    const load = loadOf(NATION, meanOf(costs), part);
    const [, documents, appends, events, bytes] = row(name, '**What does that fill?**');
    expect(documents).toBe(digits(load.documentsOnLastDay));
    expect(number(appends)).toBeCloseTo(load.appendsPerSecond, 0);
    expect(number(events)).toBeCloseTo(load.eventsPerYear / 1e6, 1);
    expect(Math.abs(number(bytes) - load.bytesPerYear / 1e9)).toBeLessThan(0.5);
  });

  it.each(LEDGERS)('says how long %s takes to be copied and folded', (name, part) => {
    const load = loadOf(NATION, meanOf(costs), part);
    const rates = { appends: 1, copied: 1_950, folded: 6_200 };
    const { copySeconds, rebuildSeconds } = capacityOf(load, rates);
    const cells = row(name, '**How long does a process take');
    const seconds = [copySeconds, rebuildSeconds, load.eventsPerYear / 2_500];
    for (const [index, said] of cells.slice(1).entries())
      expect(Math.abs(secondsOf(said) / (seconds[index] ?? 0) - 1)).toBeLessThan(0.05);
  });

  it('says how long a process is behind that was away for the busiest hour', () => {
    const load = loadOf(NATION, meanOf(costs));
    const { catchUpSeconds } = capacityOf(load, { appends: 1, copied: 1_950, folded: 6_200 });
    expect(Math.round(catchUpSeconds / 60)).toBe(6);
    expect(page).toContain('it is back after six minutes');
  });
});

const secondsOf = (said: string): number =>
  Number.parseInt(said.replace('.', ''), 10) *
  (said.includes('.') ? 0.1 : 1) *
  (said.endsWith(' h') ? 3_600 : 60);
