import type { ControlPolicyEvent } from '#control';
import { type CivilDate, formatBaht, parseBaht, type Satang } from '#kernel/folding';
import { type AuditEvent, type AuditedAccountEvent, isOfAccount } from '../audit-event.ts';
import { addDays } from '../days.ts';
import { total } from '../money.ts';
import {
  defineRule,
  type Effect,
  ended,
  type Found,
  found,
  type Look,
  type Memory,
  remember,
} from '../rule.ts';

/** An order or contract, with all its items. */
interface Order {
  readonly number: string;
  readonly on: CivilDate;
  /** Satang. */
  readonly amount: number;
  /** Position at which it was made. */
  readonly at: string;
  readonly by: string;
}

/** Orders within the days of a window, and the threshold that they reach together. */
interface Split {
  readonly orders: readonly Order[];
  readonly sum: Satang;
  readonly threshold: Satang;
}

/** Orders to one counterparty that are compared with each other: the cost of an event stays the same. */
const MOST_KEPT = 40;

/** Orders that the sentence names. */
const MOST_NAMED = 10;

/** The thresholds that a policy sets for orders, in satang. */
const POLICY = 'policy';

/** Orders to one counterparty, each below a threshold and together above it. */
export const rule = defineRule({
  id: 'split-orders-under-threshold',
  version: 1,
  name: { en: 'Split orders', th: 'แบ่งซื้อแบ่งจ้าง' },
  meaning: {
    en: 'Orders of a project to one counterparty within so many days are each below a threshold of procurement or approval, and reach it together.',
    th: 'ใบสั่งของโครงการถึงคู่สัญญารายเดียวภายในจำนวนวันที่กำหนด แต่ละใบต่ำกว่าวงเงินของการจัดซื้อหรือการอนุมัติ แต่รวมกันถึงวงเงินนั้น',
  },
  source:
    'Regulation of the Ministry of Finance on Public Procurement and Supplies Administration B.E. 2560 (2017), clause 20: no splitting of purchases',
  parameters: {
    threshold: {
      unit: 'baht',
      default: '500000.00',
      meaning: 'Threshold of procurement; beside it count those of the approvals that the policy asks for',
    },
    days: { unit: 'days', default: 30, meaning: 'Days within which orders belong together' },
  },
  categories: ['controlpolicy', 'budgetaccount'],
  types: ['ControlPolicySet', 'CommitmentMade', 'CommitmentReversed'],
  fold(event, look, { threshold, days }) {
    if (!isOfAccount(event)) return [policySet(event)];
    const change = event.event.type === 'CommitmentReversed' ? reversed(event, look) : ordered(event, look);
    if (change === undefined) return [];
    const { counterparty, orders } = change;
    const key = keyOf(event, counterparty);
    const thresholds = [threshold, ...((look(POLICY) ?? []) as readonly Satang[])];
    const largest = splitsOf(orders, thresholds, days).sort((a, b) => b.sum - a.sum)[0];
    const kept = remember(key, keptOrders(orders));
    const belongs = remember(orderKey(event, change.commitment), counterparty);
    if (largest) return [kept, belongs, found(splitFound(event, counterparty, largest, days))];
    // An order that is no longer compared ends nothing; one that was taken back does.
    return event.event.type === 'CommitmentReversed' ? [kept, ended(key, event.position)] : [kept, belongs];
  },
});

function policySet({ event }: AuditEvent): Effect {
  const { data } = event as Extract<ControlPolicyEvent, { type: 'ControlPolicySet' }>;
  const thresholds = data.policy.approvals
    .filter(({ command }) => command === 'commit' || command === '*')
    .map(({ from }) => parseBaht(from))
    .filter((from) => from > 0);
  return remember(POLICY, [...new Set(thresholds)]);
}

const keyOf = ({ stream }: AuditedAccountEvent, counterparty: string): string =>
  JSON.stringify([stream, counterparty]);

const orderKey = ({ stream }: AuditedAccountEvent, commitment: string): string =>
  JSON.stringify(['order', stream, commitment]);

interface Change {
  readonly commitment: string;
  readonly counterparty: string;
  /** In the order of their dates. */
  readonly orders: readonly Order[];
}

const ordersOf = (event: AuditedAccountEvent, look: Look, counterparty: string): readonly Order[] =>
  ((look(keyOf(event, counterparty)) ?? []) as unknown as readonly Kept[]).map(
    ([number, on, amount, at, by]) => ({ number, on, amount, at, by }),
  );

