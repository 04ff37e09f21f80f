import { type CivilDate, formatBaht, parseBaht, type Refusal, type Satang } from '#kernel';
import type { ControlContext } from '../context.ts';
import { type ControlState, grantedOn, lendersOf } from '../policy/state.ts';
import { dutyMissing, refuse } from '../refusals.ts';
import { type ApprovalState, type GivenApproval, tierDue } from './state.ts';

/** Neither the maker nor anybody who has approved the document already. */
export function mustBeAnotherPair(
  { number, maker, given }: ApprovalState,
  { actor }: ControlContext,
): Refusal | undefined {
  if (actor === maker) {
    return refuse('maker-is-checker', `${maker} made the document ${number}; expected another to check it.`, {
      number,
      maker,
    });
  }
  if (!given.some(({ by }) => by === actor)) return undefined;
  return refuse(
    'checker-approved-already',
    `${actor ?? ''} approved the document ${number} already; expected another for the next tier.`,
    {
      number,
    },
  );
}

/** Whoever has the duty, but not for so much, is told up to which amount. */
function beyondLimit(
  { grants }: ControlState,
  actor: string,
  duty: string,
  on: CivilDate,
  amount: Satang,
): Refusal | undefined {
  const upTo = grants.find(
    (grant) =>
      grant.holder === actor &&
      grant.duty === duty &&
      (grant.first === undefined || grant.first <= on) &&
      (grant.last === undefined || on <= grant.last),
  )?.upTo;
  if (upTo === undefined) return undefined;
  return refuse(
    'duty-missing',
    `${actor} has the duty ${duty} up to ${upTo}, and the document comes to ${formatBaht(amount)}; expected somebody who has it for that amount.`,
    { duty, actor, upTo, amount: formatBaht(amount) },
  );
}

/** Somebody else may have given the tier meanwhile: then this approval would be of the next one. */
export function mustBeDue(state: ApprovalState, tier: string): Refusal | undefined {
  const due = tierDue(state);
  if (due === tier) return undefined;
  return refuse(
    'tier-not-due',
    `The document ${state.number} waits for ${due ?? 'nobody'}, not for ${tier}; look at it again.`,
    { number: state.number, due, given: tier },
  );
}

/** The tier that the one who asks gives, by his own duty or by one that was lent to him. */
export function tierOf(
  state: ApprovalState,
  { control, actor, bookedOn }: ControlContext,
): GivenApproval | Refusal {
  const tier = tierDue(state) ?? '';
  const amount = parseBaht(state.amount);
  if (actor === undefined || control === undefined) return dutyMissing(actor, tier);
  if (grantedOn(control, actor, tier, bookedOn, amount)) return { tier, by: actor };
  const lenders = lendersOf(control, actor, tier, bookedOn, amount);
  // What the maker lends does not become another's eyes.
  const lender = lenders.find((each) => each !== state.maker);
  if (lender !== undefined) return { tier, by: actor, onBehalfOf: lender };
  if (lenders.length === 0)
    return beyondLimit(control, actor, tier, bookedOn, amount) ?? dutyMissing(actor, tier);
  return refuse(
    'maker-is-checker',
    `${actor} would check the document ${state.number} in the place of ${state.maker}, who made it.`,
    { number: state.number, maker: state.maker },
  );
}
