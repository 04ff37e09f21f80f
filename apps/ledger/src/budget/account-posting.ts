import {
  type AccountCommand,
  type AccountEvent,
  type AccountState,
  available,
  budgetAccount,
  lineKey,
  movementsOf,
} from '#budget';
import {
  add,
  type CivilDate,
  formatBaht,
  negate,
  parseCivilDate,
  parseFiscalYear,
  type Satang,
  streams,
  THAI_CALENDAR,
  ZERO,
} from '#kernel';
import { type Posting, posting } from '#posting';

export interface AccountAddress {
  readonly fiscalYear: string | number;
  readonly project: string;
}

/** A command on its way to the account of a project and fiscal year. */
export function toAccount(
  organisation: string,
  { fiscalYear, project }: AccountAddress,
  command: AccountCommand,
  source: string | undefined,
): Posting {
  const year = parseFiscalYear(fiscalYear);
  const stream = streams.budgetAccount(organisation, year, project);
  // Without the classes of the request: events hold plain values only.
  return posting(budgetAccount, stream, structuredClone(command), { source, outcome: availability });
}

export const effectiveOn = (dto: { readonly effectiveOn: string }): CivilDate =>
  parseCivilDate(dto.effectiveOn);

/** What is available on each touched line before and after the events, in baht. */
function availability(state: AccountState, events: readonly AccountEvent[]): unknown {
  const changes = new Map<string, { line: { fundSource: string; category: string }; change: Satang }>();
  for (const event of events) {
    // The quarter does not matter here, so neither does the calendar.
    for (const { measure, line, amount } of movementsOf(event, THAI_CALENDAR)) {
      if (!line || measure === 'plan') continue;
      const known = changes.get(lineKey(line)) ?? { line, change: ZERO };
      known.change = add(known.change, measure === 'budget' ? amount : negate(amount));
      changes.set(lineKey(line), known);
    }
  }
  if (changes.size === 0) return undefined;
  return {
    available: [...changes.values()].map(({ line, change }) => {
      const before = available(state, line);
      return { line, before: formatBaht(before), after: formatBaht(add(before, change)) };
    }),
  };
}
