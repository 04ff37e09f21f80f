/** What an organisation lets its money do: data, versioned, recorded as events. Absent parts have the defaults below. */
export interface ControlPolicy {
  /** What availability counts against: all that is allocated, or only what is released so far. */
  readonly basis: 'allocated' | 'released';
  readonly availability: readonly AvailabilityRule[];
  readonly ceilings: readonly CeilingRule[];
  /** How far a later document may exceed the one it draws on; the smaller of the two counts. */
  readonly excess?: Tolerance | undefined;
  readonly transfers: readonly TransferRule[];
  readonly approvals: readonly ApprovalRule[];
  /** Whether a document holds its money while it waits for approval. */
  readonly reserveWhileWaiting: boolean;
  readonly pastQuarters: 'open' | 'locked';
  readonly datesOutsideYear: 'refused' | 'allowed-by-duty';
  readonly yearEnd: YearEndRules;
  readonly targets: readonly DisbursementTarget[];
}

/** Decimal strings: percent of the budget, baht. */
export interface Tolerance {
  readonly percent?: string | undefined;
  readonly amount?: string | undefined;
}

export interface Match {
  readonly fundSource?: string | undefined;
  readonly category?: string | undefined;
  readonly project?: string | undefined;
}

export interface AvailabilityRule {
  readonly name: string;
  readonly key: 'line' | 'project' | 'fund' | 'category';
  readonly stages: readonly ('request' | 'commit' | 'disburse')[];
  readonly severity: 'track' | 'warn' | 'stop';
  readonly match?: Match | undefined;
  readonly tolerance?: Tolerance | undefined;
  readonly warnAtPercent?: string | undefined;
}

/** A ceiling on what is used from the start of the year to the end of a period. */
export interface CeilingRule {
  readonly name: string;
  readonly key: 'line' | 'project' | 'fund' | 'category';
  readonly per: 'month' | 'quarter';
  readonly stage: 'request' | 'commit' | 'disburse';
  readonly severity: 'track' | 'warn' | 'stop';
  readonly match?: Match | undefined;
  /** By period: months of the fiscal year `M1` to `M12`, or `Q1` to `Q4`. */
  readonly limits: {
    readonly percent?: Readonly<Record<string, string>> | undefined;
    readonly amount?: Readonly<Record<string, string>> | undefined;
  };
}

/** What is asked of a transfer from one category to another; an absent category means any. */
export interface TransferRule {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly scope: 'lines' | 'projects' | 'any';
  readonly action: 'block' | 'alert' | 'agreement' | 'report';
  readonly message: string;
  readonly withinDays?: number | undefined;
}

/** From an amount (baht, inclusive) on, a command needs these duties in this order. `*` stands for every command. */
export interface ApprovalRule {
  readonly command: string;
  readonly from: string;
  readonly tiers: readonly string[];
}

export interface YearEndRules {
  /** `MM-DD` of the next year up to which confirmed reservations may be disbursed. */
  readonly disburseUntil: string;
  readonly rules: readonly CarryRule[];
}

/** What becomes of a line at the end of the year; the first rule that fits counts. */
export interface CarryRule {
  readonly match?:
    { readonly fundSource?: string | undefined; readonly category?: string | undefined } | undefined;
  readonly carry: 'whole' | 'commitments' | 'percentage' | 'none';
  readonly percent?: string | undefined;
  readonly toFundSource?: string | undefined;
  readonly rest: 'lapse' | 'return';
}

/** A rate that the cabinet expects to be disbursed through a period, in percent of the budget. */
export interface DisbursementTarget {
  readonly fiscalYear: number;
  readonly group: 'all' | 'current' | 'capital';
  /** `Q1` to `Q4` or `YYYY-MM`. */
  readonly through: string;
  readonly percent: string;
}

/** Ordinary caution: every line stops at its own budget at every stage; nothing else is asked. */
export const DEFAULT_POLICY: ControlPolicy = {
  basis: 'allocated',
  availability: [{ name: 'line', key: 'line', stages: ['request', 'commit', 'disburse'], severity: 'stop' }],
  ceilings: [],
  transfers: [],
  approvals: [],
  reserveWhileWaiting: false,
  pastQuarters: 'open',
  datesOutsideYear: 'refused',
  yearEnd: { disburseUntil: '03-31', rules: [{ carry: 'commitments', rest: 'lapse' }] },
  targets: [],
};
