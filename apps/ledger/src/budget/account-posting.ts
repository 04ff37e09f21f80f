import {
  type AccountCommand,
  type AccountContext,
  type AccountEvent,
  type AccountState,
  available,
  budgetAccount,
  changesOf,
  decodeCommand,
  type Line,
} from '#budget';
import { controlPolicy, fiscalPeriods, type WaitingPosting } from '#control';
import {
  add,
  type CivilDate,
  type FiscalCalendar,
  type FiscalYear,
  formatBaht,
  parseCivilDate,
  parseFiscalYear,
  type Satang,
  streams,
  subtract,
} from '#kernel';
import { type Posting, posting, read, type Read } from '#posting';
import { plainCopy } from './plain-values.ts';

export interface AccountAddress {
  readonly fiscalYear: string | number;
  readonly project: string;
}

export const streamOf = (organisation: string, { fiscalYear, project }: AccountAddress): string =>
  streams.budgetAccount(organisation, parseFiscalYear(fiscalYear), project);

/** A command on its way to the account of a project and fiscal year. */
export function toAccount(
  organisation: string,
  address: AccountAddress,
  command: AccountCommand,
  source: string | undefined,
): Posting {
  // Without the classes of the request: events hold plain values only.
  return posting(budgetAccount, streamOf(organisation, address), plainCopy(command), {
    source,
    reads: governing(organisation, parseFiscalYear(address.fiscalYear)),
    outcome: availability,
  });
}

/** What governs the accounts of an organisation in a fiscal year. */
export const governing = (organisation: string, year: FiscalYear): Record<string, Read> => ({
  control: read(controlPolicy, streams.controlPolicy(organisation)),
  periods: read(fiscalPeriods, streams.fiscalPeriods(organisation, year)),
});

/** A posting of a document that waited, on its way to the account that it named. */
export function fromWaiting(organisation: string, { stream, command, source }: WaitingPosting): Posting {
  const [, fiscalYear = '', ...project] = stream.split('.');
  const address = { fiscalYear, project: project.join('.') };
  return toAccount(organisation, address, decodeCommand(command), source);
}

export const effectiveOn = (dto: { readonly effectiveOn: string }): CivilDate =>
  parseCivilDate(dto.effectiveOn);

/** How the availability of a line changes, in baht. */
export interface LineAvailability {
  readonly project: string;
  readonly line: Line;
  readonly before: string;
  readonly after: string;
}

/** What is available on each touched line before and after the events. */
function availability(
  state: AccountState,
  events: readonly AccountEvent[],
  { calendar }: AccountContext,
): { readonly available: readonly LineAvailability[] } | undefined {
  const draws = drawsOf(events, calendar);
  if (draws.length === 0) return undefined;
  const opened = events.find((event) => event.type === 'BudgetAccountOpened');
  const project = state.opened?.project ?? opened?.data.project ?? '';
  return {
    available: draws.map(({ line, amount }) => {
      const before = available(state, line);
      return { project, line, before: formatBaht(before), after: formatBaht(subtract(before, amount)) };
    }),
  };
}

/** What events take from each line that they touch; negative where they give back. */
export const drawsOf = (
  events: readonly AccountEvent[],
  calendar: FiscalCalendar,
): { readonly line: Line; readonly amount: Satang }[] =>
  changesOf(events, calendar).map(({ line, budget, preCommitted, committed, disbursed }) => ({
    line,
    amount: subtract(add(add(preCommitted, committed), disbursed), budget),
  }));

/** The availability of several postings as one: a line that several of them touch goes from the first to the last. */
export function together(outcomes: readonly unknown[]): unknown {
  const lines = new Map<string, LineAvailability>();
  for (const { available: each } of outcomes as readonly {
    readonly available: readonly LineAvailability[];
  }[]) {
    for (const change of each) {
      const key = `${change.project}\n${change.line.fundSource}\n${change.line.category}`;
      lines.set(key, { ...change, before: lines.get(key)?.before ?? change.before });
    }
  }
  return { available: [...lines.values()] };
}
