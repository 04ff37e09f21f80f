import { type AccountFacts, type AccountState, documentKey } from '#budget';
import type { RecordedEvent } from '#event-store';
import { type CivilDate, parseBaht, QUARTERS, type Quarter } from '#kernel';

/** What takes a posting back, and the state that it must still stand in. */
export interface TakeBack {
  readonly facts: AccountFacts;
  /** Why it cannot be taken back any more, from the account as it is now; nothing when it can. */
  readonly usedSince?: ((state: AccountState) => string | undefined) | undefined;
}

type Why = { readonly reason: string; readonly effectiveOn: CivilDate };
type Plan = Readonly<Record<Quarter, string>>;

/** The members of events that say what is to be taken back. */
interface Data {
  readonly item?: string;
  readonly amount: string;
  readonly line: { readonly fundSource: string; readonly category: string };
  readonly request: string;
  readonly commitment: string;
  readonly acceptance: string;
  readonly disbursement: string;
  readonly document?: string;
  readonly quarters: Plan;
  readonly previous: Plan;
}

const WAYS: Readonly<Record<string, (data: Data, why: Why) => TakeBack>> = {
  BudgetAllocated: ({ line, amount, document }, why) => ({
    facts: { type: 'cut', line, amount: parseBaht(amount), document, ...why },
  }),
  QuarterlyPlanRevised: ({ quarters, previous }, why) => ({
    facts: { type: 'revise-plan', quarters: inSatang(previous), ...why },
    usedSince: ({ plan }) =>
      plan && QUARTERS.every((quarter) => plan[quarter] === parseBaht(quarters[quarter]))
        ? undefined
        : 'its plan was revised again',
  }),
  RequestMade: ({ request, item, amount }, why) => ({
    facts: { type: 'release-request', request, item, amount: parseBaht(amount), ...why },
    usedSince: ({ requests }) =>
      used(requests.get(documentKey(request, item))?.outstanding, amount, `the request ${request}`),
  }),
  CommitmentMade: ({ commitment, item, amount }, why) => ({
    facts: { type: 'reverse-commitment', commitment, item, ...why },
    usedSince: ({ commitments }) =>
      used(
        commitments.get(documentKey(commitment, item))?.outstanding,
        amount,
        `the commitment ${commitment}`,
      ),
  }),
  WorkAccepted: ({ acceptance, item, amount }, why) => ({
    facts: { type: 'reverse-acceptance', acceptance, item, ...why },
    usedSince: ({ acceptances }) =>
      used(
        acceptances.get(documentKey(acceptance, item))?.outstanding,
        amount,
        `the acceptance ${acceptance}`,
      ),
  }),
  DisbursementMade: ({ disbursement, item, amount }, why) => ({
    facts: { type: 'reverse-disbursement', disbursement, item, amount: parseBaht(amount), ...why },
    usedSince: ({ disbursements }) => {
      const made = disbursements.get(documentKey(disbursement, item));
      const untouched = made?.reversed === 0 && made.refunded === 0;
      return untouched ? undefined : `the disbursement ${disbursement} was reversed or refunded`;
    },
  }),
};

/** What takes the posting of an event back; nothing for one that cannot be. */
export function takingBack({ type, data }: RecordedEvent, why: Why): TakeBack | undefined {
  // What the event says is the form that its type has in the catalogue.
  return WAYS[type]?.(data as Data, why);
}

const inSatang = (plan: Plan) => ({
  Q1: parseBaht(plan.Q1),
  Q2: parseBaht(plan.Q2),
  Q3: parseBaht(plan.Q3),
  Q4: parseBaht(plan.Q4),
});

const used = (outstanding: number | undefined, amount: string, what: string): string | undefined =>
  outstanding === parseBaht(amount) ? undefined : `${what} was used or changed`;
