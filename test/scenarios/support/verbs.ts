import type { Clauses } from './clauses.ts';

/** What a verb asks of the service: a route (of the account, or from `/` on) and the body of its own. */
export interface Asked {
  readonly at: string;
  readonly body: Readonly<Record<string, unknown>>;
}
type Verb = (clauses: Clauses, project: string) => Asked;

/** What any sentence may say of a document. */
const factsOf = (c: Clauses): Record<string, unknown> => ({
  item: c.item,
  line: c.line,
  amount: c.amount,
  change: c.change,
  quantity: c.quantity,
  foreign: c.foreign,
  continues: c.continues,
  ...c.against,
  agreement: c.agreement,
  until: c.until,
  spent: c.spent,
  returned: c.returned,
  final: c.final,
  withheld: c.withheld.length === 0 ? undefined : c.withheld,
});

/** Makes a document, numbered in the body. */
const makes =
  (at: string, field: string, more: Readonly<Record<string, unknown>> = {}): Verb =>
  (c) => ({ at, body: { [field]: c.number, ...factsOf(c), ...more } });

/** Does something to a document, numbered in the address. */
const does =
  (at: string, what: string): Verb =>
  (c) => ({ at: `${at}/${encodeURIComponent(c.number ?? '')}/${what}`, body: factsOf(c) });

const transfers: Verb = (c, project) => ({
  at: 'transfers',
  body: {
    transfer: c.number,
    line: c.line,
    amount: c.amount,
    agreement: c.agreement,
    to: {
      toProject: c.to?.project ?? project,
      toFundSource: c.to?.line?.fundSource,
      toCategory: c.to?.line?.category,
    },
  },
});

const reserves: Verb = (c) => {
  const [stage, document] = Object.entries(c.against).find(([field]) => !field.endsWith('Item')) ?? [];
  const item = c.against[`${stage ?? ''}Item`];
  return { at: 'year-end/reservations', body: { reservation: c.number, stage, document, item } };
};

const notes: Verb = (c) => ({
  at: 'off-budget-notes',
  body: {
    stage: 'commitment',
    document: c.number,
    item: c.item,
    amount: c.amount,
    description: c.reason,
    reason: undefined,
  },
});

/** What officers do, and where the service takes it. */
export const VERBS: Readonly<Record<string, Verb>> = {
  estimates: makes('estimates', 'document'),
  allocates: makes('allocations', 'document'),
  'releases budget': makes('releases', 'document'),
  supplements: makes('supplements', 'document'),
  cuts: makes('cuts', 'document'),
  transfers,
  'reverses transfer': (c) => ({ at: `transfers/${c.number!}/reversals`, body: { reversal: c.as } }),
  'reports transfer': (c) => ({ at: `transfers/${c.number!}/reports`, body: { reference: c.as } }),
  plans: () => ({ at: 'plan', body: {} }),
  'revises the plan': () => ({ at: 'plan-revisions', body: {} }),

  requests: makes('requests', 'request'),
  'releases request': does('requests', 'releases'),
  orders: makes('commitments', 'commitment'),
  contracts: makes('commitments', 'commitment', { kind: 'contract' }),
  'commits to': makes('commitments', 'commitment', { kind: 'non-order' }),
  'amends order': does('commitments', 'amendments'),
  'releases order': does('commitments', 'releases'),
  'reverses order': does('commitments', 'reversals'),
  accepts: makes('acceptances', 'acceptance'),
  'reverses acceptance': does('acceptances', 'reversals'),
  pays: makes('disbursements', 'disbursement'),
  'reverses payment': does('disbursements', 'reversals'),
  refunds: (c) => ({
    at: `disbursements/${c.against['disbursement']!}/refunds`,
    body: { refund: c.number, amount: c.amount, item: c.against['disbursementItem'] },
  }),
  // A correction is dated by its quarter unless it says a day.
  corrects: (c) => makes('corrections', 'correction', { effectiveOn: c.day })(c, ''),
  'pays advance': makes('advances', 'advance'),
  'clears advance': (c) => ({
    at: `advances/${c.number!}/clearings`,
    body: { disbursement: c.as, spent: c.spent, returned: c.returned },
  }),
  'returns advance': does('advances', 'returns'),
  'holds guarantee': makes('guarantees', 'guarantee'),
  'returns held cash': does('held-cash', 'returns'),
  'notes off the budget of order': notes,

  'soft-closes': (c) => ({ at: `/periods/${c.fiscalYear!}/soft-closings`, body: { period: c.period } }),
  closes: (c) => ({ at: `/periods/${c.fiscalYear!}/closings`, body: { period: c.period } }),
  reopens: (c) => ({ at: `/periods/${c.fiscalYear!}/reopenings`, body: { period: c.period } }),

  approves: (c) => ({ at: `/approvals/${c.number!}/approvals`, body: {} }),
  refuses: (c) => ({ at: `/approvals/${c.number!}/refusals`, body: {} }),
  withdraws: (c) => ({ at: `/approvals/${c.number!}/withdrawals`, body: {} }),

  'reserves at year-end': reserves,
  'confirms reservation': does('year-end/reservations', 'confirmations'),
  'extends reservation': does('year-end/reservations', 'extensions'),
  'lapses reservation': does('year-end/reservations', 'lapses'),
  'closes the year': () => ({ at: 'year-end/closing', body: {} }),
  'takes back the year-end step': (c) => ({
    at: 'year-end/reversals',
    body: { step: c.number === undefined ? undefined : Number(c.number) },
  }),

  'requests over several lines': makes('/documents/requests', 'request'),
  'orders over several lines': makes('/documents/commitments', 'commitment'),
  'accepts over several lines': makes('/documents/acceptances', 'acceptance'),
  'pays over several lines': makes('/documents/disbursements', 'disbursement'),
};

const byLength = Object.keys(VERBS).sort((one, other) => other.length - one.length);

/** The longest verb that a sentence begins with, and what stands after it. */
export function readVerb(text: string): { readonly verb: Verb; readonly rest: string } {
  const name = byLength.find((each) => text === each || text.startsWith(`${each} `));
  if (name === undefined) throw new Error(`the scenario says "${text}", which is nothing that officers do`);
  return { verb: VERBS[name]!, rest: text.slice(name.length) };
}
