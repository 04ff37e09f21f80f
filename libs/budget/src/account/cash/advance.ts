import {
  type CivilDate,
  compareText,
  formatBaht,
  type Refusal,
  type Satang,
  subtract,
  UnreadableEvent,
} from '#kernel';
import { type Line, lineKey } from '../../line.ts';
import { refuse } from '../../refusals.ts';
import { accountDetails, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';
import type { AdvanceState } from './state.ts';

/** What clearing and returning an advance share. */

/** An advance of which something is outstanding on a day. */
export function openAdvance(
  state: AccountState,
  advance: string,
  effectiveOn: CivilDate,
): AdvanceState | Refusal {
  const held = state.advances.get(advance);
  if (!held) {
    return refuse(
      'advance-unknown',
      `${nameOf(state)} has no advance ${advance}.`,
      accountDetails(state, { advance }),
    );
  }
  if (held.outstanding === 0) {
    return refuse(
      'advance-settled',
      `${nameOf(state)}: the advance ${advance} is settled; nothing of it is outstanding.`,
      accountDetails(state, { advance, line: held.line }),
    );
  }
  if (effectiveOn >= held.effectiveOn) return held;
  return refuse(
    'date-before-document',
    `${nameOf(state)}: ${effectiveOn} lies before the advance ${advance} of ${held.effectiveOn}; expected that day or later.`,
    accountDetails(state, { advance, effectiveOn, expected: held.effectiveOn }),
  );
}

/** No more cash comes back than is left of the advance. */
export function mustBeLeftOfAdvance(
  state: AccountState,
  advance: string,
  returned: Satang,
  left: Satang,
): Refusal | undefined {
  if (returned <= left) return undefined;
  const shortBy = formatBaht(subtract(returned, left));
  return refuse(
    'advance-exceeded',
    `${nameOf(state)}: ${formatBaht(returned)} is returned of the advance ${advance}, ${formatBaht(left)} is left of it, ${shortBy} too much.`,
    accountDetails(state, { advance, requested: formatBaht(returned), left: formatBaht(left), shortBy }),
  );
}

/** The advance that an event speaks of. Throws when it was never paid: such a log cannot be read on. */
export function advanceOf(state: AccountState, advance: string): AdvanceState {
  const held = state.advances.get(advance);
  if (!held) throw new UnreadableEvent(`the advance ${advance} was never paid`);
  return held;
}

/** A correction may have taken disbursed money off the line, without naming the advance it belonged to. */
export function returnable(state: AccountState, line: Line, left: Satang): Satang {
  const disbursed = state.lines.get(lineKey(line))?.disbursed;
  return disbursed !== undefined && disbursed < left ? disbursed : left;
}

/** An advance that is not settled. */
export interface OutstandingAdvance {
  readonly advance: string;
  readonly line: Line;
  readonly amount: Satang;
  readonly outstanding: Satang;
  readonly effectiveOn: CivilDate;
  readonly dueOn: CivilDate | undefined;
  /** Whether the day by which it is to be cleared is past. */
  readonly overdue: boolean;
}

/** The advances that are not settled, as they stand on a day; those due first come first, those without a day last. */
export function advancesOutstanding({ advances }: AccountState, on: CivilDate): OutstandingAdvance[] {
  return [...advances]
    .filter(([, { outstanding }]) => outstanding > 0)
    .map(([advance, held]) => ({
      ...held,
      advance,
      overdue: held.dueOn !== undefined && held.dueOn < on,
    }))
    .sort((a, b) => compareText(a.dueOn ?? '9999', b.dueOn ?? '9999'));
}
