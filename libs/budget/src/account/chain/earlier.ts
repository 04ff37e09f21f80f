import {
  add,
  type CivilDate,
  formatBaht,
  formatQuantity,
  parseBaht,
  percentageOf,
  type Quantity,
  type Refusal,
  type Satang,
  subtract,
  UnreadableEvent,
  ZERO,
} from '#kernel';
import { type Line, lineKey, lineName } from '../../line.ts';
import { type BudgetRefusalCode, refuse } from '../../refusals.ts';
import { type AccountContext, policyOf } from '../context.ts';
import { accountDetails, nameOf } from '../rules.ts';
import { type AccountState, documentKey, documentName, type DocumentState } from '../state.ts';
import { liquidate, shareOf } from './liquidate.ts';

/** The stages of the chain that a later document draws on. */
export type EarlierStage = 'request' | 'commitment' | 'acceptance';

const UNKNOWN = {
  request: 'request-unknown',
  commitment: 'commitment-unknown',
  acceptance: 'acceptance-unknown',
} as const satisfies Record<EarlierStage, BudgetRefusalCode>;

const EXCEEDED = {
  request: 'request-exceeded',
  commitment: 'commitment-exceeded',
  acceptance: 'acceptance-exceeded',
} as const satisfies Record<EarlierStage, BudgetRefusalCode>;

const MAPS = { request: 'requests', commitment: 'commitments', acceptance: 'acceptances' } as const;

/** A document of an earlier stage, by number and item. */
export interface Earlier {
  readonly stage: EarlierStage;
  readonly number: string;
  readonly item?: string | undefined;
}

/** What a later document takes, and of what. */
export interface Draw extends Earlier {
  readonly held: DocumentState;
  readonly line: Line;
  /** What the later document comes to. */
  readonly amount: Satang;
  readonly drawn: Satang;
  readonly quantity?: Quantity;
  readonly closed: Satang;
}

export interface DrawAsked {
  readonly line?: Line | undefined;
  readonly amount?: Satang | undefined;
  readonly quantity?: Quantity | undefined;
  readonly final?: boolean | undefined;
  readonly effectiveOn: CivilDate;
}

export const documentsOf = (state: AccountState, stage: EarlierStage): Map<string, DocumentState> =>
  state[MAPS[stage]];

export const heldBy = (state: AccountState, { stage, number, item }: Earlier): DocumentState | undefined =>
  documentsOf(state, stage).get(documentKey(number, item));

/** The document as an event names it. Throws when it was never made: such a log cannot be read on. */
export function mustHold(state: AccountState, earlier: Earlier): DocumentState {
  const held = heldBy(state, earlier);
  if (!held) {
    throw new UnreadableEvent(
      `the ${earlier.stage} ${documentName(earlier.number, earlier.item)} was never made`,
    );
  }
  return held;
}

export function unknownDocument(state: AccountState, { stage, number, item }: Earlier): Refusal {
  return refuse(
    UNKNOWN[stage],
    `${nameOf(state)} has no ${stage} ${documentName(number, item)}.`,
    accountDetails(state, { [stage]: number, ...(item === undefined ? {} : { item }) }),
  );
}

/** Decides what a later document takes of an earlier one, or why it may not. */
export function drawOn(
  state: AccountState,
  earlier: Earlier,
  asked: DrawAsked,
  context: AccountContext,
): Draw | Refusal {
  const held = heldBy(state, earlier);
  if (!held) return unknownDocument(state, earlier);
  const refused =
    mustBeSameLine(state, earlier, held, asked.line) ?? mustFollow(state, earlier, held, asked.effectiveOn);
  if (refused) return refused;
  const taken = liquidate(held, {
    ...asked,
    // Foreign money takes what was booked for it; what another rate makes of it is no higher price.
    amount: held.foreign && asked.quantity !== undefined ? undefined : asked.amount,
    allowedExcess: allowedExcess(held, context),
  });
  if (taken === 'quantity-exceeded') return quantityExceeded(state, earlier, held, asked.quantity);
  if (taken === 'amount-exceeded') {
    const { amount = ZERO, quantity } = asked;
    return held.outstandingQuantity === undefined || quantity === undefined
      ? amountExceeded(state, earlier, held, amount)
      : priceExceeded(state, earlier, held, amount, quantity);
  }
  return { ...earlier, held, line: held.line, amount: asked.amount ?? taken.drawn, ...taken };
}

/** Of two allowances the smaller one counts. */
function allowedExcess({ amount }: DocumentState, context: AccountContext): Satang {
  const { excess } = policyOf(context);
  if (!excess) return ZERO;
  const allowed = [
    ...(excess.percent === undefined ? [] : [percentageOf(amount, excess.percent)]),
    ...(excess.amount === undefined ? [] : [parseBaht(excess.amount)]),
  ];
  return allowed.length === 0 ? ZERO : (Math.min(...allowed) as Satang);
}

