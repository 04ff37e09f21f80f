import { expect } from '@jest/globals';
import { formatBaht, parseBaht, type Satang, subtract, sum } from '#kernel';
import type { World } from './world.ts';

type Figures = Readonly<Record<string, string>>;
interface StatusRow {
  readonly level: string;
  readonly project_code?: string;
  readonly baht: Figures;
}

/** What holds at the end of every scenario: budget is somewhere, once, and every sum is the sum of its lines. */
export async function mustAddUp(world: World): Promise<void> {
  const years = new Set([...world.opened].map((account) => account.slice(0, 4)));
  for (const year of years) {
    const rows = (await world.get(`reports/budget-status?fiscalYear=${year}`))['rows'] as StatusRow[];
    for (const { baht } of rows) {
      const used = sum(['pre_committed', 'committed', 'disbursed'].map((name) => satang(baht, name)));
      const left = formatBaht(subtract(satang(baht, 'current'), used));
      expect({ ...baht, available: left }).toEqual(baht);
    }
    const at = (level: string) => rows.filter((row) => row.level === level);
    for (const level of ['project', 'organisation']) {
      expect([level, totalsOf(at(level))]).toEqual([level, totalsOf(at('line'))]);
    }
  }
}

const MEASURES = ['current', 'pre_committed', 'committed', 'accepted', 'disbursed', 'available'] as const;

const totalsOf = (rows: readonly StatusRow[]): readonly string[] =>
  MEASURES.map((name) => formatBaht(sum(rows.map(({ baht }) => satang(baht, name)))));

const satang = (baht: Figures, name: string): Satang => parseBaht(baht[name] ?? '0.00');
