import type { ControlPolicyEvent } from '#control';
import { formatBaht, parseBaht, type Satang } from '#kernel/folding';
import { type AuditEvent, type AuditedAccountEvent, isOfAccount } from '../audit-event.ts';
import { type Order, ordersAfter, ordersKey } from '../compared-orders.ts';
import { addDays } from '../days.ts';
import { total } from '../money.ts';
import { defineRule, type Effect, ended, type Found, found, remember } from '../rule.ts';

/** Orders within the days of a window, and the threshold that they reach together. */
interface Split {
  readonly orders: readonly Order[];
  readonly sum: Satang;
  readonly threshold: Satang;
}

/** Orders that the sentence names. */
const MOST_NAMED = 10;

/** The thresholds that a policy sets for orders, in satang. */
const POLICY = 'policy';

/** Orders to one counterparty, each below a threshold and together above it. */
export const rule = defineRule({
  id: 'split-orders-under-threshold',
  version: 2,
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
    days: {
      unit: 'days',
      default: 30,
      meaning: 'Orders belong together when the last is made at most so many days after the first',
    },
  },
  categories: ['controlpolicy', 'budgetaccount'],
  types: ['ControlPolicySet', 'CommitmentMade', 'CommitmentAmended', 'CommitmentReversed'],
  fold(event, look, { threshold, days }) {
    if (!isOfAccount(event)) return [policySet(event)];
    const after = ordersAfter(event, look);
    if (after === undefined) return [];
    const { counterparty, orders, effects } = after;
    const thresholds = [threshold, ...((look(POLICY) ?? []) as readonly Satang[])];
    const largest = splitsOf(orders, thresholds, days).sort((a, b) => b.sum - a.sum)[0];
    if (largest) return [...effects, found(splitFound(event, counterparty, largest, days))];
    // An order that is no longer compared ends nothing; one that was amended or taken back does.
    if (event.event.type === 'CommitmentMade') return effects;
    return [...effects, ended(ordersKey(event, counterparty), event.position)];
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

/** For each threshold the window whose orders, each below it, come to most; where that reaches it. */
function splitsOf(orders: readonly Order[], thresholds: readonly Satang[], days: number): Split[] {
  const all = total(orders.map(({ amount }) => amount));
  return thresholds.flatMap((threshold) => {
    // Most counterparties never come near a threshold.
    if (all < threshold) return [];
    const below = orders.filter(({ amount }) => amount > 0 && amount < threshold);
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
    while ((lastDays[first] ?? order.on) < order.on) sum -= orders[first++]?.amount ?? 0;
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
  const shown = orders.flatMap((order) => [order, ...(order.amended ? [order.amended] : [])]);
  const [limit, together] = [formatBaht(threshold), formatBaht(sum)];
  const named = orders.slice(0, MOST_NAMED).map(({ number }) => number);
  const numbers = [...named, ...(orders.length > MOST_NAMED ? ['…'] : [])].join(', ');
  return {
    key: ordersKey(event, counterparty),
    severity: 'high',
    sentence: {
      en: `${project}: ${orders.length} orders to ${counterparty} within ${days} days, each below ${limit} baht, come to ${together} baht (${numbers}).`,
      th: `${project}: ใบสั่ง ${orders.length} ใบถึง ${counterparty} ภายใน ${days} วัน แต่ละใบต่ำกว่า ${limit} บาท รวมกันเป็น ${together} บาท (${numbers})`,
    },
    project,
    fiscalYear,
    effectiveOn: event.effectiveOn,
    amount: sum,
    people: [...new Set(shown.map(({ by }) => by))],
    events: shown.map(({ at }) => at),
  };
}