/** Orders as they are remembered: there may be millions of them. */
const keptOrders = (orders: readonly Order[]): Memory =>
  orders.map(({ number, on, amount, at, by }): Kept => [number, on, amount, at, by]);
type Kept = readonly [number: string, on: CivilDate, amount: number, at: string, by: string];

/** An order with its earlier items; a contract over several years counts with all it comes to. */
function ordered(event: AuditedAccountEvent, look: Look): Change | undefined {
  if (event.event.type !== 'CommitmentMade') return undefined;
  const { commitment, counterparty, amount, contract } = event.event.data;
  if (counterparty === undefined) return undefined;
  const orders = ordersOf(event, look, counterparty);
  const earlier = orders.find(({ number }) => number === commitment);
  const order: Order = {
    number: commitment,
    on: earlier?.on ?? event.effectiveOn,
    amount: total([earlier?.amount ?? 0, parseBaht(contract?.total ?? amount)]),
    at: earlier?.at ?? event.position,
    by: earlier?.by ?? event.actor,
  };
  const all = [...orders.filter(({ number }) => number !== commitment), order];
  return { commitment, counterparty, orders: all.sort(byDate).slice(-MOST_KEPT) };
}

/** Without the order, or the item of it, that is taken back. */
function reversed(event: AuditedAccountEvent, look: Look): Change | undefined {
  if (event.event.type !== 'CommitmentReversed') return undefined;
  const { commitment, amount } = event.event.data;
  const counterparty = look(orderKey(event, commitment));
  if (typeof counterparty !== 'string') return undefined;
  const orders = ordersOf(event, look, counterparty)
    .map((order) =>
      order.number === commitment ? { ...order, amount: total([order.amount, -parseBaht(amount)]) } : order,
    )
    .filter((order) => order.amount > 0);
  return { commitment, counterparty, orders };
}

const byDate = (one: Order, other: Order): number =>
  one.on < other.on ? -1 : one.on > other.on ? 1 : one.number < other.number ? -1 : 1;

/** For each threshold the window whose orders, each below it, come to most; where that reaches it. */
function splitsOf(orders: readonly Order[], thresholds: readonly Satang[], days: number): Split[] {
  const all = total(orders.map(({ amount }) => amount));
  return thresholds.flatMap((threshold) => {
    // Most counterparties never come near a threshold.
    if (all < threshold) return [];
    const below = orders.filter(({ amount }) => amount < threshold);
    const within = largestWindow(below, days);
    const sum = total(within.map(({ amount }) => amount));
    return within.length > 1 && sum >= threshold ? [{ orders: within, sum, threshold }] : [];
  });
}

/** The orders within so many days that come to most; the earliest of equal ones. */
function largestWindow(orders: readonly Order[], days: number): readonly Order[] {
  const lastDays = orders.map(({ on }) => addDays(on, days));
  let [first, sum, most] = [0, 0, 0];
  let largest: readonly Order[] = [];
  for (const [last, order] of orders.entries()) {
    sum += order.amount;
    while ((lastDays[first] ?? order.on) <= order.on) sum -= orders[first++]?.amount ?? 0;
    if (sum > most) [most, largest] = [sum, orders.slice(first, last + 1)];
  }
  return largest;
}

function splitFound(
  event: AuditedAccountEvent,
  counterparty: string,
  { orders, sum, threshold }: Split,
  days: number,
): Found {
  const { project, fiscalYear } = event.account;
  const [limit, together] = [formatBaht(threshold), formatBaht(sum)];
  const named = orders.slice(0, MOST_NAMED).map(({ number }) => number);
  const numbers = [...named, ...(orders.length > MOST_NAMED ? ['…'] : [])].join(', ');
  return {
    key: keyOf(event, counterparty),
    severity: 'high',
    sentence: {
      en: `${project}: ${orders.length} orders to ${counterparty} within ${days} days, each below ${limit} baht, come to ${together} baht (${numbers}).`,
      th: `${project}: ใบสั่ง ${orders.length} ใบถึง ${counterparty} ภายใน ${days} วัน แต่ละใบต่ำกว่า ${limit} บาท รวมกันเป็น ${together} บาท (${numbers})`,
    },
    project,
    fiscalYear,
    effectiveOn: event.effectiveOn,
    amount: sum,
    people: [...new Set(orders.map(({ by }) => by))],
    events: orders.map(({ at }) => at),
  };
}
