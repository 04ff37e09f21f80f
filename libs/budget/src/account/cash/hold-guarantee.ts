import {
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  parseBaht,
  type Refusal,
  type Satang,
  ZERO,
} from '#kernel';
import { z } from 'zod';
import { refuse } from '../../refusals.ts';
import { accountDetails, mustBePositive, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';
import { mustBeNewHeld } from './held-cash.ts';

/** Takes a guarantee of a counterparty (หลักประกันสัญญา). It is held for him and moves no budget. */
export interface HoldGuarantee {
  readonly type: 'hold-guarantee';
  /** Number of the guarantee, unique among all that is held. */
  readonly guarantee: string;
  /** The order or contract that it secures. */
  readonly commitment?: string | undefined;
  readonly amount: Satang;
  /** The day on which it may be given back. */
  readonly dueOn?: CivilDate | undefined;
  readonly description?: string | undefined;
  /** A reference to the counterparty, never a personal name. */
  readonly counterparty?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const GuaranteeHeld = defineEvent({
  type: 'GuaranteeHeld',
  version: 1,
  category: 'budgetaccount',
  when: 'A counterparty gives a guarantee; it moves no budget.',
  data: z.strictObject({
    guarantee: fields.code('Number of the guarantee, unique among all that is held'),
    commitment: fields.code('Order or contract that it secures').optional(),
    amount: fields.baht('Amount of the guarantee, greater than zero; it moves no budget'),
    dueOn: fields.date('Day on which it may be given back').optional(),
    description: fields.text('What sort of guarantee it is', 2000).optional(),
    counterparty: fields.code('Reference to the counterparty, never a personal name').optional(),
  }),
});
export type GuaranteeHeld = EventOf<typeof GuaranteeHeld>;

export function decideHoldGuarantee(state: AccountState, command: HoldGuarantee): [GuaranteeHeld] | Refusal {
  const { guarantee, commitment, amount, dueOn, description, counterparty, effectiveOn } = command;
  const data = {
    guarantee,
    ...(commitment === undefined ? {} : { commitment }),
    amount: formatBaht(amount),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(description === undefined ? {} : { description }),
    ...(counterparty === undefined ? {} : { counterparty }),
  };
  return (
    mustBeNewHeld(state, guarantee) ??
    mustBePositive(state, amount) ??
    mustBeMade(state, commitment) ?? [{ type: 'GuaranteeHeld', effectiveOn, data }]
  );
}

/** A guarantee secures the whole document, whatever its items. */
function mustBeMade(state: AccountState, commitment: string | undefined): Refusal | undefined {
  if (commitment === undefined) return undefined;
  for (const key of state.commitments.keys()) if (key.split('\n')[0] === commitment) return undefined;
  return refuse(
    'commitment-unknown',
    `${nameOf(state)} has no commitment ${commitment}.`,
    accountDetails(state, { commitment }),
  );
}

export function evolveGuaranteeHeld(state: AccountState, { data, effectiveOn }: GuaranteeHeld): void {
  state.held.set(data.guarantee, {
    kind: 'guarantee',
    effectiveOn,
    given: parseBaht(data.amount),
    commitment: data.commitment,
    payments: new Map(),
    returned: ZERO,
  });
}
