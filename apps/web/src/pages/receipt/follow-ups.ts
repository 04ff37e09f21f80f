/** What can follow an event, by operation, and which of its facts the form begins with. */
interface FollowUp {
  readonly form: string;
  readonly keeps: readonly string[];
}

interface FollowUps {
  /** The next step of its life. */
  readonly next?: FollowUp;
  readonly reverse?: FollowUp;
  readonly adjust?: FollowUp;
}

const to = (form: string, ...keeps: readonly string[]): FollowUp => ({ form, keeps });

export const FOLLOW_UPS: Readonly<Record<string, FollowUps>> = {
  BudgetAccountOpened: { next: to('budgetAllocate') },
  BudgetAllocated: { next: to('planSet'), adjust: to('budgetCut', 'line') },
  BudgetSupplemented: { adjust: to('budgetCut', 'line') },
  BudgetCut: { adjust: to('budgetSupplement', 'line') },
  BudgetTransferredOut: { reverse: to('budgetReverseTransfer', 'transfer') },
  QuarterlyPlanSet: { adjust: to('planRevise') },
  QuarterlyPlanRevised: { adjust: to('planRevise') },
  RequestMade: {
    next: to('commitmentMake', 'request', 'line'),
    adjust: to('requestRelease', 'request', 'item'),
  },
  CommitmentMade: {
    next: to('acceptanceMake', 'commitment'),
    reverse: to('commitmentReverse', 'commitment', 'item'),
    adjust: to('commitmentAmend', 'commitment', 'item'),
  },
  CommitmentAmended: { adjust: to('commitmentAmend', 'commitment', 'item') },
  WorkAccepted: {
    next: to('disbursementMake', 'acceptance', 'amount'),
    reverse: to('acceptanceReverse', 'acceptance', 'item'),
  },
  DisbursementMade: {
    reverse: to('disbursementReverse', 'disbursement', 'item'),
    adjust: to('disbursementRefund', 'disbursement', 'item'),
  },
  QuarterCorrected: { adjust: to('quarterCorrect', 'line', 'quarter') },
  AdvancePaid: { next: to('advanceClear', 'advance'), adjust: to('advanceReturn', 'advance') },
  AdvanceCleared: { reverse: to('advanceReverseClearing', 'advance', 'disbursement') },
  GuaranteeHeld: { next: to('guaranteeReturn') },
  YearEndReserved: { next: to('yearEndConfirm', 'reservation'), reverse: to('yearEndReverse') },
  ReservationConfirmed: { reverse: to('yearEndReverse'), adjust: to('yearEndExtend', 'reservation') },
  YearClosed: { reverse: to('yearEndReverse') },
  KpiResultRecorded: { adjust: to('kpiCorrectResult', 'result', 'quarter') },
  KpiTargetSet: { adjust: to('kpiReviseTarget') },
  KpiPlanSet: { adjust: to('kpiRevisePlan') },
};

interface About {
  readonly fiscalYear: number | null;
  readonly project: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the address of a form says so that it begins with the facts of an event. */
export function prefillOf({ keeps }: FollowUp, { fiscalYear, project, data }: About): Record<string, string> {
  const said: Record<string, string> = {
    ...(fiscalYear === null ? {} : { fy: String(fiscalYear) }),
    ...(project === null ? {} : { project }),
  };
  for (const name of [...keeps, 'kpi']) {
    const value = data[name];
    if (typeof value === 'string') said[name] = value;
    const { fundSource, category } = (name === 'line' ? (value ?? {}) : {}) as Record<string, unknown>;
    if (typeof fundSource === 'string' && typeof category === 'string')
      Object.assign(said, { fundSource, category });
  }
  return said;
}
