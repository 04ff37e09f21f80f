import type { AccountEvent } from '#budget';
import { add, negate, parseBaht, type Satang, subtract, ZERO } from '#kernel/folding';
import type { DocumentChange, DocumentName } from './change.ts';

type EventOfType<Type extends AccountEvent['type']> = Extract<AccountEvent, { type: Type }>;

const named = (stage: DocumentName['stage'], number: string, item: string | undefined): DocumentName => ({
  stage,
  number,
  item,
});

export const orZero = (amount: string | undefined): Satang =>
  amount === undefined ? ZERO : parseBaht(amount);

export function requested({ data }: EventOfType<'RequestMade'>): DocumentChange[] {
  const { request, item, line, amount, description } = data;
  return [{ made: named('request', request, item), line, amount: parseBaht(amount), description }];
}

export function requestReleased({ data }: EventOfType<'RequestReleased'>): DocumentChange[] {
  const { request, item, amount } = data;
  return [{ moved: named('request', request, item), amount: negate(parseBaht(amount)) }];
}

export function committed({ data }: EventOfType<'CommitmentMade'>): DocumentChange[] {
  const { commitment, item, line, amount, draws, description, counterparty } = data;
  const previous = draws && named('request', draws.request, draws.item);
  const made = named('commitment', commitment, item);
  return [
    { made, line, amount: parseBaht(amount), previous, description, counterparty },
    ...(previous ? [{ moved: previous, used: orZero(draws.amount) }] : []),
  ];
}

export function amended({ data }: EventOfType<'CommitmentAmended'>): DocumentChange[] {
  const { commitment, item, change } = data;
  return [{ moved: named('commitment', commitment, item), amount: parseBaht(change) }];
}

export function commitmentReleased({ data }: EventOfType<'CommitmentReleased'>): DocumentChange[] {
  const { commitment, item, amount } = data;
  return [{ moved: named('commitment', commitment, item), amount: negate(parseBaht(amount)) }];
}

/** Its request holds again what was taken of it, and what closing it had released. */
export function commitmentReversed({ data }: EventOfType<'CommitmentReversed'>): DocumentChange[] {
  const { commitment, item, amount, restores } = data;
  const reopened = orZero(restores?.reopened);
  const used = subtract(reopened, orZero(restores?.amount));
  const moved = named('commitment', commitment, item);
  return [{ moved, amount: negate(parseBaht(amount)), behind: { amount: reopened, used } }];
}

/** By units an acceptance may come to more or less than it takes: the obligation changes by the difference. */
export function accepted({ data }: EventOfType<'WorkAccepted'>): DocumentChange[] {
  const { acceptance, item, line, draws, dueOn, description } = data;
  const amount = parseBaht(data.amount);
  const previous = named('commitment', draws.commitment, draws.item);
  const difference = subtract(amount, parseBaht(draws.amount));
  return [
    { made: named('acceptance', acceptance, item), line, amount, previous, dueOn, description },
    { moved: previous, amount: difference, accepted: amount },
  ];
}

export const acceptanceReleased = ({ data }: EventOfType<'AcceptanceReleased'>): DocumentChange[] => [
  acceptanceLess({ number: data.acceptance, item: data.item }, negate(parseBaht(data.amount))),
];

export function acceptanceReversed({ data }: EventOfType<'AcceptanceReversed'>): DocumentChange[] {
  const less = negate(parseBaht(data.amount));
  const again = orZero(data.restores?.amount);
  const moved = named('acceptance', data.acceptance, data.item);
  return [{ moved, amount: less, behind: { amount: add(less, again), accepted: less } }];
}

/** What is accepted and given back is no obligation of the commitment either. */
export const acceptanceLess = (
  { number, item }: Pick<DocumentName, 'number' | 'item'>,
  less: Satang,
): DocumentChange => ({
  moved: named('acceptance', number, item),
  amount: less,
  behind: { amount: less, accepted: less },
});

interface Paid {
  readonly commitment?: string | undefined;
  readonly commitmentItem?: string | undefined;
  readonly acceptance?: string | undefined;
  readonly acceptanceItem?: string | undefined;
}

function paidOutOf({
  commitment,
  commitmentItem,
  acceptance,
  acceptanceItem,
}: Paid): DocumentName | undefined {
  if (acceptance !== undefined) return named('acceptance', acceptance, acceptanceItem);
  return commitment === undefined ? undefined : named('commitment', commitment, commitmentItem);
}

/** A payment moves the document it is paid out of; that of an acceptance moves the commitment behind it too. */
function payment(previous: DocumentName | undefined, used: Satang, freed: Satang): DocumentChange[] {
  if (!previous) return [];
  const amount = subtract(used, freed);
  const moves = { moved: previous, amount, used };
  if (previous.stage !== 'acceptance') return [moves];
  return [{ ...moves, behind: { amount, used, accepted: negate(freed) } }];
}

export function disbursed({ data }: EventOfType<'DisbursementMade'>): DocumentChange[] {
  const { disbursement, item, line, description, counterparty } = data;
  const amount = parseBaht(data.amount);
  const previous = paidOutOf(data);
  const made = named('disbursement', disbursement, item);
  return [
    { made, line, amount, previous, description, counterparty },
    ...payment(previous, amount, parseBaht(data.drawn ?? data.amount)),
  ];
}

export function disbursementReversed({ data }: EventOfType<'DisbursementReversed'>): DocumentChange[] {
  const less = negate(parseBaht(data.amount));
  const again = add(parseBaht(data.restored ?? data.amount), orZero(data.reopened));
  const moved = named('disbursement', data.disbursement, data.item);
  return [{ moved, amount: less }, ...payment(paidOutOf(data), less, negate(again))];
}

/** Money that comes back is neither paid nor owed any more; what it was paid out of is not outstanding again. */
export function refunded({ data }: EventOfType<'DisbursementRefunded'>): DocumentChange[] {
  const amount = negate(parseBaht(data.amount));
  return [{ moved: named('disbursement', data.disbursement, data.item), amount }];
}
