import { type AccountCommand, budgetAccount } from '#budget';
import { approval, type ApprovalState, controlPolicy } from '#control';
import { type CivilDate, type FiscalYear, parseBaht, RefusalError, streams } from '#kernel';
import { type Posting, posting, type PostingContext, type Recorder } from '#posting';
import { toAccount } from '../../../apps/ledger/src/budget/account-posting.ts';
import { handIn, record, step } from '../../../apps/ledger/src/control/waiting-document.ts';

/** What an office does with a document from its first day to its last, step by step. */
export interface Kind {
  readonly name: string;
  /** Of all documents of a year: an assumption, to be replaced by the reader's own. */
  readonly share: number;
  readonly steps: (document: string) => readonly AccountCommand[];
}

export const ORGANISATION = 'ministry';
export const YEAR = 2569 as FiscalYear;
const LINE = { fundSource: 'annual-appropriation', category: 'operating' };
const DAY = '2025-11-15' as CivilDate;
const common = {
  effectiveOn: DAY,
  description: 'ค่าจ้างเหมาบริการดูแลระบบสารสนเทศ งวดที่ 1',
  counterparty: 'V-000123',
};

const request = (document: string): AccountCommand => {
  const { effectiveOn, description } = common;
  return {
    type: 'make-request',
    request: `PR-${document}`,
    line: LINE,
    amount: parseBaht('400.00'),
    effectiveOn,
    description,
  };
};
const order = (document: string, requested: boolean): AccountCommand => ({
  ...common,
  type: 'commit',
  commitment: `PO-${document}`,
  amount: parseBaht('400.00'),
  ...(requested ? { request: `PR-${document}`, final: true } : { line: LINE }),
});
const accept = (document: string, part: number, amount: string): AccountCommand => {
  const { effectiveOn, description } = common;
  return {
    type: 'accept',
    acceptance: `GR-${document}-${part}`,
    commitment: `PO-${document}`,
    amount: parseBaht(amount),
    effectiveOn,
    description,
  };
};
const pay = (document: string, part: number, amount: string): AccountCommand => ({
  ...common,
  type: 'disburse',
  disbursement: `PV-${document}-${part}`,
  acceptance: `GR-${document}-${part}`,
  amount: parseBaht(amount),
});

export const KINDS: readonly Kind[] = [
  {
    name: 'paid without an order',
    share: 0.5,
    steps: (document) => [
      {
        ...common,
        type: 'disburse',
        disbursement: `PV-${document}`,
        line: LINE,
        amount: parseBaht('400.00'),
      },
    ],
  },
  {
    name: 'ordered, delivered, paid',
    share: 0.3,
    steps: (document) => [order(document, false), accept(document, 1, '400.00'), pay(document, 1, '400.00')],
  },
  {
    name: 'requested, ordered, delivered, paid',
    share: 0.15,
    steps: (document) => [
      request(document),
      order(document, true),
      accept(document, 1, '400.00'),
      pay(document, 1, '400.00'),
    ],
  },
  {
    name: 'contract, paid in four parts',
    share: 0.05,
    steps: (document) => [
      request(document),
      order(document, true),
      ...[1, 2, 3, 4].flatMap((part) => [accept(document, part, '100.00'), pay(document, part, '100.00')]),
    ],
  },
];

/** Whether a second person releases each step, as most offices must have it. */
export type Eyes = 'two' | 'four';

/** Opens the account of a unit and gives it money; of several processes that do so the first one counts. */
export async function openUnit(recorder: Recorder, unit: string): Promise<void> {
  const account = streams.budgetAccount(ORGANISATION, YEAR, unit);
  const open: AccountCommand = {
    type: 'open-account',
    organisation: ORGANISATION,
    fiscalYear: YEAR,
    project: unit,
    name: `หน่วยงาน ${unit}`,
    effectiveOn: DAY,
  };
  const budget: AccountCommand = {
    type: 'allocate',
    line: LINE,
    amount: parseBaht('90000000000.00'),
    effectiveOn: DAY,
  };
  const postings = [open, budget].map((command) => posting(budgetAccount, account, command));
  await recorder.postAll(postings, context(`open-${unit}`, 'maker'));
  const grant = {
    type: 'grant-duty',
    duty: 'head-of-unit',
    holder: 'checker',
    effectiveOn: DAY,
  } as const;
  const policy = posting(controlPolicy, streams.controlPolicy(ORGANISATION), grant);
  await recorder.post(policy, context('grant', 'maker'));
}

export interface Lived {
  readonly appends: number;
  /** How often an officer had to send again what was refused because others came first. */
  readonly again: number;
}

/** Takes one document through its life. */
export async function live(
  recorder: Recorder,
  { kind, unit, document, eyes }: { kind: Kind; unit: string; document: string; eyes: Eyes },
): Promise<Lived> {
  const steps = kind.steps(document);
  let again = 0;
  for (const [index, command] of steps.entries()) {
    const what = toAccount(ORGANISATION, { fiscalYear: YEAR, project: unit }, command, undefined);
    const key = `${document}-${index}`;
    again += await sentUntilTaken(() =>
      eyes === 'two' ? recorder.post(what, context(key, 'maker')) : released(recorder, what, key),
    );
  }
  return { appends: steps.length * (eyes === 'two' ? 1 : 2), again };
}

/** Under the same keys, so that nothing is recorded twice. */
async function sentUntilTaken(send: () => Promise<unknown>): Promise<number> {
  for (let again = 0; ; again += 1) {
    try {
      await send();
      return again;
    } catch (error) {
      if (!(error instanceof RefusalError) || error.refusal.code !== 'account-contended') throw error;
    }
  }
}

/** Handed in by one person, approved by another; the second append records it. */
async function released(recorder: Recorder, what: Posting, number: string): Promise<void> {
  const amount = (what.command as { amount?: ReturnType<typeof parseBaht> }).amount ?? parseBaht('0.00');
  const tried = [{ amount, tiers: ['head-of-unit'], draws: [], reserves: false }];
  const handed = handIn({ organisation: ORGANISATION, number, what: [what], tried, effectiveOn: DAY });
  await recorder.postAll(handed, context(`in-${number}`, 'maker'));
  const stream = streams.approval(ORGANISATION, number);
  const state = (await recorder.stateOf(approval, stream)) as ApprovalState;
  const give = step(ORGANISATION, number, {
    type: 'approve-document',
    tier: 'head-of-unit',
    effectiveOn: DAY,
  });
  await recorder.postAll([give, ...record(ORGANISATION, state, DAY)], context(`out-${number}`, 'checker'));
}

const context = (idempotencyKey: string, actor: string): PostingContext => ({
  organisation: ORGANISATION,
  actor,
  idempotencyKey,
});
