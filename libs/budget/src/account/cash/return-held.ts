import {
  add,
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  isBlank,
  parseBaht,
  type Refusal,
  type Satang,
  subtract,
  UnreadableEvent,
} from '#kernel';
import { z } from 'zod';
import { refuse } from '../../refusals.ts';
import { accountDetails, mustBePositive, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';
import { heldUnder } from './held-cash.ts';
import type { HeldState } from './state.ts';

const RECEIVERS = ['counterparty', 'kept'] as const;

/** Gives a guarantee or a retention back, or keeps it for good, wholly or in part. What is kept needs a reason. */
export interface ReturnHeld {
  readonly type: 'return-held';
  /** Number of the guarantee or retention. */
  readonly number: string;
  /** All that is held when absent. */
  readonly amount?: Satang | undefined;
  readonly to: (typeof RECEIVERS)[number];
  readonly reason?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const HeldCashReturned = defineEvent({
  type: 'HeldCashReturned',
  version: 1,
  category: 'budgetaccount',
  when: 'A guarantee or a retention is given back, or kept for good; it moves no budget.',
  data: z.strictObject({
    number: fields.code('Number of the guarantee or retention'),
    kind: z.enum(['guarantee', 'retention']).meta({ description: 'What it is' }),
    amount: fields.baht('Cash that is no longer held, greater than zero; it moves no budget'),
    to: z.enum(RECEIVERS).meta({ description: 'Given back to the counterparty, or kept for good' }),
  }),
});
export type HeldCashReturned = EventOf<typeof HeldCashReturned>;

export function decideReturnHeld(state: AccountState, command: ReturnHeld): [HeldCashReturned] | Refusal {
  const { number, to, effectiveOn } = command;
  const held = state.held.get(number);
  if (!held) {
    return refuse(
      'held-cash-unknown',
      `${nameOf(state)} holds no guarantee or retention ${number}.`,
      accountDetails(state, { number }),
    );
  }
  const left = heldUnder(state, held);
  const amount = command.amount ?? left;
  const data = { number, kind: held.kind, amount: formatBaht(amount), to };
  return (
    mustBePositive(state, amount) ??
    mustSayWhyKept(state, command) ??
    mustFollowHolding(state, command, held) ??
    mustBeHeld(state, { number, kind: held.kind, amount, left }) ?? [
      { type: 'HeldCashReturned', effectiveOn, data },
    ]
  );
}

function mustSayWhyKept(state: AccountState, { number, to, reason }: ReturnHeld): Refusal | undefined {
  if (to !== 'kept' || !isBlank(reason)) return undefined;
  return refuse(
    'reason-missing',
    `${nameOf(state)}: no reason is given; expected why ${number} is kept for good.`,
    accountDetails(state, { number }),
  );
}

function mustFollowHolding(
  state: AccountState,
  { number, effectiveOn }: ReturnHeld,
  held: HeldState,
): Refusal | undefined {
  if (effectiveOn >= held.effectiveOn) return undefined;
  return refuse(
    'date-before-document',
    `${nameOf(state)}: ${effectiveOn} lies before ${held.effectiveOn}, since when ${number} is held; expected that day or later.`,
    accountDetails(state, { number, effectiveOn, expected: held.effectiveOn }),
  );
}

function mustBeHeld(
  state: AccountState,
  asked: { readonly number: string; readonly kind: string; readonly amount: Satang; readonly left: Satang },
): Refusal | undefined {
  const { number, kind, amount, left } = asked;
  if (amount <= left) return undefined;
  const shortBy = formatBaht(subtract(amount, left));
  return refuse(
    'held-cash-exceeded',
    `${nameOf(state)}: ${formatBaht(amount)} of the ${kind} ${number} is to be given up, ${formatBaht(left)} is held, ${shortBy} too much.`,
    accountDetails(state, { number, requested: formatBaht(amount), held: formatBaht(left), shortBy }),
  );
}

export function evolveHeldReturned(state: AccountState, { data }: HeldCashReturned): void {
  const held = state.held.get(data.number);
  if (!held) throw new UnreadableEvent(`nothing was held under ${data.number}`);
  held.returned = add(held.returned, parseBaht(data.amount));
}
