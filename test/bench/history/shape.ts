import type { FiscalYear } from '#kernel';

/** What is asked of a history; what is left out follows from how many events it is to have. */
export interface HistoryOptions {
  /** About so many: at most a twentieth more or less, where each project of each year has its opening and some documents. */
  readonly events: number;
  /** The same seed and the same figures give the same log, byte for byte. */
  readonly seed?: string | undefined;
  readonly agencies?: number | undefined;
  /** Of each agency, each with an account in every year. */
  readonly projects?: number | undefined;
  /** Of each account, at most five. */
  readonly lines?: number | undefined;
  readonly years?: number | undefined;
  /** The last fiscal year that is lived through, with its aftermath in the year that follows. */
  readonly lastYear?: number | undefined;
}

/** How large the history is. */
export interface Shape {
  readonly events: number;
  readonly seed: string;
  readonly agencies: readonly string[];
  readonly projects: readonly string[];
  readonly lines: number;
  readonly years: readonly [FiscalYear, ...FiscalYear[]];
}

/** Below so many events a year a project has little more than its opening. */
const EVENTS_OF_A_PROJECT = 40;
const EVENTS_OF_AN_AGENCY = 10_000;
const EVENTS_OF_A_YEAR = 200_000;
const [MOST_AGENCIES, MOST_PROJECTS, MOST_YEARS] = [50, 10, 20];
const MOST_LINES = 5;
/** Its reserved money is paid until March 2026. */
const LAST_YEAR = 2568;

const within = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(most, Math.round(value)));

/** Fills in what was left out. Throws when there is no such history. */
export function shapeOf(options: HistoryOptions): Shape {
  const { events, seed = '1', lastYear = LAST_YEAR } = options;
  const years = options.years ?? within(2, events / EVENTS_OF_A_YEAR, MOST_YEARS);
  const agencies = options.agencies ?? within(1, events / years / EVENTS_OF_AN_AGENCY, MOST_AGENCIES);
  const projects =
    options.projects ?? within(1, events / years / agencies / EVENTS_OF_A_PROJECT, MOST_PROJECTS);
  const lines = options.lines ?? 3;
  for (const [name, value] of Object.entries({ events, years, agencies, projects, lines }))
    if (!Number.isSafeInteger(value) || value < 1)
      throw new RangeError(`${name} is ${value}: expected a whole number, 1 or more`);
  if (lines > MOST_LINES) throw new RangeError(`lines is ${lines}: expected ${MOST_LINES} at most`);
  return {
    events,
    seed,
    agencies: numbered('agency-', agencies),
    projects: numbered('P', projects),
    lines,
    years: Array.from({ length: years }, (_, index) => lastYear - years + 1 + index) as [
      FiscalYear,
      ...FiscalYear[],
    ],
  };
}

const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(2, '0')}`);
