import { digits } from '../harness/statistics.ts';
import { table } from '../harness/table.ts';
import {
  capacityOf,
  type DocumentCost,
  loadOf,
  type MachineRates,
  NATION,
  type Rates,
  tenureOf,
} from './demand.ts';

/** The ledgers that the nation may have, and which part of all documents each has. */
export const PARTS: readonly (readonly [name: string, part: number])[] = [
  ['an average unit', 1 / NATION.units],
  ['an average ministry', 1 / NATION.ministries],
  ['the largest ministry', NATION.largestMinistry],
  ['all ministries', 1],
];

/** What each ledger asks of the machine that was measured. */
export function nationTable(cost: DocumentCost, rates: Rates, isRemote: boolean): string {
  const rows = PARTS.slice(1).map(([name, part]) => {
    const load = loadOf(NATION, cost, part);
    const { used, copySeconds, rebuildSeconds } = capacityOf(load, rates);
    return [
      name,
      digits(load.documentsOnLastDay),
      digits(load.appendsPerSecond),
      `${digits(used * 100)} %`,
      digits(load.eventsPerYear / 1e6),
      digits(load.bytesPerYear / 1e9),
      isRemote ? digits(copySeconds / 60) : '–',
      digits(rebuildSeconds / 60),
    ];
  });
  const asked = ['documents, last day', 'appends/s, busiest second', 'of what this machine takes'];
  const year = [
    'million events a year',
    'GB of log a year',
    'minutes to copy a year',
    'minutes to fold a year',
  ];
  return table(['a ledger of', ...asked, ...year], rows);
}

/** How long one machine without a cluster carries each ledger. */
export function machineTable(cost: DocumentCost, rates: MachineRates): string {
  const head = [
    'one machine with a ledger of',
    'of that half, busiest second',
    'GB a year with read models',
    'rebuild of a year',
    'verification of a year',
    'until the disk is full',
    'until a night is too short',
  ];
  return table(
    head,
    PARTS.map(([name, part]) => [name, ...machineCells(cost, part, rates)]),
  );
}

/** The cells of a ledger that has this part of all documents. */
export function machineCells(cost: DocumentCost, part: number, rates: MachineRates): string[] {
  const tenure = tenureOf(loadOf(NATION, cost, part), rates);
  return [
    `${digits(tenure.used * 100)} %`,
    digits(tenure.bytesPerYear / 1e9),
    duration(tenure.rebuildSecondsPerYear),
    duration(tenure.verifySecondsPerYear),
    years(tenure.diskYears),
    years(tenure.nightYears),
  ];
}

const years = (count: number): string => (count > 100 ? 'over 100 years' : `${digits(count)} years`);

function duration(seconds: number): string {
  if (seconds < 60) return `${digits(seconds)} s`;
  return seconds < 3_600 ? `${digits(seconds / 60)} min` : `${digits(seconds / 3_600)} h`;
}
