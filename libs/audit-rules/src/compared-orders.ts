import type { AccountEvent } from '#budget';
import { type CivilDate, parseBaht } from '#kernel/folding';
import { type AuditedAccountEvent, makerOf } from './audit-event.ts';
import { total } from './money.ts';
import { foldedName } from './names.ts';
import { type Effect, type Look, type Memory, remember } from './rule.ts';

/** An order or contract, with all its items. */
export interface Order {
  readonly number: string;
  readonly on: CivilDate;
  /** Satang. */
  readonly amount: number;
  /** Position at which it was made. */
  readonly at: string;
  readonly by: string;
  /** Its last amendment: where that stands, and who made it. */
  readonly amended?: { readonly at: string; readonly by: string } | undefined;
}

/** The orders of an account to one counterparty, as an event leaves them. */
export interface OrdersTo {
  /** As it was typed last. */
  readonly counterparty: string;
  /** In the order of their dates. */
  readonly orders: readonly Order[];
  readonly effects: readonly Effect[];
}

/** Orders to one counterparty that are compared with each other: the cost of an event stays the same. */
const MOST_KEPT = 40;

/** Names the orders of an account to one counterparty. */
export const ordersKey = ({ stream }: AuditedAccountEvent, counterparty: string): string =>
  JSON.stringify([stream, foldedName(counterparty)]);

/** What an event makes of the orders to its counterparty; nothing where none is named, or the order is not compared. */
export function ordersAfter(event: AuditedAccountEvent, look: Look): OrdersTo | undefined {
  const change = changeBy(event, look);
  if (change === undefined) return undefined;
  const { itemKey, amount, counterparty, orders } = change;
  const ofItem: OfItem = [counterparty, amount];
  const effects = [remember(ordersKey(event, counterparty), keptOrders(orders)), remember(itemKey, ofItem)];
  return { counterparty, orders, effects };
}

interface Change {
  readonly itemKey: string;
  /** Satang that the item adds to its order. */
  readonly amount: number;
  readonly counterparty: string;
  readonly orders: readonly Order[];
}

/** What is remembered of an item: whose order it is, as typed, and the satang that it adds to that. */
type OfItem = readonly [counterparty: string, amount: number];

type DataOf<Type extends AccountEvent['type']> = Extract<AccountEvent, { type: Type }>['data'];

function changeBy(event: AuditedAccountEvent, look: Look): Change | undefined {
  switch (event.event.type) {
    case 'CommitmentMade':
      return ordered(event, event.event.data, look);
    case 'CommitmentAmended':
      return amended(event, event.event.data, look);
    case 'CommitmentReversed':
      return reversed(event, event.event.data, look);
    default:
      return undefined;
  }
}

interface Item {
  readonly commitment: string;
  readonly item?: string | undefined;
}

const itemKeyOf = ({ stream }: AuditedAccountEvent, { commitment, item }: Item): string =>
  JSON.stringify(['order', stream, commitment, ...(item === undefined ? [] : [item])]);

/** An order with its earlier items; a contract over several years counts with all it comes to. */
function ordered(event: AuditedAccountEvent, data: DataOf<'CommitmentMade'>, look: Look): Change | undefined {
  const { commitment, counterparty, contract } = data;
  if (counterparty === undefined) return undefined;
  const amount = parseBaht(contract?.total ?? data.amount);
  const orders = ordersOf(event, look, counterparty);
  const made = {
    number: commitment,
    on: event.effectiveOn,
    amount: 0,
    at: event.position,
    by: makerOf(event),
  };
  const earlier = orders.find(({ number }) => number === commitment) ?? made;
  const order: Order = { ...earlier, amount: total([earlier.amount, amount]) };
  const all = [...orders.filter(({ number }) => number !== commitment), order];
  return {
    itemKey: itemKeyOf(event, data),
    amount,
    counterparty,
    orders: all.sort(byDate).slice(-MOST_KEPT),
  };
}

/** An order counts with what it was amended to, and on the day on which it was made. */
function amended(
  event: AuditedAccountEvent,
  data: DataOf<'CommitmentAmended'>,
  look: Look,
): Change | undefined {
  const known = itemOf(event, data, look);
  if (!known?.orders.some(({ number }) => number === data.commitment)) return undefined;
  const change = parseBaht(data.change);
  const by = { at: event.position, by: makerOf(event) };
  return {
    ...known,
    amount: total([known.amount, change]),
    // What is amended to nothing stays, since it may be amended again.
    orders: known.orders.map((order) =>
      order.number === data.commitment
        ? { ...order, amount: total([order.amount, change]), amended: by }
        : order,
    ),
  };
}

/** Without the order, or the item of it, that is taken back: with all it came to, whatever was outstanding of that. */
function reversed(
  event: AuditedAccountEvent,
  data: DataOf<'CommitmentReversed'>,
  look: Look,
): Change | undefined {
  const known = itemOf(event, data, look);
  if (known === undefined) return undefined;
  const orders = known.orders.flatMap((order) => {
    if (order.number !== data.commitment) return [order];
    const amount = total([order.amount, -known.amount]);
    return amount > 0 ? [{ ...order, amount }] : [];
  });
  return { ...known, amount: 0, orders };
}

function itemOf(event: AuditedAccountEvent, item: Item, look: Look): Change | undefined {
  const itemKey = itemKeyOf(event, item);
  const known = look(itemKey) as OfItem | undefined;
  if (known === undefined) return undefined;
  const [counterparty, amount] = known;
  return { itemKey, amount, counterparty, orders: ordersOf(event, look, counterparty) };
}

/** Orders as they are remembered: there may be millions of them. */
type Kept = readonly [
  number: string,
  on: CivilDate,
  amount: number,
  at: string,
  by: string,
  amendedAt?: string,
  amendedBy?: string,
];

const keptOrders = (orders: readonly Order[]): Memory =>
  orders.map(({ number, on, amount, at, by, amended: change }) => [
    number,
    on,
    amount,
    at,
    by,
    ...(change === undefined ? [] : [change.at, change.by]),
  ]);

const ordersOf = (event: AuditedAccountEvent, look: Look, counterparty: string): readonly Order[] =>
  ((look(ordersKey(event, counterparty)) ?? []) as unknown as readonly Kept[]).map(
    ([number, on, amount, at, by, amendedAt, amendedBy]) => ({
      number,
      on,
      amount,
      at,
      by,
      ...(amendedAt === undefined || amendedBy === undefined
        ? {}
        : { amended: { at: amendedAt, by: amendedBy } }),
    }),
  );

const byDate = (one: Order, other: Order): number =>
  one.on < other.on ? -1 : one.on > other.on ? 1 : one.number < other.number ? -1 : 1;
