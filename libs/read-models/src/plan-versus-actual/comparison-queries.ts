import type { DatabaseSync } from 'node:sqlite';
import type { MovementQuarter } from '#budget';
import type { CivilDate } from '#kernel';
import { type CalendarYear, effectiveTo } from './effective-to.ts';
import { ComparedCells, type ComparedRow } from './compared-cells.ts';
import type { Moment } from './moment.ts';
import type { ProjectScope } from './queries.ts';
import { END_OF_TIME } from './rollups.ts';

/** More changes than these are not read at once. */
const MOST_AT_ONCE = 10_000;

const WHOSE = 'c.organisation = ?1 AND c.fiscal_year = ?2';
const [COUNTS, COUNTED] = [
  '(e.position <= ?3 AND e.effective_on <= ?4)',
  '(e.position <= ?5 AND e.effective_on <= ?6)',
];
const [LOW, HIGH] = ['min(?3, ?5)', 'max(?3, ?5)'];
const [FIRST, LAST] = ['min(?4, ?6)', 'max(?4, ?6)'];

/** What counted before and counts no more is turned round. */
const ROW = `SELECT c.project, c.quarter, c.measure, c.fund_source AS fundSource, c.category,
       CAST(e.position AS TEXT) AS position, CASE WHEN ${COUNTS} THEN e.movement ELSE -e.movement END AS movement
  FROM pva_cell c`;

/** What became known between two moments and counts at one of them alone. */
const became = (whose: string): string =>
  `${ROW} CROSS JOIN pva_entry e ON e.cell = c.id AND e.position > ${LOW} AND e.position <= ${HIGH}
    WHERE ${whose} AND ${COUNTS} <> ${COUNTED}`;

const QUARTERS = 'c.quarter IN (SELECT value FROM json_each(?8))';
const ROLLED_UP = 'SELECT max(b.position) FROM pva_rollup b WHERE b.cell = c.id';

/** Of what was known at both what takes effect between their days: rollups tell where it stands, behind them it is looked for. */
const tookEffect = (whose: string): string =>
  `${ROW} CROSS JOIN pva_rollup r ON r.cell = c.id AND r.effective_on > ${FIRST} AND r.effective_on <= ${LAST}
     CROSS JOIN pva_entry e ON e.cell = c.id AND e.position > coalesce((${ROLLED_UP} AND b.position < r.position), -1)
      AND e.position <= min(r.position, ${LOW}) AND e.effective_on = r.effective_on
    WHERE ${whose} AND ${QUARTERS}
   UNION ALL
   ${ROW} CROSS JOIN pva_entry e ON e.cell = c.id AND e.position > coalesce((${ROLLED_UP}), -1)
      AND e.position <= ${LOW} AND e.effective_on > ${FIRST} AND e.effective_on <= ${LAST}
    WHERE ${whose} AND ${QUARTERS}`;

/** What makes all figures of a year, or of one project in it, at one point of both axes into those at another. */
export class ComparisonQueries {
  readonly #ofYear;
  readonly #ofProject;

  constructor(database: DatabaseSync) {
    const statements = (whose: string) => ({
      sameDay: database.prepare(`${became(whose)} LIMIT ?7`),
      otherDay: database.prepare(`${became(whose)} UNION ALL ${tookEffect(whose)} LIMIT ?7`),
    });
    this.#ofYear = statements(WHOSE);
    this.#ofProject = statements(`${WHOSE} AND c.project = ?9`);
  }

  /** All changes between two points; nothing where there are too many to be read at once. */
  between(
    { organisation, project }: Pick<ProjectScope, 'organisation' | 'project'>,
    { from, to }: { readonly from: Moment; readonly to: Moment },
    year: CalendarYear,
  ): ComparedCells | undefined {
    const { sameDay, otherDay } = project === undefined ? this.#ofYear : this.#ofProject;
    const [day, before] = [to.day ?? END_OF_TIME, from.day ?? END_OF_TIME];
    const points = [to.position, day, from.position, before] as const;
    const asked = [organisation, year.fiscalYear, ...points, MOST_AT_ONCE + 1] as const;
    const named = project === undefined ? [] : [project];
    const rows =
      day === before
        ? sameDay.all(...asked, ...(project === undefined ? [] : [null, project]))
        : otherDay.all(...asked, JSON.stringify(quartersBetween([before, day], year)), ...named);
    if (rows.length > MOST_AT_ONCE) return undefined;
    const end = from.position < to.position ? to.position : from.position;
    return new ComparedCells(rows as unknown as ComparedRow[], end);
  }
}

/** The quarters that something may take effect in between two days. */
function quartersBetween(days: readonly [CivilDate, CivilDate], year: CalendarYear): MovementQuarter[] {
  const [first, last] = days.toSorted().map((day) => effectiveTo(day, year));
  const begun = [...(last?.whole ?? []), ...(last?.partial === undefined ? [] : [last.partial])];
  return begun.filter((quarter) => !first?.whole.includes(quarter));
}
