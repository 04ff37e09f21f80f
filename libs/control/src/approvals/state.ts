/** One posting of a document that waits, as plain JSON. */
export interface WaitingPosting {
  readonly stream: string;
  readonly command: Readonly<Record<string, unknown>>;
  readonly source?: string | undefined;
}

/** A request that holds money for a waiting document: one item of the request that bears its number. */
export interface Reservation {
  readonly stream: string;
  readonly item: string;
  readonly line: { readonly fundSource: string; readonly category: string };
  /** Baht. */
  readonly amount: string;
}

export interface GivenApproval {
  readonly tier: string;
  readonly by: string;
  readonly onBehalfOf?: string | undefined;
}

/** A document that waits for other eyes, or has waited. */
export interface ApprovalState {
  readonly number: string;
  readonly maker: string;
  readonly summary: string;
  readonly what: readonly WaitingPosting[];
  readonly tiers: readonly string[];
  /** Baht. */
  readonly amount: string;
  readonly reserved?: readonly Reservation[] | undefined;
  readonly given: readonly GivenApproval[];
  readonly status: 'unknown' | 'waiting' | 'approved' | 'refused' | 'withdrawn';
}

export const emptyApproval = (): ApprovalState => ({
  number: '',
  maker: '',
  summary: '',
  what: [],
  tiers: [],
  amount: '0.00',
  given: [],
  status: 'unknown',
});

/** The duty whose approval comes next; nothing when none is missing. */
export const tierDue = ({ tiers, given }: ApprovalState): string | undefined => tiers[given.length];

/** Whether every tier has approved; a document that was never handed in is not. */
export const isApproved = ({ status }: ApprovalState): boolean => status === 'approved';