function mustBeSameLine(
  state: AccountState,
  { stage, number, item }: Earlier,
  held: DocumentState,
  line: Line | undefined,
): Refusal | undefined {
  if (!line || lineKey(line) === lineKey(held.line)) return undefined;
  return refuse(
    'line-differs-from-commitment',
    `${nameOf(state)}: the ${stage} ${documentName(number, item)} is on the line ${lineName(held.line)}, not on ${lineName(line)}.`,
    accountDetails(state, { [stage]: number, line, expected: held.line }),
  );
}

/** A document that was taken back is not changed any more. */
export function mustStand(
  state: AccountState,
  { stage, number, item }: Earlier,
  { reversed }: DocumentState,
): Refusal | undefined {
  if (!reversed) return undefined;
  return refuse(
    'document-reversed',
    `${nameOf(state)}: the ${stage} ${documentName(number, item)} is taken back; expected a new document.`,
    accountDetails(state, { [stage]: number, ...(item === undefined ? {} : { item }) }),
  );
}

/** What draws on a document, or gives it back, cannot take effect before it: no balance at any day may be negative. */
export function mustFollow(
  state: AccountState,
  { stage, number, item }: Earlier,
  held: DocumentState,
  effectiveOn: CivilDate,
): Refusal | undefined {
  if (effectiveOn >= held.effectiveOn) return undefined;
  return refuse(
    stage === 'commitment' ? 'date-before-commitment' : 'date-before-document',
    `${nameOf(state)}: ${effectiveOn} lies before the ${stage} ${documentName(number, item)} of ${held.effectiveOn}; expected that day or later.`,
    accountDetails(state, { [stage]: number, effectiveOn, expected: held.effectiveOn }),
  );
}

export function amountExceeded(
  state: AccountState,
  { stage, number, item }: Earlier,
  { line, outstanding }: DocumentState,
  requested: Satang,
): Refusal {
  const shortBy = formatBaht(subtract(requested, outstanding));
  return refuse(
    EXCEEDED[stage],
    `${nameOf(state)}, ${lineName(line)}: ${formatBaht(requested)} is asked of the ${stage} ${documentName(number, item)}, ${formatBaht(outstanding)} is outstanding, ${shortBy} is missing.`,
    accountDetails(state, {
      line,
      [stage]: number,
      requested: formatBaht(requested),
      outstanding: formatBaht(outstanding),
      shortBy,
    }),
  );
}

/** Units that cost more than they take of the document. */
function priceExceeded(
  state: AccountState,
  { stage, number, item }: Earlier,
  held: DocumentState,
  requested: Satang,
  quantity: Quantity,
): Refusal {
  const share = shareOf(held, quantity);
  const [units, shortBy] = [formatQuantity(quantity), formatBaht(subtract(requested, share))];
  return refuse(
    EXCEEDED[stage],
    `${nameOf(state)}, ${lineName(held.line)}: ${formatBaht(requested)} is asked for ${units} units of the ${stage} ${documentName(number, item)}, which come to ${formatBaht(share)}, ${shortBy} is missing.`,
    accountDetails(state, {
      line: held.line,
      [stage]: number,
      quantity: units,
      requested: formatBaht(requested),
      outstanding: formatBaht(share),
      shortBy,
    }),
  );
}

function quantityExceeded(
  state: AccountState,
  { stage, number, item }: Earlier,
  { outstandingQuantity = 0 as Quantity }: DocumentState,
  requested: Quantity = 0 as Quantity,
): Refusal {
  const [asked, there] = [formatQuantity(requested), formatQuantity(outstandingQuantity)];
  return refuse(
    'quantity-exceeded',
    `${nameOf(state)}: ${asked} units are asked of the ${stage} ${documentName(number, item)}, ${there} are outstanding.`,
    accountDetails(state, { [stage]: number, requested: asked, outstanding: there }),
  );
}

/** Takes of a document what an event says; negative amounts give back. */
export function take(held: DocumentState, amount: Satang, quantity?: Quantity): void {
  held.outstanding = subtract(held.outstanding, amount);
  if (held.outstandingQuantity !== undefined && quantity !== undefined) {
    held.outstandingQuantity = (held.outstandingQuantity - quantity) as Quantity;
  }
}

/** Gives a document back what was taken of it. */
export function giveBack(held: DocumentState, amount: Satang, quantity?: Quantity): void {
  held.outstanding = add(held.outstanding, amount);
  if (held.outstandingQuantity !== undefined && quantity !== undefined) {
    held.outstandingQuantity = (held.outstandingQuantity + quantity) as Quantity;
  }
}

/** What is left of the earlier document after a draw, for the release that closes it. */
export const restOf = ({ held, drawn, quantity }: Draw): DocumentState => ({
  ...held,
  outstanding: subtract(held.outstanding, drawn),
  ...(held.outstandingQuantity === undefined
    ? {}
    : { outstandingQuantity: (held.outstandingQuantity - (quantity ?? 0)) as Quantity }),
});
