import { expect } from '@jest/globals';
import type { Step } from './steps.ts';
import { amountOf, isAmount, lineOf } from './words.ts';
import type { World } from './world.ts';

type Row = Readonly<Record<string, unknown>>;

/** What the ledger answers when it is asked. */
export const readings: readonly Step[] = [
  [
    /^(-?[\d,]+\.\d{2}) is available on (\S+)(?: of "([^"]+)")?(?: in (\d{4}))?$/,
    async (world, _, amount, line, project, year) => {
      const row = await standing(world, line!, project, year);
      expect(cellOf(row, 'available')).toBe(amountOf(amount!));
    },
  ],
  [
    /^(\S+\/\S+|[a-z-]+)(?: of "([^"]+)")?(?: in (\d{4}))? stands at:$/,
    async (world, { table }, line, project, year) => {
      const row = await standing(world, line!, project, year);
      const told = table[0]!;
      expect(withZeros(only(row, told))).toEqual(plainCells(told));
    },
  ],
  [
    /^the journal of "([^"]+)" reads:$/,
    async (world, { table }, document) => {
      const rows = await rowsOf(world, `journal?document=${encodeURIComponent(document!)}&limit=1000`);
      expect(rows.map((row) => only(row, table[0]!))).toEqual(table.map(plainCells));
    },
  ],
  [
    /^the report "([a-z-]+)"(?: of (\d{4}))?(?: with (\S+))? shows:$/,
    async (world, { table }, report, year, query) => {
      const where = `reports/${report!}?fiscalYear=${year ?? world.fiscalYear}${query ? `&${query}` : ''}`;
      const rows = await rowsOf(world, where);
      for (const wanted of table) {
        expect(rows.map((row) => only(row, wanted))).toContainEqual(plainCells(wanted));
      }
    },
  ],
  [
    /^the report "([a-z-]+)"(?: of (\d{4}))?(?: with (\S+))? mentions "([^"]+)"$/,
    async (world, _, report, year, query, words) => {
      const where = `reports/${report!}?fiscalYear=${year ?? world.fiscalYear}${query ? `&${query}` : ''}`;
      expect(JSON.stringify(await rowsOf(world, where))).toContain(words);
    },
  ],
  [
    /^the report "([a-z-]+)"(?: of (\d{4}))? has (\d+) rows? with the ([a-z ]+) (\S+)$/,
    async (world, _, report, year, count, heading, cell) => {
      const rows = await rowsOf(world, `reports/${report!}?fiscalYear=${year ?? world.fiscalYear}`);
      expect(rows.filter((row) => cellOf(row, heading!) === cell)).toHaveLength(Number(count));
    },
  ],
];

/** The row of a line in the budget status. */
async function standing(world: World, line: string, project = world.project, year = world.fiscalYear) {
  const { fundSource, category } = lineOf(line);
  const rows = await rowsOf(world, `reports/budget-status?fiscalYear=${year}&project=${project}`);
  const row = rows.find(
    (each) =>
      each['level'] === 'line' &&
      each['project_code'] === project &&
      each['fund_source'] === fundSource &&
      each['category'] === category,
  );
  if (!row) throw new Error(`${project} in ${year} has no line ${line} in its budget status`);
  return row;
}

const rowsOf = async (world: World, where: string): Promise<Row[]> =>
  (await world.get(where))['rows'] as Row[];

/** The cells that a table of a scenario speaks of, as texts. */
const only = (row: Row, wanted: Row): Row =>
  Object.fromEntries(Object.keys(wanted).map((heading) => [heading, textOf(cellOf(row, heading))]));

/** `pre-committed` is the column `pre_committed`; exact amounts in baht go before rounded ones. */
function cellOf(row: Row, heading: string): unknown {
  const column = heading.replaceAll(/[ -]/g, '_');
  return (row['baht'] as Row | undefined)?.[column] ?? row[column];
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

/** A measure that never moved has no figure in the report; on a line it is nothing. */
const withZeros = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === '' ? '0.00' : cell]));

const plainCells = (row: Readonly<Record<string, string>>): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [name, isAmount(cell) ? amountOf(cell) : cell]),
  );
