import { accountEvents, type AccountEvent, type Line } from '#budget';
import {
  type CivilDate,
  EventCatalogue,
  type FiscalYear,
  parseFiscalYear,
  type Quarter,
  QUARTERS,
  quarterRange,
  streams,
  THAI_CALENDAR,
} from '#kernel';
import { DEFAULT_SETTINGS, organisationEvents } from '#organisation';

/** The ledger of the benchmarks: nine projects in five fiscal years, twenty quarters in all. */

export const ORGANISATION = 'etda';
export const PROJECTS = Array.from({ length: 9 }, (_, index) => `P0${index + 1}`);
export const YEARS = [2565, 2566, 2567, 2568, 2569].map(parseFiscalYear);
export const LAST_YEAR = 2569 as FiscalYear;
export const catalogue = new EventCatalogue([...organisationEvents, ...accountEvents]);

const LINES: readonly Line[] = [
  { fundSource: 'annual-appropriation', category: 'operating' },
  { fundSource: 'annual-appropriation', category: 'capital' },
];

/** An event that was decided, and when it is to be recorded. */
export interface Decided {
  readonly stream: string;
  readonly type: string;
  readonly effectiveOn: CivilDate;
  readonly data: object;
  readonly actor: string;
  readonly reason?: string;
  readonly at: number;
}

/** So many postings, spread evenly over the quarters, after the accounts of each year are open. */
export function* postings(count: number): Generator<Decided> {
  yield registered();
  const perQuarter = Math.ceil(count / (YEARS.length * QUARTERS.length));
  let left = count;
  for (const year of YEARS) {
    for (const project of PROJECTS) yield* opened(year, project);
    for (const quarter of QUARTERS) {
      yield* movements(year, quarter, Math.min(left, perQuarter), perQuarter);
      left -= Math.min(left, perQuarter);
    }
  }
}

function registered(): Decided {
  const { calendar, ...settings } = DEFAULT_SETTINGS;
  const { startMonth, era, timeZone } = calendar;
  const effectiveOn = quarterRange(YEARS[0] as FiscalYear, 'Q1', calendar).first;
  return {
    stream: streams.organisation(ORGANISATION),
    type: 'OrganisationRegistered',
    effectiveOn,
    data: { organisation: ORGANISATION, ...settings, startMonth, era, timeZone },
    actor: 'bench',
    at: Date.parse(effectiveOn),
  };
}

function* opened(year: FiscalYear, project: string): Generator<Decided> {
  const effectiveOn = quarterRange(year, 'Q1', THAI_CALENDAR).first;
  const common = { effectiveOn, actor: 'bench', at: Date.parse(effectiveOn) };
  const stream = streams.budgetAccount(ORGANISATION, year, project);
  const event = (type: AccountEvent['type'], data: object) => ({ ...common, stream, type, data });
  yield event('BudgetAccountOpened', {
    organisation: ORGANISATION,
    fiscalYear: year,
    project,
    name: `โครงการ ${project}`,
  });
  for (const line of LINES) yield event('BudgetAllocated', { line, amount: '9000000000.00' });
  const planned = '2500000000.00';
  yield event('QuarterlyPlanSet', { quarters: { Q1: planned, Q2: planned, Q3: planned, Q4: planned } });
}

/** In turn on each project: a contract, a payment of a part of it, three payments without one; and now and then a correction. */
function* movements(year: FiscalYear, quarter: Quarter, count: number, outOf: number): Generator<Decided> {
  const { first, last } = quarterRange(year, quarter, THAI_CALENDAR);
  const [start, span] = [Date.parse(first), Date.parse(last) - Date.parse(first)];
  for (let index = 0; index < count; index += 1) {
    const project = PROJECTS[index % PROJECTS.length] as string;
    const round = Math.floor(index / PROJECTS.length);
    const at = start + Math.floor((span * index) / outOf);
    const effectiveOn = new Date(at).toISOString().slice(0, 10) as CivilDate;
    const { type, data } = movement(quarter, round);
    const actor = index % 1000 === 999 ? 'auditor' : `officer-${index % 7}`;
    const reason = type === 'QuarterCorrected' ? { reason: 'booked late' } : {};
    yield {
      stream: streams.budgetAccount(ORGANISATION, year, project),
      type,
      effectiveOn,
      data,
      actor,
      ...reason,
      at,
    };
  }
}

function movement(quarter: Quarter, round: number): { type: AccountEvent['type']; data: object } {
  const line = LINES[round % LINES.length] as Line;
  const commitment = `PO-${quarter}-${Math.floor(round / 5)}`;
  const satang = String((round * 7919) % 100).padStart(2, '0');
  switch (round % 5) {
    case 0:
      return { type: 'CommitmentMade', data: { commitment, line, amount: `150000.${satang}` } };
    case 1:
      return {
        type: 'DisbursementMade',
        data: {
          disbursement: `PV-${quarter}-${round}`,
          line: LINES[(round - 1) % LINES.length],
          amount: `50000.${satang}`,
          commitment,
        },
      };
    case 2:
      if (round % 100 === 2) {
        const data = {
          correction: `C-${quarter}-${round}`,
          quarter,
          line,
          disbursed: '-0.25',
          committed: '0.00',
        };
        return { type: 'QuarterCorrected', data };
      }
      break;
    default:
  }
  return {
    type: 'DisbursementMade',
    data: { disbursement: `PV-${quarter}-${round}`, line, amount: `1200.${satang}` },
  };
}
