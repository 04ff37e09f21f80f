/** Generated from docs/openapi.json by scripts/api-client.ts. */
export interface paths {
  '/api/v1/organisations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The organisations and their settings */
    get: operations['listOrganisations'];
    put?: never;
    /**
     * Register an organisation with its calendar
     * @description Name the organisation in the query. One that posts without being registered is registered with the Thai calendar.
     */
    post: operations['organisationRegister'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/fiscal-years': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The fiscal years that have budget accounts */
    get: operations['listFiscalYears'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The projects that have an account in a fiscal year */
    get: operations['listAccounts'];
    put?: never;
    /** Open the account of a project for a fiscal year */
    post: operations['accountOpen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/allocations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give a line budget */
    post: operations['budgetAllocate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/supplements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add to the original budget of a line during the year */
    post: operations['budgetSupplement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/cuts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take budget from a line, never below what is used */
    post: operations['budgetCut'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Plan the spending of each quarter */
    post: operations['planSet'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/plan-revisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Plan the quarters anew; the earlier plan stays in the log */
    post: operations['planRevise'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/corrections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Restate a quarter that has ended: effective then, recorded now */
    post: operations['quarterCorrect'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/estimates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Note what a line is estimated to need; no budget until it is allocated */
    post: operations['budgetEstimate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/releases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let a part of the allocation be used from now on */
    post: operations['budgetRelease'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hold money of a line for what is asked for */
    post: operations['requestMake'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/requests/{request}/releases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Return what a request no longer needs to its line, or close it */
    post: operations['requestRelease'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/commitments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Oblige a line by an order or contract, out of a request or directly */
    post: operations['commitmentMake'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/commitments/{commitment}/amendments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Change the amount of a commitment up or down */
    post: operations['commitmentAmend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/commitments/{commitment}/releases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Return what a commitment no longer needs to its line, or close it */
    post: operations['commitmentRelease'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/commitments/{commitment}/reversals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a commitment back that nothing stands on; its request holds the money again */
    post: operations['commitmentReverse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/acceptances': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accept work or goods of a commitment: the obligation is due */
    post: operations['acceptanceMake'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/acceptances/{acceptance}/reversals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take an acceptance back that is not paid; its commitment is outstanding again */
    post: operations['acceptanceReverse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/disbursements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Pay out: for an acceptance, against a commitment, or from a line */
    post: operations['disbursementMake'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/disbursements/{disbursement}/reversals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a disbursement back; what it paid is outstanding again */
    post: operations['disbursementReverse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/disbursements/{disbursement}/refunds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Return money of a payment that came back to its line */
    post: operations['disbursementRefund'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/transfers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Move budget to another line or project: both ends or neither */
    post: operations['budgetTransfer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/transfers/{transfer}/reversals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a transfer back as a whole; both movements stay visible */
    post: operations['budgetReverseTransfer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/transfers/{transfer}/reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say that a transfer which owes a report has been reported */
    post: operations['budgetReportTransfer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/advances': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give money before it is spent */
    post: operations['advancePay'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/advances/{advance}/clearings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Show what an advance was spent on; only what is above it draws new budget */
    post: operations['advanceClear'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/advances/{advance}/clearings/{disbursement}/reversals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a clearing back; the advance is outstanding again */
    post: operations['advanceReverseClearing'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/advances/{advance}/returns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Return unused cash of an advance to its line */
    post: operations['advanceReturn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/guarantees': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hold a guarantee of a counterparty; it moves no budget */
    post: operations['guaranteeHold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/held-cash/{number}/returns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give a guarantee or retention back, or keep it for good */
    post: operations['guaranteeReturn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/documents/requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hold money for a request of several lines: all of them or none */
    post: operations['documentRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/documents/commitments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Oblige several lines by one order or contract: all of them or none */
    post: operations['documentCommit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/documents/acceptances': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accept several lines of orders by one invoice: all of them or none */
    post: operations['documentAccept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/documents/disbursements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Pay several lines by one voucher: all of them or none */
    post: operations['documentDisburse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/off-budget-notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Note a line of a document that does not touch the budget */
    post: operations['documentNote'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/year-end/reservations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reserve the money of a document for the time after the year */
    post: operations['yearEndReserve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/year-end/reservations/{reservation}/confirmations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Confirm a reservation: its money may be disbursed after the year */
    post: operations['yearEndConfirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/year-end/reservations/{reservation}/extensions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Extend the time of a reservation by agreement */
    post: operations['yearEndExtend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/year-end/reservations/{reservation}/lapses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let lapse what is left of a reservation when its time is over */
    post: operations['yearEndLapse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/year-end/closing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Close the year of a project: carry forward, return and lapse as the policy says */
    post: operations['yearEndClose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/budget-accounts/{fiscalYear}/{project}/year-end/reversals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take the last step of the year-end back */
    post: operations['yearEndReverse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/control/policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The policy, and who has which duty, now or as known at a moment, in force on a day */
    get: operations['showPolicy'];
    put?: never;
    /** Say what the money of the organisation may do */
    post: operations['policySet'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/control/duties': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give somebody a duty */
    post: operations['dutyGrant'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/control/duties/withdrawals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a duty from somebody */
    post: operations['dutyWithdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/control/delegations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lend a duty of your own to another for some days */
    post: operations['dutyDelegate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/periods/{fiscalYear}/soft-closings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let only those post into a period whose duty it is */
    post: operations['periodSoftClose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/periods/{fiscalYear}/closings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Close a period: nothing but restatements reaches it */
    post: operations['periodClose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/periods/{fiscalYear}/reopenings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Open a closed period again */
    post: operations['periodReopen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/periods/{fiscalYear}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The months of a fiscal year that are not open, now or as known at a moment */
    get: operations['showPeriods'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/approvals/{number}/approvals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approve a waiting document; the last approval records it */
    post: operations['approvalGive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/approvals/{number}/refusals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refuse a waiting document */
    post: operations['approvalRefuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/approvals/{number}/withdrawals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a waiting document of your own back */
    post: operations['approvalWithdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/approvals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Documents that wait for approval, or have waited, now or as known at a moment */
    get: operations['listApprovals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/approvals/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A waiting document with what it would record, now or as known at a moment */
    get: operations['showApproval'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/control/re-runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The history of a year run again under a proposed policy, ceiling or cut; nothing is written */
    post: operations['reRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/kpis': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Define a KPI for a fiscal year */
    post: operations['kpiDefine'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/kpis/{fiscalYear}/{kpi}/target': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Set the target of the year */
    post: operations['kpiSetTarget'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/kpis/{fiscalYear}/{kpi}/target-revisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Set another target; the earlier one stays in the log */
    post: operations['kpiReviseTarget'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/kpis/{fiscalYear}/{kpi}/plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Plan what each quarter is to bring */
    post: operations['kpiSetPlan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/kpis/{fiscalYear}/{kpi}/plan-revisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Plan the quarters anew; the earlier plan stays in the log */
    post: operations['kpiRevisePlan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/kpis/{fiscalYear}/{kpi}/results': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Record what a quarter brought, in numbers, in words or both */
    post: operations['kpiRecordResult'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/kpis/{fiscalYear}/{kpi}/results/{result}/corrections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** State a recorded result anew, as a whole */
    post: operations['kpiCorrectResult'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/kpis/{fiscalYear}/{kpi}/achievement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say that the KPI is achieved, as a report names it */
    post: operations['kpiMarkAchieved'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/quarterly-reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Enter a quarterly report and the day it stands for */
    post: operations['quarterlyReportDate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/quarterly-reports/{fiscalYear}/{report}/statuses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give the status of a project in a report */
    post: operations['quarterlyReportStatus'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/board-reports/previews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A board report as it would be published now, as markup for a page */
    post: operations['previewBoardReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/quarterly-reports/{fiscalYear}/{report}/publications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Publish a report: freeze it as a numbered set of files
     * @description PDF, XLSX, PPTX, CSV, HTML and JSON of the same figures. Nothing is numbered when a file cannot be made.
     */
    post: operations['quarterlyReportPublish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/publications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The published reports, the newest first, each with the number of cells that changed since */
    get: operations['listPublications'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/publications/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A published report: its files with their digests, its receipt, and what changed since */
    get: operations['publication'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/publications/{number}/page': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A published report as it was published, as markup for a page */
    get: operations['publicationPage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/publications/{number}/files/{file}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A file of a published report, byte for byte as it was published
     * @description Its digest is checked each time. With bom=yes a CSV begins with a byte order mark.
     */
    get: operations['publishedFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take published tables over, all or nothing
     * @description Every fault is listed with file, line, column and what was expected; then nothing is posted. What was taken over before is not posted again.
     */
    post: operations['import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sheets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Post the rows of a sheet, all or nothing
     * @description Every row is decided against those before it. One refused row refuses the sheet, and every fault is listed with its row and column.
     */
    post: operations['sheetPost'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sheets/submissions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Hand the rows of a sheet in for approval, as one waiting document
     * @description All rows are recorded together when the last tier approves. What would be refused today is not taken.
     */
    post: operations['sheetSubmit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sheets/progress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far an own sheet has come that is being posted */
    get: operations['sheetProgress'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sheets/templates/{file}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An empty sheet of a kind, as XLSX or CSV */
    get: operations['sheetTemplate'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sheets/{position}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was recorded together, and whether it was taken back */
    get: operations['sheetPosted'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sheets/{position}/reversals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take back as one what a sheet recorded, all or nothing
     * @description Each document is taken back, the last one first. What was used since refuses the whole, and is named. The same posting is taken back once, under whatever key.
     */
    post: operations['sheetReverse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/quarterly': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Plan against actual per project, to a quarter or by quarter */
    get: operations['reportQuarterly'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/budget-book': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The budget of a year from both sides: revenue by fund source, expenditure by group, project and line */
    get: operations['reportBudgetBook'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/kpi': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Plan, result and progress per KPI and quarter */
    get: operations['reportKpi'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Status of the projects per quarterly report */
    get: operations['reportStatus'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same figures at two points of both axes: changed cells, and the events that explain each */
    get: operations['diff'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reconcile': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A published table against the ledger: equal cells, and differing cells with the difference */
    post: operations['reconcile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/explain': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One cell of a report, or one amount of a document: the events behind it, its parts and its earlier values */
    get: operations['explain'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/course': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was used month by month and quarter by quarter, beside the plan of the quarters */
    get: operations['reportCourse'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/restated-cells': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The cells of the quarterly report of which a published report said something else */
    get: operations['reportRestatedCells'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/budget-status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Per project and line: original, supplements, cuts, transfers, current; pre-committed, committed, accepted, disbursed, available */
    get: operations['reportBudgetStatus'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/budget-comparison': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Original and final budget with actual amounts, and the reasons of every change (IPSAS 24) */
    get: operations['reportBudgetComparison'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/execution': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** In-year execution: use at the stages of commitment and payment against the original budget, cumulative by quarter (PEFA PI-28) */
    get: operations['reportExecution'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/disbursement-targets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Disbursement of all, current and capital expenditure against the target rates of the policy */
    get: operations['reportDisbursementTargets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/year-end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was carried forward, returned, lapsed and reserved, and what the next year received */
    get: operations['reportYearEnd'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/ageing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Outstanding commitments, and what is accepted and not paid, by age in days */
    get: operations['reportAgeing'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/likely-to-lapse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Available money and open documents that end with the year, or with their reservation */
    get: operations['reportLikelyToLapse'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/payment-days': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Days from request over order and acceptance to payment, with median and 90th percentile */
    get: operations['reportPaymentDays'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/transfer-reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Transfers that owe a report: due, reported, overdue */
    get: operations['reportTransferReports'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/restatements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the published reports of a year said, what they say now, and the events that made the difference */
    get: operations['reportRestatements'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/states/account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A budget account: budget, use and rest of every line, its plan, and the policy in force */
    get: operations['showAccount'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/states/documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The documents of an account, or the life of one: request, order, acceptance, payment, and who approved */
    get: operations['listDocuments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/states/kpis': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** KPIs with target, plan and results; of a single one also its history */
    get: operations['showKpis'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/control/policy/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The policy and the duties at two points: settings that differ, and the events that changed them */
    get: operations['diffPolicy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/access/rules/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The rule table and the roles at two points: what differs, and the events that changed it */
    get: operations['diffRoles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/moments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The moments of a fiscal year that have a name: reports, publications, closings; newest first */
    get: operations['listMoments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/moments/resolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The place in the log that a moment means, and when that was booked */
    get: operations['resolveMoment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/receipts/log-roots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Roots of the tree over the first events, computed again from the events as they are stored */
    get: operations['logRoots'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/receipts/{position}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Proof that a posting is in the log, to be kept and checked without the ledger
     * @description All events of the posting that wrote the event, each with its inclusion proof under one signed checkpoint.
     */
    get: operations['receipt'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/report-receipts/{report}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What a report was made from, and the hash of its bytes, so that it can be made again and compared
     * @description Takes the query of the report, and its format. The report that it belongs to is the one of the query in the receipt. What is not sealed yet is sealed first.
     */
    post: operations['reportReceipt'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/commitments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Orders and contracts with what is outstanding of each */
    get: operations['listCommitments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/journal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was recorded, in the order of the log */
    get: operations['journal'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/journal/summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many events a filter of the journal finds, and what their amounts come to
     * @description Up to 10,000 events are counted and added up.
     */
    get: operations['journalSummary'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/journal/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All events that a filter of the journal finds, as CSV
     * @description The answer is sent as it is read; the newest of it is what was known when it was asked for.
     */
    get: operations['exportJournal'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/events/{position}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One event exactly as it stands in the log */
    get: operations['showEvent'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/events/{position}/context': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was recorded with an event, what it did to the figures of its account, and what took it back */
    get: operations['eventContext'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/set-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Name the first administrator, once, with the one-time code that the service printed */
    post: operations['setUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/set-up/recovery': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A new administrator, or a new password for one, when none can sign in
     * @description Only for a program on the folder itself, with the service stopped; over a connection it is always refused. It stands in the log of the rule table, which begins anew with it where it was lost.
     */
    post: operations['recoverAccess'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/ways': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How one signs in here: whether the ledger is set up, and whether an identity provider signs in */
    get: operations['showSignInWays'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who I am, and what I may do */
    get: operations['showSession'];
    put?: never;
    /**
     * Sign in with name and password; pages get a cookie, programs a token
     * @description An unknown name, a wrong password and a closed account are refused alike. After five failures a name waits, longer each time.
     */
    post: operations['signIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign out: the session or token ends */
    post: operations['signOut'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Change my password; all my sessions and tokens end */
    post: operations['changePassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A secret for my authenticator (TOTP, RFC 6238); it counts once it is confirmed */
    post: operations['beginSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/second-factor/confirmation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The first code of my authenticator; from now on I sign in with it */
    post: operations['confirmSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/sign-on': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Go to the identity provider; it sends the browser back signed in */
    get: operations['beginSignOn'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/sign-on/callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where the identity provider sends the browser back to */
    get: operations['endSignOn'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The accounts and their roles */
    get: operations['listPeople'];
    put?: never;
    /** Open an account; the answer has a one-time code with which the person chooses a password */
    post: operations['openPersonAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/access/happenings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What concerned accounts, newest first: sign-ins, refusals, invitations, tokens */
    get: operations['listHappenings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{name}/invitations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A new one-time code to choose a password with, for whoever forgot the old one */
    post: operations['invitePerson'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/invitations/redemptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Choose a password with the one-time code of an invitation */
    post: operations['redeemInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{name}/second-factor/removals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take the second factor from somebody who lost the authenticator */
    post: operations['removeSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{name}/closings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Close an account: its roles, sessions and tokens end at once; what it posted stays */
    post: operations['closePersonAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{name}/reopenings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Open a closed account again; it has no role until it is given one */
    post: operations['reopenPersonAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{name}/erasures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Forget everything personal of a closed account; its name stays in the events */
    post: operations['erasePerson'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/service-tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The service tokens, with their roles and their last use; never the tokens themselves */
    get: operations['listServiceTokens'];
    put?: never;
    /** Give a service a token with a role that reads; it is shown this once */
    post: operations['issueServiceToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/service-tokens/{name}/revocations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End a service token and its roles at once */
    post: operations['revokeServiceToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/access/rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What each role may do, and who has which, now or as known at a moment, in force on a day */
    get: operations['showAccessRules'];
    put?: never;
    /** Say what roles may do */
    post: operations['setAccessRules'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/access/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every change of the rule table and of roles: who, what, when, by whom, why */
    get: operations['listAccessHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/access/grants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give somebody a role, within limits */
    post: operations['grantRole'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/access/grants/{grant}/withdrawals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End a grant */
    post: operations['withdrawRole'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/open-data': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The datasets that are given out, and what every column means */
    get: operations['showOpenData'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/glossary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The words of the ledger in Thai and English */
    get: operations['showGlossary'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/findings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the audit rules found, in the order in which it was found first
     * @description As known at any moment. Rules about the passing of days are judged on effectiveTo, else on the day of knownAt, else today. A finding names its events, people and amount, since when it holds and, once it does not, until when.
     */
    get: operations['listFindings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/findings/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One finding with its events, each with the way to read on */
    get: operations['showFinding'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The audit rules: what each finds, where it comes from, and its parameters */
    get: operations['listAuditRules'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/readings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who looked at or exported what, the newest first
     * @description Every answered or refused question is recorded before its answer leaves. Rows older than the retention are removed; keptFrom says from when on the list is whole.
     */
    get: operations['listReadings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/drafts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** My drafts with their age, the last changed first */
    get: operations['listDrafts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/drafts/{draft}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One of my drafts with what I typed */
    get: operations['showDraft'];
    /** Keep what I typed; refused where another window changed it meanwhile */
    put: operations['keepDraft'];
    post?: never;
    /** Throw one of my drafts away */
    delete: operations['removeDraft'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/preferences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How I want to see the pages */
    get: operations['showPreferences'];
    /** Say how I want to see the pages, as a whole */
    put: operations['keepPreferences'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/visit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where the log ended when I last looked before this visit */
    get: operations['showLastVisit'];
    /** I look at the ledger up to a position; looks within half an hour are one visit */
    put: operations['keepVisit'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/postings/{position}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A recorded posting: what was asked, before and after, its events, evidence, remarks and reversals
     * @description For who may read the journal of its projects, and for its author.
     */
    get: operations['showPosting'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/postings/{position}/remarks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add words or evidence to a posting that stands in the log; no money moves */
    post: operations['remarkAdd'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/attempts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Postings that were refused, the newest first: all for auditors, their own for everybody else */
    get: operations['listAttempts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/seal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is sealed, what waits, and what stands in the way */
    get: operations['sealStatus'];
    put?: never;
    /** Seal all that is in the logs now */
    post: operations['sealNow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/seal/key-rotations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin a new signing key; the first checkpoint after it is signed by both */
    post: operations['rotateSealKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checkpoints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Signed checkpoints, the oldest first */
    get: operations['listCheckpoints'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checkpoints/latest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The last checkpoint, as a signed note */
    get: operations['latestCheckpoint'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checkpoints/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The public keys, and how long each has signed */
    get: operations['verifierKeys'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checkpoints/keys.txt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The public keys, one a line, for verifiers */
    get: operations['verifierKeysText'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checkpoints/consistency': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What proves that one sealed tree is the beginning of another (RFC 6962, 2.1.2) */
    get: operations['proveConsistency'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checkpoints/{size}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The last checkpoint of so many events, as a signed note */
    get: operations['checkpointOfSize'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/verifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Verifications of the ledger by itself with what they found, the newest first */
    get: operations['listVerifications'];
    put?: never;
    /**
     * Verify the folder of the ledger from beginning to end, in a process of its own
     * @description Answers at once; `GET /verifications/latest` tells how far it has come, and what it found.
     */
    post: operations['beginVerification'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/verifications/latest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Up to where the ledger was last verified, for whoever looks at a page */
    get: operations['latestVerification'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/bundle': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The whole log with its checkpoints, to be verified without the ledger
     * @description Seals what is new, then sends a compressed tar archive. Unpack it, and `obligo verify` or the verifier in Python checks it; docs/audit-guide.md says how.
     */
    get: operations['auditBundle'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Versions, head of the log, and how far the read models have read */
    get: operations['status'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projections/rebuild': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Build every read model again from the log */
    post: operations['rebuildProjections'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    EvidenceDto: {
      /**
       * @description Name of the file
       * @example ใบแจ้งหนี้.pdf
       */
      name: string;
      /**
       * @description Size of the file in bytes
       * @example 48213
       */
      size: number;
      /** @description SHA-256 of the file */
      sha256: string;
      /** @description Where the file is kept, or its number */
      reference?: string;
    };
    RegisterOrganisationDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /**
       * @description Name of the organisation
       * @example Digital Agency
       */
      name: string;
      /** @description Name in English */
      nameEn?: string;
      /**
       * @description First month of the fiscal year
       * @default 10
       */
      startMonth: number;
      /**
       * @description Era in which fiscal years are written
       * @example BE
       * @enum {string}
       */
      era?: 'BE' | 'CE';
      /**
       * @description IANA time zone of the organisation
       * @example Asia/Bangkok
       */
      timeZone?: string;
      /**
       * @description Language of its reports
       * @example th
       * @enum {string}
       */
      language?: 'th' | 'en';
    };
    PostedEventDto: {
      /** Format: uuid */
      id: string;
      /** @example CommitmentMade */
      type: string;
      /** @example budgetaccount-etda.2569.P01 */
      stream: string;
      /** Format: date */
      effectiveOn: string;
      /** @description The fields of the event; see the event catalogue */
      data: Record<string, never>;
    };
    ReceiptDto: {
      /** @example obligo.receipt/1 */
      schema: string;
      /** @example etda */
      organisation: string;
      /** @description Send it again with the same input to get this answer again */
      idempotencyKey: string;
      dryRun: boolean;
      /** @description The command was recorded before; this is its first answer */
      replayed: boolean;
      /**
       * @description Place of the last event in the log; absent on a dry run
       * @example 217
       */
      position?: string;
      /** Format: date-time */
      recordedAt?: string;
      /**
       * @description Where proof that it is in the log can be fetched, as soon as it is sealed
       * @example /api/v1/receipts/217?organisation=etda
       */
      receiptUrl?: string;
      events: components['schemas']['PostedEventDto'][];
      /** @description What is available on the touched lines before and after, in baht */
      outcome?: Record<string, never>;
    };
    ProblemDto: {
      /** @example urn:obligo:refusal:budget-exceeded */
      type: string;
      /** @example A rule of the ledger forbids it */
      title: string;
      /** @example 422 */
      status: number;
      /** @example P01 in 2569, annual-appropriation/unclassified: 100.00 asked, 99.99 available, 0.01 missing. */
      detail: string;
      /**
       * @description Stable; docs/refusals.md lists them all
       * @example budget-exceeded
       */
      code: string;
      /**
       * @description The address that was asked
       * @example /api/v1/journal?limit=0
       */
      instance?: string;
      /**
       * @description Every fault with its place, such as the field, what was given and what was expected
       * @example [
       *       {
       *         "field": "limit",
       *         "given": "0",
       *         "expected": "must be 1 to 10000"
       *       }
       *     ]
       */
      errors?: {
        [key: string]: unknown;
      }[];
    };
    OpenAccountDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Fiscal year as the organisation writes it
       * @example 2569
       */
      fiscalYear: number;
      /**
       * @description Project code, unique in the fiscal year
       * @example P01
       */
      project: string;
      /**
       * @description Name of the project
       * @example Digital ID
       */
      name: string;
      /** @description Name in English */
      nameEn?: string;
      /** @description Plan or programme that the project belongs to */
      programme?: string;
      /** @description Remark on the budget */
      note?: string;
    };
    LineDto: {
      /**
       * @description Fund source
       * @example annual-appropriation
       */
      fundSource: string;
      /**
       * @description Expenditure category
       * @example operating
       */
      category: string;
    };
    AllocateDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /** @description Fund source and expenditure category */
      line: components['schemas']['LineDto'];
      /**
       * Format: baht
       * @description Budget added to the line
       * @example 42737700.00
       */
      amount: string;
      /** @description Number of the budget document */
      document?: string;
    };
    SupplementDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /**
       * @description Why it is posted; needed here
       * @example Booked late: invoice received in January
       */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /** @description Fund source and expenditure category */
      line: components['schemas']['LineDto'];
      /**
       * Format: baht
       * @description Budget added to the line
       * @example 1500000.00
       */
      amount: string;
      /** @description Number of the budget document */
      document?: string;
    };
    CutDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /**
       * @description Why it is posted; needed here
       * @example Booked late: invoice received in January
       */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /** @description Fund source and expenditure category */
      line: components['schemas']['LineDto'];
      /**
       * Format: baht
       * @description Budget taken from the line
       * @example 2767500.00
       */
      amount: string;
      /** @description Number of the budget document */
      document?: string;
    };
    QuartersDto: {
      /**
       * Format: baht
       * @description Planned in quarter 1
       * @example 20232000.00
       */
      Q1: string;
      /**
       * Format: baht
       * @description Planned in quarter 2
       * @example 14187200.00
       */
      Q2: string;
      /**
       * Format: baht
       * @description Planned in quarter 3
       * @example 832500.00
       */
      Q3: string;
      /**
       * Format: baht
       * @description Planned in quarter 4
       * @example 7486000.00
       */
      Q4: string;
    };
    SetPlanDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /** @description Planned spending of every quarter */
      quarters: components['schemas']['QuartersDto'];
    };
    RevisePlanDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /**
       * @description Why it is posted; needed here
       * @example Booked late: invoice received in January
       */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /** @description Planned spending of every quarter from now on */
      quarters: components['schemas']['QuartersDto'];
    };
    CorrectDto: {
      /**
       * Format: date
       * @description A day of the quarter; its last day when absent
       * @example 2025-12-30
       */
      effectiveOn?: string;
      /**
       * @description Why it is posted; needed here
       * @example Booked late: invoice received in January
       */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Number of the correction, unique in the account
       * @example C-2569-01
       */
      correction: string;
      /**
       * @description The quarter that is restated; it must have ended
       * @example Q1
       * @enum {string}
       */
      quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
      /**
       * Format: baht
       * @description Added to what was disbursed in the quarter; may be negative
       * @example 1100000.00
       */
      disbursed: string;
      /**
       * Format: baht
       * @description Added to what was committed in the quarter; may be negative
       * @example -1100000.00
       */
      committed: string;
      /** @description The commitment that changes; needed when committed is not zero */
      commitment?: string;
      /** @description Fund source and expenditure category */
      line?: components['schemas']['LineDto'];
    };
    ForeignDto: {
      /**
       * @description Currency of the document
       * @example USD
       */
      currency: string;
      /**
       * @description Amount in that currency
       * @example 1000.00
       */
      foreignAmount: string;
      /**
       * @description Baht for one unit, as booked; the amount is the foreign amount at this rate
       * @example 35.1234
       */
      rate: string;
    };
    RequestDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Number of the request, unique in the account
       * @example PR-2569-007
       */
      request: string;
      /** @description Item of the document, when it has several lines */
      item?: string;
      /** @description Fund source and expenditure category */
      line: components['schemas']['LineDto'];
      /**
       * Format: baht
       * @description Amount that is held
       * @example 500000.00
       */
      amount: string;
      /**
       * @description Units that are asked for
       * @example 12
       */
      quantity?: string;
      /** @description The amount in foreign currency */
      foreign?: components['schemas']['ForeignDto'];
      /** @description What is asked for */
      description?: string;
    };
    ReleaseDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /**
       * @description Why it is posted; needed here
       * @example Booked late: invoice received in January
       */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /** @description Item of the document, when it has several lines */
      item?: string;
      /**
       * Format: baht
       * @description Amount returned to the line; all that is outstanding when absent
       * @example 15033400.00
       */
      amount?: string;
    };
    ContractYearDto: {
      /**
       * @description Fiscal year
       * @example 2569
       */
      fiscalYear: number;
      /**
       * Format: baht
       * @description What falls to it
       * @example 700000.00
       */
      amount: string;
    };
    ContractDto: {
      /**
       * Format: baht
       * @description What the whole contract comes to
       * @example 1200000.00
       */
      contractTotal: string;
      /**
       * @description What falls to each fiscal year
       * @example [
       *       {
       *         "fiscalYear": 2569,
       *         "amount": "700000.00"
       *       },
       *       {
       *         "fiscalYear": 2570,
       *         "amount": "500000.00"
       *       }
       *     ]
       */
      years: components['schemas']['ContractYearDto'][];
    };
    ContinuesDto: {
      /**
       * @description Fiscal year in which the contract was made
       * @example 2569
       */
      contractYear: number;
      /**
       * @description Number of the contract there
       * @example CT-2568-003
       */
      contract: string;
    };
    CommitDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Number of the order or contract, unique in the account
       * @example PO-2569-014
       */
      commitment: string;
      /** @description Item of the document, when it has several lines */
      item?: string;
      /**
       * @description An order when absent
       * @example order
       * @enum {string}
       */
      kind?: 'order' | 'contract' | 'non-order';
      /** @description Fund source and expenditure category */
      line?: components['schemas']['LineDto'];
      /**
       * Format: baht
       * @description Amount of the obligation
       * @example 14400000.00
       */
      amount: string;
      /**
       * @description Units that are ordered
       * @example 12
       */
      quantity?: string;
      /** @description The amount in foreign currency */
      foreign?: components['schemas']['ForeignDto'];
      /** @description Request that it liquidates; its line is used */
      request?: string;
      /** @description Item of the request */
      requestItem?: string;
      /**
       * @description Closes the request: what remains of it returns to the line
       * @example true
       */
      final?: boolean;
      /** @description A contract over several fiscal years */
      contract?: components['schemas']['ContractDto'];
      /** @description The contract of an earlier year whose part for this year it is */
      continues?: components['schemas']['ContinuesDto'];
      /** @description What is ordered */
      description?: string;
      /** @description Reference to the counterparty, never a personal name */
      counterparty?: string;
    };
    AmendDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /**
       * @description Why it is posted; needed here
       * @example Booked late: invoice received in January
       */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /** @description Item of the document, when it has several lines */
      item?: string;
      /**
       * Format: baht
       * @description Added to the commitment; negative takes away
       * @example -250000.00
       */
      change: string;
    };
    ReverseDocumentDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /**
       * @description Why it is posted; needed here
       * @example Booked late: invoice received in January
       */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /** @description Item of the document, when it has several lines */
      item?: string;
    };
    ForeignPartDto: {
      /**
       * @description Currency that the commitment is booked in
       * @example USD
       */
      currency: string;
      /**
       * @description Part in that currency; it consumes budget at the booked rate
       * @example 1000.00
       */
      foreignAmount: string;
    };
    AcceptDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Number of the acceptance or invoice, unique in the account
       * @example AC-2569-021
       */
      acceptance: string;
      /** @description Item of the document, when it has several lines */
      item?: string;
      /**
       * @description Order or contract whose work is accepted
       * @example PO-2569-014
       */
      commitment: string;
      /** @description Item of the order or contract */
      commitmentItem?: string;
      /**
       * Format: baht
       * @description Amount due; what the units come to, or all that is outstanding, when absent
       * @example 15033400.00
       */
      amount?: string;
      /**
       * @description Units that are accepted
       * @example 12
       */
      quantity?: string;
      /** @description The part in foreign currency */
      foreign?: components['schemas']['ForeignPartDto'];
      /**
       * @description Closes the commitment: what remains of it returns to the line
       * @example true
       */
      final?: boolean;
      /**
       * Format: date
       * @description Day by which it is to be paid
       * @example 2025-12-30
       */
      dueOn?: string;
      /** @description The counterparty's own number */
      invoice?: string;
      /** @description What is accepted */
      description?: string;
    };
    WithheldDto: {
      /**
       * @description Why it is kept back
       * @example retention
       * @enum {string}
       */
      kind: 'retention' | 'late-fine' | 'withholding-tax' | 'other';
      /**
       * Format: baht
       * @description Cash kept back
       * @example 5000.00
       */
      amount: string;
      /** @description Number under which a retention is paid out later */
      number?: string;
    };
    DisburseDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Number of the voucher, unique in the account
       * @example V-2569-101
       */
      disbursement: string;
      /** @description Item of the document, when it has several lines */
      item?: string;
      /**
       * Format: baht
       * @description Amount paid, cash kept back included
       * @example 633400.00
       */
      amount: string;
      /** @description Acceptance that is paid; its line is used */
      acceptance?: string;
      /** @description Item of the acceptance */
      acceptanceItem?: string;
      /** @description Order or contract that is paid; its line is used */
      commitment?: string;
      /** @description Item of the order or contract */
      commitmentItem?: string;
      /** @description Fund source and expenditure category */
      line?: components['schemas']['LineDto'];
      /**
       * @description Units that are paid
       * @example 12
       */
      quantity?: string;
      /** @description The part in foreign currency; a later rate moves no budget */
      foreign?: components['schemas']['ForeignPartDto'];
      /**
       * @description Closes what is paid: what remains of it returns to the line
       * @example true
       */
      final?: boolean;
      /**
       * @description Cash kept back of the payment; it moves no budget
       * @example [
       *       {
       *         "kind": "retention",
       *         "amount": "31670.00",
       *         "number": "R-2569-101"
       *       }
       *     ]
       */
      withheld?: components['schemas']['WithheldDto'][];
      /** @description What is paid for */
      description?: string;
      /** @description Reference to the counterparty, never a personal name */
      counterparty?: string;
    };
    ReverseDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /**
       * @description Why it is posted; needed here
       * @example Booked late: invoice received in January
       */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /** @description Item of the document, when it has several lines */
      item?: string;
      /**
       * Format: baht
       * @description Amount taken back; all that is not yet reversed when absent
       * @example 15033400.00
       */
      amount?: string;
    };
    RefundDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /**
       * @description Why it is posted; needed here
       * @example Booked late: invoice received in January
       */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Number of the receipt, unique in the account
       * @example RF-2569-002
       */
      refund: string;
      /** @description Item of the document, when it has several lines */
      item?: string;
      /**
       * Format: baht
       * @description Amount that came back
       * @example 12500.00
       */
      amount: string;
    };
    ReceivingLineDto: {
      /**
       * @description Project that receives; the same one for a transfer between its lines
       * @example P02
       */
      toProject: string;
      /**
       * @description Fund source that receives
       * @example annual-appropriation
       */
      toFundSource: string;
      /**
       * @description Expenditure category that receives
       * @example capital
       */
      toCategory: string;
    };
    TransferDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /**
       * @description Why it is posted; needed here
       * @example Booked late: invoice received in January
       */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Number of the transfer document
       * @example T-2569-03
       */
      transfer: string;
      /** @description Fund source and expenditure category */
      line: components['schemas']['LineDto'];
      /**
       * Format: baht
       * @description Budget that moves
       * @example 250000.00
       */
      amount: string;
      /** @description The line that receives */
      to: components['schemas']['ReceivingLineDto'];
      /** @description Reference of the agreement from outside, where the policy wants one */
      agreement?: string;
    };
    ReverseTransferDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /**
       * @description Why it is posted; needed here
       * @example Booked late: invoice received in January
       */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Number of the document that takes the transfer back
       * @example T-2569-03-R
       */
      reversal: string;
    };
    ReportTransferDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Letter or number of the report
       * @example กค 0402/123
       */
      reference: string;
    };
    PayAdvanceDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Number of the advance, unique in the account
       * @example AD-2569-003
       */
      advance: string;
      /** @description Fund source and expenditure category */
      line: components['schemas']['LineDto'];
      /**
       * Format: baht
       * @description Amount given
       * @example 30000.00
       */
      amount: string;
      /**
       * Format: date
       * @description Day by which it is to be cleared
       * @example 2025-12-30
       */
      dueOn?: string;
      /** @description What it is for */
      description?: string;
      /** @description Reference to the borrower, never a personal name */
      counterparty?: string;
    };
    ClearAdvanceDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Number of the voucher with the evidence, unique among the disbursements of the account
       * @example V-2569-102
       */
      disbursement: string;
      /**
       * Format: baht
       * @description What was spent; what is above the advance draws new budget
       * @example 28500.00
       */
      spent: string;
      /**
       * Format: baht
       * @description Cash that came back with it
       * @example 1500.00
       */
      returned?: string;
    };
    ReasonedAccountPostingDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /**
       * @description Why it is posted; needed here
       * @example Booked late: invoice received in January
       */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
    };
    ReturnAdvanceDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * Format: baht
       * @description Unused cash that came back
       * @example 1500.00
       */
      amount: string;
    };
    HoldGuaranteeDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Number of the guarantee, unique in the account
       * @example G-2569-001
       */
      guarantee: string;
      /**
       * Format: baht
       * @description Amount of the guarantee; it moves no budget
       * @example 50000.00
       */
      amount: string;
      /** @description Order or contract that it secures */
      commitment?: string;
      /**
       * Format: date
       * @description Day on which it ends
       * @example 2025-12-30
       */
      dueOn?: string;
      /** @description What sort of guarantee it is */
      description?: string;
      /** @description Reference to the counterparty, never a personal name */
      counterparty?: string;
    };
    ReturnHeldDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * Format: baht
       * @description Cash that is no longer held; all of it when absent
       * @example 50000.00
       */
      amount?: string;
      /**
       * @description Given back to the counterparty, or kept for good
       * @example counterparty
       * @enum {string}
       */
      to: 'counterparty' | 'kept';
    };
    RequestLineDto: {
      /**
       * @description Fiscal year of the account
       * @example 2569
       */
      fiscalYear: number;
      /**
       * @description Project of the account
       * @example P01
       */
      project: string;
      /** @description Why the line does not touch the budget, when it does not; it is noted with its amount only */
      offBudget?: string;
      /** @description Item of the document, when it has several lines */
      item?: string;
      /** @description Fund source and expenditure category */
      line: components['schemas']['LineDto'];
      /**
       * Format: baht
       * @description Amount that is held
       * @example 500000.00
       */
      amount: string;
      /**
       * @description Units that are asked for
       * @example 12
       */
      quantity?: string;
      /** @description The amount in foreign currency */
      foreign?: components['schemas']['ForeignDto'];
      /** @description What is asked for */
      description?: string;
    };
    RequestDocumentDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Number of the request
       * @example PR-2569-008
       */
      request: string;
      /**
       * @description Its lines
       * @example [
       *       {
       *         "fiscalYear": 2569,
       *         "project": "P01",
       *         "line": {
       *           "fundSource": "annual-appropriation",
       *           "category": "operating"
       *         },
       *         "amount": "1000.00"
       *       }
       *     ]
       */
      lines: components['schemas']['RequestLineDto'][];
    };
    CommitLineDto: {
      /**
       * @description Fiscal year of the account
       * @example 2569
       */
      fiscalYear: number;
      /**
       * @description Project of the account
       * @example P01
       */
      project: string;
      /** @description Why the line does not touch the budget, when it does not; it is noted with its amount only */
      offBudget?: string;
      /** @description Item of the document, when it has several lines */
      item?: string;
      /**
       * @description An order when absent
       * @example order
       * @enum {string}
       */
      kind?: 'order' | 'contract' | 'non-order';
      /** @description Fund source and expenditure category */
      line?: components['schemas']['LineDto'];
      /**
       * Format: baht
       * @description Amount of the obligation
       * @example 14400000.00
       */
      amount: string;
      /**
       * @description Units that are ordered
       * @example 12
       */
      quantity?: string;
      /** @description The amount in foreign currency */
      foreign?: components['schemas']['ForeignDto'];
      /** @description Request that it liquidates; its line is used */
      request?: string;
      /** @description Item of the request */
      requestItem?: string;
      /**
       * @description Closes the request: what remains of it returns to the line
       * @example true
       */
      final?: boolean;
      /** @description What is ordered */
      description?: string;
    };
    CommitDocumentDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Number of the order or contract, unique in the account
       * @example PO-2569-014
       */
      commitment: string;
      /** @description Reference to the counterparty, never a personal name */
      counterparty?: string;
      /**
       * @description Its lines
       * @example [
       *       {
       *         "fiscalYear": 2569,
       *         "project": "P01",
       *         "line": {
       *           "fundSource": "annual-appropriation",
       *           "category": "operating"
       *         },
       *         "amount": "1000.00"
       *       }
       *     ]
       */
      lines: components['schemas']['CommitLineDto'][];
    };
    AcceptLineDto: {
      /**
       * @description Fiscal year of the account
       * @example 2569
       */
      fiscalYear: number;
      /**
       * @description Project of the account
       * @example P01
       */
      project: string;
      /** @description Why the line does not touch the budget, when it does not; it is noted with its amount only */
      offBudget?: string;
      /** @description Item of the document, when it has several lines */
      item?: string;
      /**
       * @description Order or contract whose work is accepted
       * @example PO-2569-014
       */
      commitment: string;
      /** @description Item of the order or contract */
      commitmentItem?: string;
      /**
       * Format: baht
       * @description Amount due; what the units come to, or all that is outstanding, when absent
       * @example 15033400.00
       */
      amount?: string;
      /**
       * @description Units that are accepted
       * @example 12
       */
      quantity?: string;
      /** @description The part in foreign currency */
      foreign?: components['schemas']['ForeignPartDto'];
      /**
       * @description Closes the commitment: what remains of it returns to the line
       * @example true
       */
      final?: boolean;
      /** @description What is accepted */
      description?: string;
    };
    AcceptDocumentDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Number of the acceptance or invoice, unique in the account
       * @example AC-2569-021
       */
      acceptance: string;
      /**
       * Format: date
       * @description Day by which it is to be paid
       * @example 2025-12-30
       */
      dueOn?: string;
      /** @description The counterparty's own number */
      invoice?: string;
      /**
       * @description Its lines
       * @example [
       *       {
       *         "fiscalYear": 2569,
       *         "project": "P01",
       *         "commitment": "PO-2569-014",
       *         "amount": "1000.00"
       *       }
       *     ]
       */
      lines: components['schemas']['AcceptLineDto'][];
    };
    DisburseLineDto: {
      /**
       * @description Fiscal year of the account
       * @example 2569
       */
      fiscalYear: number;
      /**
       * @description Project of the account
       * @example P01
       */
      project: string;
      /** @description Why the line does not touch the budget, when it does not; it is noted with its amount only */
      offBudget?: string;
      /** @description Item of the document, when it has several lines */
      item?: string;
      /**
       * Format: baht
       * @description Amount paid, cash kept back included
       * @example 633400.00
       */
      amount: string;
      /** @description Acceptance that is paid; its line is used */
      acceptance?: string;
      /** @description Item of the acceptance */
      acceptanceItem?: string;
      /** @description Order or contract that is paid; its line is used */
      commitment?: string;
      /** @description Item of the order or contract */
      commitmentItem?: string;
      /** @description Fund source and expenditure category */
      line?: components['schemas']['LineDto'];
      /**
       * @description Units that are paid
       * @example 12
       */
      quantity?: string;
      /** @description The part in foreign currency; a later rate moves no budget */
      foreign?: components['schemas']['ForeignPartDto'];
      /**
       * @description Closes what is paid: what remains of it returns to the line
       * @example true
       */
      final?: boolean;
      /**
       * @description Cash kept back of the payment; it moves no budget
       * @example [
       *       {
       *         "kind": "retention",
       *         "amount": "31670.00",
       *         "number": "R-2569-101"
       *       }
       *     ]
       */
      withheld?: components['schemas']['WithheldDto'][];
      /** @description What is paid for */
      description?: string;
    };
    DisburseDocumentDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Number of the voucher, unique in the account
       * @example V-2569-101
       */
      disbursement: string;
      /** @description Reference to the counterparty, never a personal name */
      counterparty?: string;
      /**
       * @description Its lines
       * @example [
       *       {
       *         "fiscalYear": 2569,
       *         "project": "P01",
       *         "line": {
       *           "fundSource": "annual-appropriation",
       *           "category": "operating"
       *         },
       *         "amount": "1000.00"
       *       }
       *     ]
       */
      lines: components['schemas']['DisburseLineDto'][];
    };
    OffBudgetNoteDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Stage of the document in the chain
       * @example request
       * @enum {string}
       */
      stage: 'request' | 'commitment' | 'acceptance' | 'disbursement';
      /**
       * @description Number of the document
       * @example PO-2569-014
       */
      document: string;
      /**
       * @description Item of the document
       * @example 3
       */
      item: string;
      /**
       * Format: baht
       * @description Amount of the line; it moves no budget
       * @example 7000.00
       */
      amount: string;
      /**
       * @description What it is for, and why the budget is not touched
       * @example Paid by the host
       */
      description: string;
    };
    ReserveDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Number of the reservation, unique in the account
       * @example RS-2569-01
       */
      reservation: string;
      /**
       * @description Stage of the document whose money is reserved; a request has no obligation yet
       * @example commitment
       * @enum {string}
       */
      stage: 'commitment' | 'acceptance' | 'request';
      /**
       * @description Number of the document
       * @example PO-2569-014
       */
      document: string;
      /** @description Item of the document, when it has several lines */
      item?: string;
    };
    ConfirmDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * Format: date
       * @description Last day of disbursement; that of the policy when absent, and never later
       * @example 2027-03-31
       */
      until?: string;
    };
    ExtendDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /**
       * @description Why it is posted; needed here
       * @example Booked late: invoice received in January
       */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * Format: date
       * @description New last day of disbursement
       * @example 2027-06-30
       */
      until: string;
      /**
       * @description Number of the letter that agrees
       * @example กค 0402/456
       */
      agreement: string;
    };
    AccountPostingDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
    };
    ReverseStepDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /**
       * @description Why it is posted; needed here
       * @example Booked late: invoice received in January
       */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Why a rule that stops is set aside; needs the duty override-availability */
      override?: string;
      /**
       * @description Restates a closed period; needs the duty restate and an approval
       * @example true
       */
      restates?: boolean;
      /**
       * Format: date
       * @description The date on the document, where it lies outside the fiscal year; effectiveOn lies within
       * @example 2025-12-30
       */
      documentDate?: string;
      /**
       * @description Number of the step, counted from 1; it must be the last one. The last one when absent
       * @example 1
       */
      step?: number;
    };
    SetPolicyDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /**
       * @description The settings; what is not said has its default (docs/budget-control.md lists them all)
       * @example {
       *       "pastQuarters": "locked"
       *     }
       */
      policy: {
        [key: string]: unknown;
      };
    };
    GrantDutyDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /**
       * @description Duty: one of the ledger, or a tier that the policy names
       * @example checker
       */
      duty: string;
      /**
       * @description Who has it
       * @example malee
       */
      holder: string;
      /**
       * Format: date
       * @description First day; from the beginning when absent
       * @example 2025-12-30
       */
      first?: string;
      /**
       * Format: date
       * @description Last day; without end when absent
       * @example 2025-12-30
       */
      last?: string;
      /**
       * Format: baht
       * @description Largest amount; any when absent
       * @example 500000.00
       */
      upTo?: string;
    };
    DutyDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /**
       * @description Duty: one of the ledger, or a tier that the policy names
       * @example checker
       */
      duty: string;
      /**
       * @description Who has it
       * @example malee
       */
      holder: string;
    };
    DelegateDutyDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /**
       * @description Duty that is lent
       * @example checker
       */
      duty: string;
      /**
       * @description Who acts in the place of the one who posts
       * @example somsri
       */
      to: string;
      /**
       * Format: date
       * @description First day
       * @example 2026-04-13
       */
      first: string;
      /**
       * Format: date
       * @description Last day
       * @example 2026-04-17
       */
      last: string;
    };
    PeriodDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /**
       * @description A month of the fiscal year, a quarter, or year
       * @example 2025-11
       */
      period: string;
    };
    ReopenPeriodDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /**
       * @description Why it is posted; needed here
       * @example Booked late: invoice received in January
       */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /**
       * @description A month of the fiscal year, a quarter, or year
       * @example 2025-11
       */
      period: string;
    };
    PostingDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
    };
    ReasonedPostingDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /**
       * @description Why it is posted; needed here
       * @example Booked late: invoice received in January
       */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
    };
    ProposedCutDto: {
      /**
       * @description Project that would lose budget
       * @example P01
       */
      project: string;
      /** @description Fund source and expenditure category */
      line: components['schemas']['LineDto'];
      /**
       * Format: baht
       * @description Budget that would be taken
       * @example 2767500.00
       */
      amount: string;
      /**
       * Format: date
       * @description Day on which it would have been booked
       * @example 2026-01-15
       */
      on: string;
    };
    ReRunDto: {
      /**
       * @description Fiscal year whose history is run again
       * @example 2569
       */
      fiscalYear: number;
      /** @description One project; all of the year when absent */
      project?: string;
      /**
       * @description Settings that differ from the policy in force
       * @example {
       *       "availability": [
       *         {
       *           "name": "pool",
       *           "key": "project",
       *           "stages": [
       *             "commit",
       *             "disburse"
       *           ],
       *           "severity": "stop"
       *         }
       *       ]
       *     }
       */
      policy?: {
        [key: string]: unknown;
      };
      /**
       * @description Cuts that are tried
       * @example [
       *       {
       *         "project": "P01",
       *         "line": {
       *           "fundSource": "annual-appropriation",
       *           "category": "operating"
       *         },
       *         "amount": "2767500.00",
       *         "on": "2026-01-15"
       *       }
       *     ]
       */
      cuts?: components['schemas']['ProposedCutDto'][];
    };
    TiersDto: {
      /** @description Basic target, scored 50 */
      basic?: string;
      /** @description Standard target, scored 75 */
      standard?: string;
      /** @description Advanced target, scored 100 */
      advanced?: string;
    };
    DefineKpiDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /**
       * @description Fiscal year as the organisation writes it
       * @example 2569
       */
      fiscalYear: number;
      /**
       * @description KPI code, unique in the fiscal year
       * @example P08-K2
       */
      kpi: string;
      /**
       * @description Project code
       * @example P08
       */
      project: string;
      /**
       * @description Name of the KPI
       * @example SMEs using digital technology
       */
      name: string;
      /** @description Name in English */
      nameEn?: string;
      /**
       * @description Authority that asks for the KPI
       * @example OBB
       */
      authority?: string;
      /**
       * @description What it counts
       * @example count
       * @enum {string}
       */
      kind: 'count' | 'percent' | 'amount' | 'milestone' | 'level' | 'composite';
      /**
       * @description How the quarters go together; absent only for a composite
       * @example cumulative
       * @enum {string}
       */
      accumulation?: 'cumulative' | 'incremental' | 'point';
      /** @description Unit of the figures */
      unit?: string;
      /** @description Unit in English */
      unitEn?: string;
      /** @description Composite KPI that this one is a part of */
      partOf?: string;
      /** @description What is scored 50, 75 and 100 */
      tiers?: components['schemas']['TiersDto'];
      /** @description Remark on the definition */
      note?: string;
    };
    SetTargetDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /**
       * @description How the result compares with the value
       * @example >=
       * @enum {string}
       */
      operator?: '>=' | '>' | '=' | '<=' | '<';
      /**
       * @description Target of the fiscal year
       * @example 1000
       */
      value?: string;
      /**
       * @description The target in words
       * @example not fewer than 1,000
       */
      text: string;
    };
    ReviseTargetDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is revised; needed here */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /**
       * @description How the result compares with the value
       * @example >=
       * @enum {string}
       */
      operator?: '>=' | '>' | '=' | '<=' | '<';
      /**
       * @description Target of the fiscal year
       * @example 1000
       */
      value?: string;
      /**
       * @description The target in words
       * @example not fewer than 1,000
       */
      text: string;
    };
    PlannedQuarterDto: {
      /**
       * @description Planned figure, a running total where the KPI is cumulative
       * @example 500
       */
      value?: string;
      /** @description The plan in words */
      text?: string;
    };
    PlannedQuartersDto: {
      /** @description Quarter 1; absent when nothing is planned */
      Q1?: components['schemas']['PlannedQuarterDto'];
      /** @description Quarter 2; absent when nothing is planned */
      Q2?: components['schemas']['PlannedQuarterDto'];
      /** @description Quarter 3; absent when nothing is planned */
      Q3?: components['schemas']['PlannedQuarterDto'];
      /** @description Quarter 4; absent when nothing is planned */
      Q4?: components['schemas']['PlannedQuarterDto'];
    };
    SetKpiPlanDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Plan per quarter */
      quarters: components['schemas']['PlannedQuartersDto'];
    };
    ReviseKpiPlanDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /**
       * @description Why it is posted; needed here
       * @example Booked late: invoice received in January
       */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /** @description Plan per quarter from now on */
      quarters: components['schemas']['PlannedQuartersDto'];
    };
    RecordResultDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /**
       * @description Quarter that the result is about
       * @example Q1
       * @enum {string}
       */
      quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
      /**
       * @description The figure; absent where there is none
       * @example 1805
       */
      value?: string;
      /** @description The result in words */
      text?: string;
      /** @description True: running total of the year. False: the quarter’s own figure. Absent: as the KPI accumulates */
      cumulative?: boolean;
      /**
       * @description Part of the figure that was planned
       * @example 1805
       */
      inPlan?: string;
      /**
       * @description Part of the figure outside the plan
       * @example 1805
       */
      outOfPlan?: string;
      /** @description What was done, in words */
      narrative?: string;
      /**
       * Format: date
       * @description Day up to which the data was collected
       * @example 2025-12-30
       */
      dataAsOf?: string;
      /**
       * @description First month of the data
       * @example 2026-02
       */
      periodFrom?: string;
      /**
       * @description Last month of the data
       * @example 2026-02
       */
      periodTo?: string;
      /**
       * @description Number of the result, unique in the KPI
       * @example Q2-2569
       */
      result: string;
    };
    CorrectResultDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is corrected; needed here */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /**
       * @description Quarter that the result is about
       * @example Q1
       * @enum {string}
       */
      quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
      /**
       * @description The figure; absent where there is none
       * @example 1805
       */
      value?: string;
      /** @description The result in words */
      text?: string;
      /** @description True: running total of the year. False: the quarter’s own figure. Absent: as the KPI accumulates */
      cumulative?: boolean;
      /**
       * @description Part of the figure that was planned
       * @example 1805
       */
      inPlan?: string;
      /**
       * @description Part of the figure outside the plan
       * @example 1805
       */
      outOfPlan?: string;
      /** @description What was done, in words */
      narrative?: string;
      /**
       * Format: date
       * @description Day up to which the data was collected
       * @example 2025-12-30
       */
      dataAsOf?: string;
      /**
       * @description First month of the data
       * @example 2026-02
       */
      periodFrom?: string;
      /**
       * @description Last month of the data
       * @example 2026-02
       */
      periodTo?: string;
    };
    MarkAchievedDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /**
       * @description Quarter in which it was achieved
       * @example Q1
       * @enum {string}
       */
      quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
      /** @description How the report puts it */
      note?: string;
    };
    DateReportDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /**
       * @description Fiscal year as the organisation writes it
       * @example 2569
       */
      fiscalYear: number;
      /**
       * @description Code of the report, unique in the fiscal year
       * @example Q2-2569
       */
      report: string;
      /**
       * @description Quarter that the report closes with
       * @example Q1
       * @enum {string}
       */
      quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
      /**
       * Format: date
       * @description Day that the figures stand for
       * @example 2026-03-31
       */
      asOf: string;
      /** @description Title of the report */
      title?: string;
    };
    ReportStatusDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /**
       * @description Project code
       * @example P08
       */
      project: string;
      /**
       * @description Status that the report gives
       * @example achieved
       * @enum {string}
       */
      status: 'achieved' | 'on_plan' | 'late' | 'not_started';
      /** @description The status in words */
      text?: string;
      /** @description Items named as done */
      achievedItems?: number;
    };
    ReportPreviewDto: {
      /**
       * @description Fiscal year as the organisation writes it
       * @example 2569
       */
      fiscalYear: number;
      /**
       * @description Code of the quarterly report
       * @example Q2-2569
       */
      report: string;
      /**
       * @description Layout of the report
       * @example board
       * @enum {string}
       */
      template?: 'board' | 'summary';
      /**
       * @description Language of the report
       * @example th
       * @enum {string}
       */
      language?: 'th' | 'en';
      /**
       * @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; the day of the report when absent
       * @example 2026-03-31
       */
      knownAt?: string;
      /** @description Title; that of the report when absent */
      title?: string;
      /** @description Stands before the first table */
      foreword?: string;
    };
    PublishReportDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /**
       * @description Why it is posted; needed here
       * @example Booked late: invoice received in January
       */
      reason: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /**
       * @description The number that the publication gets, typed to confirm it: code of the report, from the second on with -2, -3 …
       * @example Q2-2569
       */
      number: string;
      /**
       * @description Layout of the report
       * @example board
       * @enum {string}
       */
      template?: 'board' | 'summary';
      /**
       * @description Language of the report
       * @example th
       * @enum {string}
       */
      language?: 'th' | 'en';
      /**
       * @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; the day of the report when absent
       * @example 2026-03-31
       */
      knownAt?: string;
      /** @description Title; that of the report when absent */
      title?: string;
      /** @description Stands before the first table */
      foreword?: string;
      /**
       * @description Publishes without a PDF, where no browser can print
       * @example true
       */
      withoutPdf?: boolean;
    };
    ImportedFileDto: {
      /**
       * @description Name of the file
       * @example projects.csv
       */
      name: string;
      /**
       * @description The file as text (CSV, UTF-8)
       * @example no,code,name_th,budget_m
       *     1,P01,Digital ID,42.7377
       */
      content: string;
    };
    ImportDto: {
      /** @description The tables of one folder */
      files: components['schemas']['ImportedFileDto'][];
    };
    SheetDto: {
      /**
       * @description What the rows are posted as
       * @example commitments
       * @enum {string}
       */
      kind:
        | 'accounts'
        | 'allocations'
        | 'plans'
        | 'plan-revisions'
        | 'requests'
        | 'commitments'
        | 'acceptances'
        | 'disbursements'
        | 'kpi-results';
      /**
       * @description The rows as text: CSV, semicolons or tabs, the first line names the columns, in English, in Thai or as the API does
       * @example commitment,project,fundSource,category,amount,effectiveOn
       *     PO-1,P01,annual-appropriation,operating,"1,500.00",30 ธ.ค. 2568
       */
      content: string;
      /**
       * @description Fiscal year of rows that name none; that of their date when absent
       * @example 2569
       */
      fiscalYear?: number;
      /**
       * @description Unit of amounts that name none; as the header of their column names it when absent, else baht
       * @example baht
       * @enum {string}
       */
      unit?: 'baht' | 'million-baht';
      /**
       * @description How dates of digits alone are written: day first and Buddhist years of two digits, Christian years of two digits, or month first
       * @example paper
       * @enum {string}
       */
      dates?: 'paper' | 'christian' | 'month-first';
      /** @description Name of the file; stands as the source of every row */
      name?: string;
      /** @description Why the rows are posted that give no reason of their own */
      reason?: string;
      /** @description The file itself, by its digest */
      evidence?: components['schemas']['EvidenceDto'][];
    };
    ReverseSheetDto: {
      /**
       * Format: date
       * @description Business date of the reversals, in an open period
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is taken back */
      reason: string;
    };
    PublishedFileDto: {
      /**
       * @description Name of the file, for messages
       * @example summary.csv
       */
      name: string;
      /**
       * @description The table as CSV: project_code and columns such as spent_m, in million baht
       * @example project_code,spent_m,disbursed_m
       *     P01,30.7916,7.3036
       */
      content: string;
    };
    ReconcileDto: {
      /** @description The published table */
      file: components['schemas']['PublishedFileDto'];
      /**
       * @description Code of the quarterly report; says year, quarter and moment
       * @example Q2-2569
       */
      report?: string;
      /**
       * @description Fiscal year; that of the report when absent
       * @example 2569
       */
      fiscalYear?: number;
      /**
       * @description Quarter; that of the report when absent
       * @example Q1
       * @enum {string}
       */
      quarter?: 'Q1' | 'Q2' | 'Q3' | 'Q4';
      /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent; the day of the report when one is named */
      knownAt?: string;
      /**
       * Format: date
       * @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent
       * @example 2025-12-30
       */
      effectiveTo?: string;
    };
    SetUpDto: {
      /**
       * Format: password
       * @description The one-time code that the service printed; not needed on the folder itself
       */
      code?: string;
      /**
       * @description Name of the first administrator; it stands in events for ever, so no e-mail address
       * @example malee
       */
      name: string;
      /**
       * Format: password
       * @description Password: 12 to 256 characters
       */
      password: string;
      /** @description How pages call the person; kept outside the events */
      displayName?: string;
    };
    RecoverDto: {
      /**
       * @description Name of the account that administers from now on; opened when there is none
       * @example malee
       */
      name: string;
      /** @description Why */
      reason?: string;
    };
    SignInDto: {
      /**
       * @description Name of the account
       * @example malee
       */
      name: string;
      /**
       * Format: password
       * @description Password
       */
      password: string;
      /**
       * Format: password
       * @description Six digits of the authenticator, when the account has a second factor
       */
      secondFactorCode?: string;
      /**
       * @description A cookie for pages, or a token for programs of a person such as the command line
       * @example cookie
       * @enum {string}
       */
      as?: 'cookie' | 'token';
    };
    ChangePasswordDto: {
      /**
       * Format: password
       * @description The password so far
       */
      oldPassword: string;
      /**
       * Format: password
       * @description The new password: 12 to 256 characters
       */
      newPassword: string;
    };
    SecondFactorDto: {
      /**
       * Format: password
       * @description Six digits that the authenticator shows
       */
      code: string;
    };
    GivenRoleDto: {
      /** @description Why */
      reason?: string;
      /**
       * @description Role
       * @example maker
       * @enum {string}
       */
      role: 'maker' | 'checker' | 'budget-owner' | 'auditor' | 'reader' | 'administrator' | 'operator';
      /**
       * @description organisation, projects, fundSources, commands, upTo (baht), first and last day; not limited when absent
       * @example {
       *       "projects": [
       *         "P01"
       *       ],
       *       "upTo": "500000.00"
       *     }
       */
      limits?: {
        [key: string]: unknown;
      };
    };
    OpenPersonDto: {
      /** @description Why */
      reason?: string;
      /**
       * @description Name of the account; it stands in events for ever, so no e-mail address
       * @example malee
       */
      name: string;
      /** @description How pages call the person; kept outside the events */
      displayName?: string;
      /** @description Kept outside the events */
      email?: string;
      /** @description Roles that it begins with */
      roles?: components['schemas']['GivenRoleDto'][];
    };
    RedeemDto: {
      /**
       * Format: password
       * @description The one-time code of the invitation
       */
      code: string;
      /**
       * Format: password
       * @description The password from now on: 12 to 256 characters
       */
      password: string;
    };
    ReasonDto: {
      /** @description Why */
      reason?: string;
    };
    IssueTokenDto: {
      /** @description Why */
      reason?: string;
      /**
       * @description Role
       * @example maker
       * @enum {string}
       */
      role: 'maker' | 'checker' | 'budget-owner' | 'auditor' | 'reader' | 'administrator' | 'operator';
      /**
       * @description organisation, projects, fundSources, commands, upTo (baht), first and last day; not limited when absent
       * @example {
       *       "projects": [
       *         "P01"
       *       ],
       *       "upTo": "500000.00"
       *     }
       */
      limits?: {
        [key: string]: unknown;
      };
      /**
       * @description Name of the service, such as dashboards
       * @example malee
       */
      name: string;
      /**
       * Format: date
       * @description Last day on which it counts; at most two years from today
       * @example 2025-12-30
       */
      expiresOn: string;
    };
    SetRulesDto: {
      /** @description Why */
      reason?: string;
      /**
       * @description What roles may do; a role, or a part of it, that is not named stays as it is
       * @example {
       *       "roles": {
       *         "maker": {
       *           "secondFactor": true
       *         }
       *       }
       *     }
       */
      rules: {
        [key: string]: unknown;
      };
    };
    GrantRoleDto: {
      /** @description Why */
      reason?: string;
      /**
       * @description Role
       * @example maker
       * @enum {string}
       */
      role: 'maker' | 'checker' | 'budget-owner' | 'auditor' | 'reader' | 'administrator' | 'operator';
      /**
       * @description organisation, projects, fundSources, commands, upTo (baht), first and last day; not limited when absent
       * @example {
       *       "projects": [
       *         "P01"
       *       ],
       *       "upTo": "500000.00"
       *     }
       */
      limits?: {
        [key: string]: unknown;
      };
      /**
       * @description Name of the account, or service: and the name of a service token
       * @example malee
       */
      subject: string;
    };
    KeepDraftDto: {
      /**
       * @description What it is a draft of
       * @example post
       */
      kind: string;
      /** @description As the list of drafts calls it */
      title: string;
      /** @description What was typed, in a form of the page */
      content: string;
      /** @description The revision it was made on; 0 for a new one */
      revision: number;
    };
    PreferencesDto: {
      /**
       * @description Language of the pages
       * @example th
       * @enum {string}
       */
      language?: 'th' | 'en';
      /**
       * @description Unit of amounts
       * @example million
       * @enum {string}
       */
      unit?: 'million' | 'baht';
      /**
       * @description Light or dark
       * @example light
       * @enum {string}
       */
      theme?: 'light' | 'dark' | 'auto';
      /**
       * @description Zone of moments
       * @example bangkok
       * @enum {string}
       */
      time?: 'bangkok' | 'utc';
      /**
       * @description Whether two-key shortcuts work
       * @example true
       */
      shortcuts?: boolean;
    };
    VisitDto: {
      /**
       * @description Position up to which the ledger is looked at
       * @example 217
       */
      position: string;
    };
    AddRemarkDto: {
      /**
       * Format: date
       * @description Business date of the fact; it decides the fiscal year and the quarter
       * @example 2025-12-30
       */
      effectiveOn: string;
      /** @description Why it is posted */
      reason?: string;
      /** @description Document or publication that the fact is taken from */
      source?: string;
      /**
       * @description Files that it rests on, by their digests; the files themselves stay outside the ledger
       * @example [
       *       {
       *         "name": "ใบแจ้งหนี้.pdf",
       *         "size": 48213,
       *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
       *       }
       *     ]
       */
      evidence?: components['schemas']['EvidenceDto'][];
      /**
       * @description The remark
       * @example ใบแจ้งหนี้ฉบับลงนามแล้ว
       */
      text?: string;
    };
    KeyRotationDto: {
      /**
       * @description The old key is lost or was stolen: it does not sign the first checkpoint of the new one
       * @example false
       */
      lost?: boolean;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listOrganisations: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.organisations/1';
            organisations: {
              organisation: string;
              name: string;
              nameEn?: string;
              calendar: {
                startMonth: number;
                /** @enum {string} */
                era: 'BE' | 'CE';
                timeZone: string;
              };
              currency: string;
              /** @enum {string} */
              language: 'th' | 'en';
            }[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  organisationRegister: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RegisterOrganisationDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  listFiscalYears: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.fiscal-years/1';
            organisation: string;
            /** @description The fiscal year that today is in */
            today: number;
            /** @description Years with accounts, the newest first */
            years: {
              fiscalYear: number;
              /** @description Projects with an account */
              projects: number;
            }[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  listAccounts: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.accounts/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            rows: {
              project_code: string;
              name: string;
              name_en?: string;
            }[];
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  accountOpen: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenAccountDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  budgetAllocate: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AllocateDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  budgetSupplement: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SupplementDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  budgetCut: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CutDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  planSet: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetPlanDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  planRevise: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RevisePlanDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  quarterCorrect: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CorrectDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  budgetEstimate: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AllocateDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  budgetRelease: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AllocateDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  requestMake: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  requestRelease: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
        /** @description Number of the request */
        request: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReleaseDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  commitmentMake: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CommitDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  commitmentAmend: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
        /** @description Number of the order or contract */
        commitment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AmendDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  commitmentRelease: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
        /** @description Number of the order or contract */
        commitment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReleaseDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  commitmentReverse: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
        /** @description Number of the order or contract */
        commitment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReverseDocumentDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  acceptanceMake: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  acceptanceReverse: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
        /** @description Number of the acceptance or invoice */
        acceptance: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReverseDocumentDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  disbursementMake: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DisburseDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  disbursementReverse: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
        /** @description Number of the voucher */
        disbursement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReverseDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  disbursementRefund: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
        /** @description Number of the voucher */
        disbursement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RefundDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  budgetTransfer: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TransferDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  budgetReverseTransfer: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
        /** @description Number of the transfer */
        transfer: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReverseTransferDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  budgetReportTransfer: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
        /** @description Number of the transfer */
        transfer: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReportTransferDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  advancePay: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PayAdvanceDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  advanceClear: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
        /** @description Number of the advance */
        advance: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ClearAdvanceDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  advanceReverseClearing: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
        /** @description Number of the advance */
        advance: string;
        /** @description Number of the voucher with the evidence */
        disbursement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonedAccountPostingDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  advanceReturn: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
        /** @description Number of the advance */
        advance: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnAdvanceDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  guaranteeHold: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HoldGuaranteeDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  guaranteeReturn: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
        /** @description Number of the guarantee or retention */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnHeldDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  documentRequest: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestDocumentDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  documentCommit: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CommitDocumentDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  documentAccept: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptDocumentDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  documentDisburse: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DisburseDocumentDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  documentNote: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OffBudgetNoteDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  yearEndReserve: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReserveDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  yearEndConfirm: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
        /** @description Number of the reservation */
        reservation: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  yearEndExtend: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
        /** @description Number of the reservation */
        reservation: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExtendDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  yearEndLapse: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
        /** @description Number of the reservation */
        reservation: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AccountPostingDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  yearEndClose: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AccountPostingDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  yearEndReverse: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Number of a waiting document: the posting is handed in for approval under it, and recorded when approved */
        submit?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project code */
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReverseStepDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  showPolicy: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.policy/1';
            organisation: string;
            knownAt: {
              asked: string;
              position: string;
              bookedAt: string | null;
            };
            /**
             * Format: date
             * @description Day
             */
            effectiveTo?: string;
            /** @description Number of the policy; 0 until one is set */
            version: number;
            policy: {
              /**
               * @description What availability counts against: all that is allocated, or what is released so far
               * @enum {string}
               */
              basis: 'allocated' | 'released';
              /** @description Rules of availability */
              availability: {
                /** @description Name of the rule, unique among its kind */
                name: string;
                /**
                 * @description What is controlled together: a line, all lines of a fund or of a category, or the whole project
                 * @enum {string}
                 */
                key: 'line' | 'project' | 'fund' | 'category';
                /**
                 * @description track: the balance is recorded; warn: a warning stands with the decision; stop: it is refused
                 * @enum {string}
                 */
                severity: 'track' | 'warn' | 'stop';
                /** @description Lines that the rule is about; all when absent */
                match?: {
                  /** @description Only this fund source */
                  fundSource?: string;
                  /** @description Only this expenditure category */
                  category?: string;
                  /** @description Only this project */
                  project?: string;
                };
                /** @description Stages at which the rule looks */
                stages: ('request' | 'commit' | 'disburse')[];
                /** @description How far the budget may be exceeded */
                tolerance?: {
                  /** @description In percent of the budget */
                  percent?: string;
                  /** @description In baht; of both the smaller one counts */
                  amount?: string;
                };
                /** @description Warns once, when so much of the budget is used */
                warnAtPercent?: string;
              }[];
              /** @description Cumulative ceilings */
              ceilings: {
                /** @description Name of the rule, unique among its kind */
                name: string;
                /**
                 * @description What is controlled together: a line, all lines of a fund or of a category, or the whole project
                 * @enum {string}
                 */
                key: 'line' | 'project' | 'fund' | 'category';
                /**
                 * @description track: the balance is recorded; warn: a warning stands with the decision; stop: it is refused
                 * @enum {string}
                 */
                severity: 'track' | 'warn' | 'stop';
                /** @description Lines that the rule is about; all when absent */
                match?: {
                  /** @description Only this fund source */
                  fundSource?: string;
                  /** @description Only this expenditure category */
                  category?: string;
                  /** @description Only this project */
                  project?: string;
                };
                /**
                 * @description Periods of the limits
                 * @enum {string}
                 */
                per: 'month' | 'quarter';
                /**
                 * @description What counts: this stage and all later ones
                 * @enum {string}
                 */
                stage: 'request' | 'commit' | 'disburse';
                /** @description What may be used from the start of the year to the end of each period */
                limits: {
                  /** @description By period, in percent of the budget */
                  percent?: {
                    [key: string]: string;
                  };
                  /** @description By period, in baht */
                  amount?: {
                    [key: string]: string;
                  };
                };
              }[];
              /** @description How far a document may exceed the one it draws on */
              excess?: {
                /** @description In percent of the budget */
                percent?: string;
                /** @description In baht; of both the smaller one counts */
                amount?: string;
              };
              /** @description Rules for transfers between categories; the first that fits counts */
              transfers: {
                /** @description Category that gives; any when absent */
                from?: string;
                /** @description Category that receives; any when absent */
                to?: string;
                /**
                 * @description Within a project, between projects, or both
                 * @enum {string}
                 */
                scope: 'lines' | 'projects' | 'any';
                /**
                 * @description Refused; accepted with the message; only with an agreement from outside; to be reported later
                 * @enum {string}
                 */
                action: 'block' | 'alert' | 'agreement' | 'report';
                /** @description What stands with the transfer, or with its refusal */
                message: string;
                /** @description Days within which it is to be reported */
                withinDays?: number;
              }[];
              /** @description Which commands need other eyes */
              approvals: {
                /** @description Command of the budget account, or * for every one */
                command: string;
                /** @description From this amount on */
                from: string;
                /** @description Duties that approve, in order */
                tiers: string[];
              }[];
              /** @description Whether a document holds its money while it waits */
              reserveWhileWaiting: boolean;
              /**
               * @description Whether the plan of a quarter that has ended may be revised
               * @enum {string}
               */
              pastQuarters: 'open' | 'locked';
              /**
               * @description Whether a document may bear a date outside the fiscal year
               * @enum {string}
               */
              datesOutsideYear: 'refused' | 'allowed-by-duty';
              /** @description The end of the fiscal year */
              yearEnd: {
                /** @description Day of the next year up to which reserved money is disbursed */
                disburseUntil: string;
                /** @description What becomes of each line; the first that fits counts */
                rules: {
                  /** @description Lines that the rule is about; all when absent */
                  match?: {
                    /** @description Only this fund source */
                    fundSource?: string;
                    /** @description Only this expenditure category */
                    category?: string;
                  };
                  /**
                   * @description What goes to the next year: the whole balance, open commitments, a part of the rest, nothing
                   * @enum {string}
                   */
                  carry: 'whole' | 'commitments' | 'percentage' | 'none';
                  /** @description Part of what is uncommitted */
                  percent?: string;
                  /** @description Fund source that receives it; prior-year-balance when absent */
                  toFundSource?: string;
                  /**
                   * @description What becomes of the rest
                   * @enum {string}
                   */
                  rest: 'lapse' | 'return';
                }[];
              };
              /** @description Rates of disbursement that are expected */
              targets: {
                /** @description Fiscal year of the target */
                fiscalYear: number;
                /**
                 * @description All expenditure, current or capital
                 * @enum {string}
                 */
                group: 'all' | 'current' | 'capital';
                /** @description Period up to whose end it counts */
                through: string;
                /** @description Part of the budget that is to be disbursed */
                percent: string;
              }[];
            };
            /** @description What counts for each setting that no policy says */
            defaults: {
              /**
               * @description What availability counts against: all that is allocated, or what is released so far
               * @enum {string}
               */
              basis: 'allocated' | 'released';
              /** @description Rules of availability */
              availability: {
                /** @description Name of the rule, unique among its kind */
                name: string;
                /**
                 * @description What is controlled together: a line, all lines of a fund or of a category, or the whole project
                 * @enum {string}
                 */
                key: 'line' | 'project' | 'fund' | 'category';
                /**
                 * @description track: the balance is recorded; warn: a warning stands with the decision; stop: it is refused
                 * @enum {string}
                 */
                severity: 'track' | 'warn' | 'stop';
                /** @description Lines that the rule is about; all when absent */
                match?: {
                  /** @description Only this fund source */
                  fundSource?: string;
                  /** @description Only this expenditure category */
                  category?: string;
                  /** @description Only this project */
                  project?: string;
                };
                /** @description Stages at which the rule looks */
                stages: ('request' | 'commit' | 'disburse')[];
                /** @description How far the budget may be exceeded */
                tolerance?: {
                  /** @description In percent of the budget */
                  percent?: string;
                  /** @description In baht; of both the smaller one counts */
                  amount?: string;
                };
                /** @description Warns once, when so much of the budget is used */
                warnAtPercent?: string;
              }[];
              /** @description Cumulative ceilings */
              ceilings: {
                /** @description Name of the rule, unique among its kind */
                name: string;
                /**
                 * @description What is controlled together: a line, all lines of a fund or of a category, or the whole project
                 * @enum {string}
                 */
                key: 'line' | 'project' | 'fund' | 'category';
                /**
                 * @description track: the balance is recorded; warn: a warning stands with the decision; stop: it is refused
                 * @enum {string}
                 */
                severity: 'track' | 'warn' | 'stop';
                /** @description Lines that the rule is about; all when absent */
                match?: {
                  /** @description Only this fund source */
                  fundSource?: string;
                  /** @description Only this expenditure category */
                  category?: string;
                  /** @description Only this project */
                  project?: string;
                };
                /**
                 * @description Periods of the limits
                 * @enum {string}
                 */
                per: 'month' | 'quarter';
                /**
                 * @description What counts: this stage and all later ones
                 * @enum {string}
                 */
                stage: 'request' | 'commit' | 'disburse';
                /** @description What may be used from the start of the year to the end of each period */
                limits: {
                  /** @description By period, in percent of the budget */
                  percent?: {
                    [key: string]: string;
                  };
                  /** @description By period, in baht */
                  amount?: {
                    [key: string]: string;
                  };
                };
              }[];
              /** @description How far a document may exceed the one it draws on */
              excess?: {
                /** @description In percent of the budget */
                percent?: string;
                /** @description In baht; of both the smaller one counts */
                amount?: string;
              };
              /** @description Rules for transfers between categories; the first that fits counts */
              transfers: {
                /** @description Category that gives; any when absent */
                from?: string;
                /** @description Category that receives; any when absent */
                to?: string;
                /**
                 * @description Within a project, between projects, or both
                 * @enum {string}
                 */
                scope: 'lines' | 'projects' | 'any';
                /**
                 * @description Refused; accepted with the message; only with an agreement from outside; to be reported later
                 * @enum {string}
                 */
                action: 'block' | 'alert' | 'agreement' | 'report';
                /** @description What stands with the transfer, or with its refusal */
                message: string;
                /** @description Days within which it is to be reported */
                withinDays?: number;
              }[];
              /** @description Which commands need other eyes */
              approvals: {
                /** @description Command of the budget account, or * for every one */
                command: string;
                /** @description From this amount on */
                from: string;
                /** @description Duties that approve, in order */
                tiers: string[];
              }[];
              /** @description Whether a document holds its money while it waits */
              reserveWhileWaiting: boolean;
              /**
               * @description Whether the plan of a quarter that has ended may be revised
               * @enum {string}
               */
              pastQuarters: 'open' | 'locked';
              /**
               * @description Whether a document may bear a date outside the fiscal year
               * @enum {string}
               */
              datesOutsideYear: 'refused' | 'allowed-by-duty';
              /** @description The end of the fiscal year */
              yearEnd: {
                /** @description Day of the next year up to which reserved money is disbursed */
                disburseUntil: string;
                /** @description What becomes of each line; the first that fits counts */
                rules: {
                  /** @description Lines that the rule is about; all when absent */
                  match?: {
                    /** @description Only this fund source */
                    fundSource?: string;
                    /** @description Only this expenditure category */
                    category?: string;
                  };
                  /**
                   * @description What goes to the next year: the whole balance, open commitments, a part of the rest, nothing
                   * @enum {string}
                   */
                  carry: 'whole' | 'commitments' | 'percentage' | 'none';
                  /** @description Part of what is uncommitted */
                  percent?: string;
                  /** @description Fund source that receives it; prior-year-balance when absent */
                  toFundSource?: string;
                  /**
                   * @description What becomes of the rest
                   * @enum {string}
                   */
                  rest: 'lapse' | 'return';
                }[];
              };
              /** @description Rates of disbursement that are expected */
              targets: {
                /** @description Fiscal year of the target */
                fiscalYear: number;
                /**
                 * @description All expenditure, current or capital
                 * @enum {string}
                 */
                group: 'all' | 'current' | 'capital';
                /** @description Period up to whose end it counts */
                through: string;
                /** @description Part of the budget that is to be disbursed */
                percent: string;
              }[];
            };
            duties: {
              duty: string;
              holder: string;
              /**
               * Format: date
               * @description Day
               */
              first?: string;
              /**
               * Format: date
               * @description Day
               */
              last?: string;
              /** @description Largest amount */
              upTo?: string;
            }[];
            delegations: {
              duty: string;
              from: string;
              to: string;
              /**
               * Format: date
               * @description Day
               */
              first: string;
              /**
               * Format: date
               * @description Day
               */
              last: string;
            }[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  policySet: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetPolicyDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  dutyGrant: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GrantDutyDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  dutyWithdraw: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DutyDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  dutyDelegate: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DelegateDutyDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  periodSoftClose: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PeriodDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  periodClose: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PeriodDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  periodReopen: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReopenPeriodDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  showPeriods: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
      };
      header?: never;
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.periods/1';
            organisation: string;
            knownAt: {
              asked: string;
              position: string;
              bookedAt: string | null;
            };
            /**
             * Format: date
             * @description Day
             */
            effectiveTo?: string;
            fiscalYear: number;
            /** @description Those that are not open */
            months: {
              month: string;
              /** @enum {string} */
              status: 'soft-closed' | 'closed';
            }[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  approvalGive: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Number of the waiting document */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PostingDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  approvalRefuse: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Number of the waiting document */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonedPostingDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  approvalWithdraw: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Number of the waiting document */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PostingDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  listApprovals: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Those that wait when absent; decided lists the last decision first */
        status?: 'waiting' | 'approved' | 'refused' | 'withdrawn' | 'decided' | 'all';
        /** @description Begin after this number; of those decided, before this position */
        after?: string;
        /** @description At most so many rows (1 to 200) */
        limit?: string;
        /** @description Only what this person handed in */
        maker?: string;
        /** @description Only what this person decided; with status decided */
        by?: string;
        /** @description Whether the one who asks may decide it, and otherwise why not; at most 50 rows */
        decisions?: boolean;
        /** @description What is available on each line before and after, decided on trial now; at most 50 rows */
        effects?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.approvals/1';
            organisation: string;
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            /**
             * Format: date
             * @description Day
             */
            effectiveTo?: string;
            rows: {
              number: string;
              maker: string;
              summary: string;
              /** @description Baht */
              amount: string;
              tiers: string[];
              /** @description Duty whose approval comes next */
              waitsFor?: string;
              /** @enum {string} */
              status: 'waiting' | 'approved' | 'refused' | 'withdrawn';
              /**
               * Format: date
               * @description Day
               */
              submittedOn: string;
              /**
               * Format: date-time
               * @description Moment by the clock of the organisation, with its offset
               */
              submittedAt: string;
              /** @description Place in the log */
              position: string;
              /** @description Days since it was handed in */
              ageDays: number;
              /** @description Commands that it would record */
              kinds: string[];
              accounts: {
                fiscalYear: number;
                project: string;
              }[];
              /** @description Its last step */
              step: {
                /** @description Place in the log */
                position: string;
                /**
                 * @description How the document stood after it
                 * @enum {string}
                 */
                status: 'waiting' | 'approved' | 'refused' | 'withdrawn';
                /**
                 * Format: date-time
                 * @description Moment by the clock of the organisation, with its offset
                 */
                bookedAt: string;
                actor: string;
                reason: string | null;
              };
              /** @description What the one who asks may do, and otherwise why not */
              decision?: {
                mayDecide: boolean;
                mayWithdraw: boolean;
                blockedBecause?: {
                  code: string;
                  message: string;
                  /** @description What belongs to the code, such as what is missing */
                  details: {
                    [key: string]: unknown;
                  };
                };
              };
              /** @description Available before and after, decided on trial now */
              effect?: {
                available: {
                  project: string;
                  line: {
                    fundSource: string;
                    category: string;
                  };
                  /** @description Baht */
                  before: string;
                  /** @description Baht */
                  after: string;
                }[];
                refused?: {
                  code: string;
                  message: string;
                  /** @description What belongs to the code, such as what is missing */
                  details: {
                    [key: string]: unknown;
                  };
                };
              };
            }[];
            /** @description Goes on with after */
            next?: string;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  showApproval: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
      };
      header?: never;
      path: {
        /** @description Number of the waiting document */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.approval/1';
            organisation: string;
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            /**
             * Format: date
             * @description Day
             */
            effectiveTo?: string;
            number: string;
            maker: string;
            summary: string;
            /** @description Baht */
            amount: string;
            tiers: string[];
            /** @enum {string} */
            status: 'waiting' | 'approved' | 'refused' | 'withdrawn';
            /** @description What is recorded when it is approved */
            what: {
              stream: string;
              command: {
                [key: string]: unknown;
              };
              source?: string;
            }[];
            /** @description Requests that hold its money while it waits */
            reserved?: {
              stream: string;
              item: string;
              line: {
                fundSource: string;
                category: string;
              };
              /** @description Baht */
              amount: string;
            }[];
            given: {
              tier: string;
              by: string;
              onBehalfOf?: string;
            }[];
            steps: {
              /** @description Place in the log */
              position: string;
              /**
               * @description How the document stood after it
               * @enum {string}
               */
              status: 'waiting' | 'approved' | 'refused' | 'withdrawn';
              /**
               * Format: date-time
               * @description Moment by the clock of the organisation, with its offset
               */
              bookedAt: string;
              actor: string;
              reason: string | null;
            }[];
            /** @description What the one who asks may do, and otherwise why not */
            decision?: {
              mayDecide: boolean;
              mayWithdraw: boolean;
              blockedBecause?: {
                code: string;
                message: string;
                /** @description What belongs to the code, such as what is missing */
                details: {
                  [key: string]: unknown;
                };
              };
            };
            effect?: {
              available: {
                project: string;
                line: {
                  fundSource: string;
                  category: string;
                };
                /** @description Baht */
                before: string;
                /** @description Baht */
                after: string;
              }[];
              refused?: {
                code: string;
                message: string;
                /** @description What belongs to the code, such as what is missing */
                details: {
                  [key: string]: unknown;
                };
              };
              events: {
                type: string;
                stream: string;
                data: {
                  [key: string]: unknown;
                };
              }[];
            };
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reRun: {
    parameters: {
      query?: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReRunDto'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.re-run/1';
            query: {
              [key: string]: unknown;
            };
            knownAt: {
              asked: string;
              position: string;
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            /** @description How many were taken again */
            decisions: number;
            refused: number;
            /** @description Only the first are listed */
            truncated: boolean;
            /** @description The policy that was tried */
            policy: {
              /**
               * @description What availability counts against: all that is allocated, or what is released so far
               * @enum {string}
               */
              basis: 'allocated' | 'released';
              /** @description Rules of availability */
              availability: {
                /** @description Name of the rule, unique among its kind */
                name: string;
                /**
                 * @description What is controlled together: a line, all lines of a fund or of a category, or the whole project
                 * @enum {string}
                 */
                key: 'line' | 'project' | 'fund' | 'category';
                /**
                 * @description track: the balance is recorded; warn: a warning stands with the decision; stop: it is refused
                 * @enum {string}
                 */
                severity: 'track' | 'warn' | 'stop';
                /** @description Lines that the rule is about; all when absent */
                match?: {
                  /** @description Only this fund source */
                  fundSource?: string;
                  /** @description Only this expenditure category */
                  category?: string;
                  /** @description Only this project */
                  project?: string;
                };
                /** @description Stages at which the rule looks */
                stages: ('request' | 'commit' | 'disburse')[];
                /** @description How far the budget may be exceeded */
                tolerance?: {
                  /** @description In percent of the budget */
                  percent?: string;
                  /** @description In baht; of both the smaller one counts */
                  amount?: string;
                };
                /** @description Warns once, when so much of the budget is used */
                warnAtPercent?: string;
              }[];
              /** @description Cumulative ceilings */
              ceilings: {
                /** @description Name of the rule, unique among its kind */
                name: string;
                /**
                 * @description What is controlled together: a line, all lines of a fund or of a category, or the whole project
                 * @enum {string}
                 */
                key: 'line' | 'project' | 'fund' | 'category';
                /**
                 * @description track: the balance is recorded; warn: a warning stands with the decision; stop: it is refused
                 * @enum {string}
                 */
                severity: 'track' | 'warn' | 'stop';
                /** @description Lines that the rule is about; all when absent */
                match?: {
                  /** @description Only this fund source */
                  fundSource?: string;
                  /** @description Only this expenditure category */
                  category?: string;
                  /** @description Only this project */
                  project?: string;
                };
                /**
                 * @description Periods of the limits
                 * @enum {string}
                 */
                per: 'month' | 'quarter';
                /**
                 * @description What counts: this stage and all later ones
                 * @enum {string}
                 */
                stage: 'request' | 'commit' | 'disburse';
                /** @description What may be used from the start of the year to the end of each period */
                limits: {
                  /** @description By period, in percent of the budget */
                  percent?: {
                    [key: string]: string;
                  };
                  /** @description By period, in baht */
                  amount?: {
                    [key: string]: string;
                  };
                };
              }[];
              /** @description How far a document may exceed the one it draws on */
              excess?: {
                /** @description In percent of the budget */
                percent?: string;
                /** @description In baht; of both the smaller one counts */
                amount?: string;
              };
              /** @description Rules for transfers between categories; the first that fits counts */
              transfers: {
                /** @description Category that gives; any when absent */
                from?: string;
                /** @description Category that receives; any when absent */
                to?: string;
                /**
                 * @description Within a project, between projects, or both
                 * @enum {string}
                 */
                scope: 'lines' | 'projects' | 'any';
                /**
                 * @description Refused; accepted with the message; only with an agreement from outside; to be reported later
                 * @enum {string}
                 */
                action: 'block' | 'alert' | 'agreement' | 'report';
                /** @description What stands with the transfer, or with its refusal */
                message: string;
                /** @description Days within which it is to be reported */
                withinDays?: number;
              }[];
              /** @description Which commands need other eyes */
              approvals: {
                /** @description Command of the budget account, or * for every one */
                command: string;
                /** @description From this amount on */
                from: string;
                /** @description Duties that approve, in order */
                tiers: string[];
              }[];
              /** @description Whether a document holds its money while it waits */
              reserveWhileWaiting: boolean;
              /**
               * @description Whether the plan of a quarter that has ended may be revised
               * @enum {string}
               */
              pastQuarters: 'open' | 'locked';
              /**
               * @description Whether a document may bear a date outside the fiscal year
               * @enum {string}
               */
              datesOutsideYear: 'refused' | 'allowed-by-duty';
              /** @description The end of the fiscal year */
              yearEnd: {
                /** @description Day of the next year up to which reserved money is disbursed */
                disburseUntil: string;
                /** @description What becomes of each line; the first that fits counts */
                rules: {
                  /** @description Lines that the rule is about; all when absent */
                  match?: {
                    /** @description Only this fund source */
                    fundSource?: string;
                    /** @description Only this expenditure category */
                    category?: string;
                  };
                  /**
                   * @description What goes to the next year: the whole balance, open commitments, a part of the rest, nothing
                   * @enum {string}
                   */
                  carry: 'whole' | 'commitments' | 'percentage' | 'none';
                  /** @description Part of what is uncommitted */
                  percent?: string;
                  /** @description Fund source that receives it; prior-year-balance when absent */
                  toFundSource?: string;
                  /**
                   * @description What becomes of the rest
                   * @enum {string}
                   */
                  rest: 'lapse' | 'return';
                }[];
              };
              /** @description Rates of disbursement that are expected */
              targets: {
                /** @description Fiscal year of the target */
                fiscalYear: number;
                /**
                 * @description All expenditure, current or capital
                 * @enum {string}
                 */
                group: 'all' | 'current' | 'capital';
                /** @description Period up to whose end it counts */
                through: string;
                /** @description Part of the budget that is to be disbursed */
                percent: string;
              }[];
            };
            /** @description Proposed settings that a re-run does not try: nothing is said about them */
            notReplayed: string[];
            rows: {
              project: string;
              position: string;
              /** Format: date */
              bookedOn: string;
              /** Format: date */
              effectiveOn: string;
              type: string;
              document?: string;
              actor: string;
              code: string;
              message: string;
              /** @description By how much it falls short */
              shortBy?: string;
              /** @description Only because a document that it stands on would not be there */
              follows: boolean;
            }[];
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  kpiDefine: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DefineKpiDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  kpiSetTarget: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description KPI code */
        kpi: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetTargetDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  kpiReviseTarget: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description KPI code */
        kpi: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReviseTargetDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  kpiSetPlan: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description KPI code */
        kpi: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetKpiPlanDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  kpiRevisePlan: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description KPI code */
        kpi: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReviseKpiPlanDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  kpiRecordResult: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description KPI code */
        kpi: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordResultDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  kpiCorrectResult: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description KPI code */
        kpi: string;
        /** @description Number of the result */
        result: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CorrectResultDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  kpiMarkAchieved: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description KPI code */
        kpi: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MarkAchievedDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  quarterlyReportDate: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DateReportDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  quarterlyReportStatus: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Code of the report */
        report: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReportStatusDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  previewBoardReport: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReportPreviewDto'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.board-report-preview/1';
            organisation: string;
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            /** @description The number that the report gets when it is published now */
            number: string;
            title: string;
            /** @description Whether the service can make a PDF */
            canPrint: boolean;
            /** @description Markup whose texts are escaped; every figure links to its explanation */
            html: string;
            css: string;
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  quarterlyReportPublish: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Code of the report */
        report: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PublishReportDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  listPublications: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.publications/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            /** @description Newest first */
            rows: {
              number: string;
              /** @description Code of the quarterly report */
              report: string;
              fiscalYear: number;
              /** @enum {string} */
              quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
              title: string;
              template: string;
              /** @enum {string} */
              language: 'th' | 'en';
              /** @description The day that the figures stand for */
              asOf: string | null;
              /** @description Up to where the figures were known */
              knownAt: string;
              /** @description Where the log says that it was published */
              position: string;
              /**
               * Format: date-time
               * @description Moment by the clock of the organisation, with its offset
               */
              publishedAt: string;
              publishedBy: string;
              reason: string | null;
              /** @description SHA-256 over the list of the files, as sha256sum writes it */
              digest: string;
              /** @description Cells of the summary that say something else now */
              changed: number;
            }[];
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  publication: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
      };
      header?: never;
      path: {
        /** @description Number of the publication */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.publication/1';
            organisation: string;
            number: string;
            /** @description Code of the quarterly report */
            report: string;
            fiscalYear: number;
            /** @enum {string} */
            quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
            title: string;
            template: string;
            /** @enum {string} */
            language: 'th' | 'en';
            /** @description The day that the figures stand for */
            asOf: string | null;
            /** @description Up to where the figures were known */
            knownAt: string;
            /** @description Where the log says that it was published */
            position: string;
            /**
             * Format: date-time
             * @description Moment by the clock of the organisation, with its offset
             */
            publishedAt: string;
            publishedBy: string;
            reason: string | null;
            /** @description SHA-256 over the list of the files, as sha256sum writes it */
            digest: string;
            /** @description Cells of the summary that say something else now */
            changed: number;
            /** @description SHA-256 of report.json, which every form shows */
            figuresDigest: string | null;
            files: {
              name: string;
              type: string;
              /** @description SHA-256 */
              sha256: string;
              bytes: number;
              url: string;
            }[];
            receiptUrl: string;
            /** @description QR code of the address, as an SVG picture */
            code: string;
            changes: {
              project: string;
              measure: string;
              /** @description Baht, as published */
              from: string | null;
              /** @description Baht, now */
              to: string | null;
            }[];
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  publicationPage: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
      };
      header?: never;
      path: {
        /** @description Number of the publication */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.publication-page/1';
            number: string;
            /** @description Markup whose texts are escaped; every figure links to its explanation */
            html: string;
            css: string;
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  publishedFile: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Whether a CSV begins with a byte order mark, which some spreadsheet programs need */
        bom?: 'yes' | 'no';
      };
      header?: never;
      path: {
        /** @description Number of the publication */
        number: string;
        /** @description Name of the file */
        file: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  import: {
    parameters: {
      query?: {
        /** @description The one that the tables name when absent; another than theirs is refused */
        organisation?: string;
        /** @description Says what would be posted, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Who posts */
        'Obligo-Actor'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImportDto'];
      };
    };
    responses: {
      /** @description What was posted */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  sheetPost: {
    parameters: {
      query?: {
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
        /** @description Needed when the ledger has several */
        organisation?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SheetDto'];
      };
    };
    responses: {
      /** @description A dry run, or recorded before */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.sheet/1';
            organisation: string;
            /** @enum {string} */
            kind:
              | 'accounts'
              | 'allocations'
              | 'plans'
              | 'plan-revisions'
              | 'requests'
              | 'commitments'
              | 'acceptances'
              | 'disbursements'
              | 'kpi-results';
            dryRun: boolean;
            counts: {
              rows: number;
              faulty: number;
              faults: number;
            };
            /** @description Amounts of all rows that could be read; null for kinds without amounts */
            total: string | null;
            rows: {
              /** @description Counts from 1, the first row below the header */
              row: number;
              faults: {
                /** @description Key of the column */
                column: string;
                /** @description Code of the refusal */
                code: string;
                message: string;
                details: {
                  [key: string]: unknown;
                };
              }[];
              /** @description What is available on the touched lines, the rows before counted */
              available: {
                project: string;
                line: {
                  fundSource: string;
                  category: string;
                };
                /** @description Baht */
                before: string;
                /** @description Baht */
                after: string;
              }[];
            }[];
            /** @description Absent on a dry run */
            receipt?: {
              idempotencyKey: string;
              replayed: boolean;
              /** @description Place in the log */
              position: string;
              recordedAt: string;
              receiptUrl: string;
              events: number;
            };
          };
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.sheet/1';
            organisation: string;
            /** @enum {string} */
            kind:
              | 'accounts'
              | 'allocations'
              | 'plans'
              | 'plan-revisions'
              | 'requests'
              | 'commitments'
              | 'acceptances'
              | 'disbursements'
              | 'kpi-results';
            dryRun: boolean;
            counts: {
              rows: number;
              faulty: number;
              faults: number;
            };
            /** @description Amounts of all rows that could be read; null for kinds without amounts */
            total: string | null;
            rows: {
              /** @description Counts from 1, the first row below the header */
              row: number;
              faults: {
                /** @description Key of the column */
                column: string;
                /** @description Code of the refusal */
                code: string;
                message: string;
                details: {
                  [key: string]: unknown;
                };
              }[];
              /** @description What is available on the touched lines, the rows before counted */
              available: {
                project: string;
                line: {
                  fundSource: string;
                  category: string;
                };
                /** @description Baht */
                before: string;
                /** @description Baht */
                after: string;
              }[];
            }[];
            /** @description Absent on a dry run */
            receipt?: {
              idempotencyKey: string;
              replayed: boolean;
              /** @description Place in the log */
              position: string;
              recordedAt: string;
              receiptUrl: string;
              events: number;
            };
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  sheetSubmit: {
    parameters: {
      query: {
        /** @description Number of the waiting document */
        submit: string;
        /** @description Needed when the ledger has several */
        organisation?: string;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SheetDto'];
      };
    };
    responses: {
      /** @description Handed in before */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Handed in */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  sheetProgress: {
    parameters: {
      query: {
        /** @description Idempotency key of the sheet */
        key: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.sheet-progress/1';
            running: boolean;
            decided: number;
            of: number;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  sheetTemplate: {
    parameters: {
      query?: {
        /** @description Language of the column names */
        lang?: 'th' | 'en';
      };
      header?: never;
      path: {
        file: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  sheetPosted: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
      };
      header?: never;
      path: {
        position: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.posted-sheet/1';
            /** @description Place of the last event of the sheet */
            position: string;
            organisation: string;
            /**
             * Format: date-time
             * @description Moment by the clock of the organisation, with its offset
             */
            recordedAt: string;
            actor: string;
            /** @description Postings that it holds */
            documents: number;
            /** @description Whether all that it holds can be taken back */
            reversible: boolean;
            /** @description Where it was taken back */
            reversedAt: string | null;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  sheetReverse: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: never;
      path: {
        position: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReverseSheetDto'];
      };
    };
    responses: {
      /** @description A dry run, or taken back before */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Taken back */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reportQuarterly: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Quarter up to whose end is reported */
        quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
        /** @description Only this project */
        project?: string;
        /** @description Movements of each quarter instead of the sum to its end */
        byQuarter?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "schema": "obligo.report.quarterly/1",
           *       "query": {
           *         "organisation": "etda",
           *         "fiscalYear": 2569,
           *         "quarter": "Q1",
           *         "byQuarter": false,
           *         "knownAt": "2025-12-30"
           *       },
           *       "knownAt": {
           *         "asked": "2025-12-30",
           *         "position": "190",
           *         "bookedAt": "2025-12-30T00:00:00+07:00"
           *       },
           *       "projection": {
           *         "name": "plan-versus-actual",
           *         "version": 4
           *       },
           *       "unit": "million baht",
           *       "rows": [
           *         {
           *           "project_code": "P01",
           *           "budget_m": "42.7377",
           *           "plan_m": "20.2320",
           *           "spent_m": "15.0334",
           *           "disbursed_m": "0.6334",
           *           "committed_m": "14.4000",
           *           "available_m": "27.7043",
           *           "baht": {
           *             "budget": "42737700.00",
           *             "plan": "20232000.00",
           *             "spent": "15033400.00",
           *             "disbursed": "633400.00",
           *             "committed": "14400000.00",
           *             "available": "27704300.00"
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': {
            /** @constant */
            schema: 'obligo.report.quarterly/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            /** @constant */
            unit: 'million baht';
            rows: {
              project_code: string;
              quarter?: ('Q1' | 'Q2' | 'Q3' | 'Q4') | 'TOTAL';
              /** @description Million baht */
              budget_m?: string;
              /** @description Million baht */
              plan_m?: string;
              /** @description Million baht */
              spent_m?: string;
              /** @description Million baht */
              disbursed_m?: string;
              /** @description Million baht */
              committed_m?: string;
              /** @description Million baht */
              available_m?: string;
              baht: {
                /** @description Baht */
                budget?: string;
                /** @description Baht */
                plan?: string;
                /** @description Baht */
                spent?: string;
                /** @description Baht */
                disbursed?: string;
                /** @description Baht */
                committed?: string;
                /** @description Baht */
                available?: string;
              };
            }[];
            footnotes: string[];
          };
          /**
           * @example project_code,budget_m,plan_m,spent_m,disbursed_m,committed_m,available_m
           *     P01,42.7377,20.2320,15.0334,0.6334,14.4000,27.7043
           */
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reportBudgetBook: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "schema": "obligo.report.budget-book/1",
           *       "query": {
           *         "organisation": "etda",
           *         "fiscalYear": 2563,
           *         "knownAt": "now"
           *       },
           *       "projection": {
           *         "name": "plan-versus-actual"
           *       },
           *       "unit": "million baht",
           *       "rows": [
           *         {
           *           "side": "revenue",
           *           "level": "fund-source",
           *           "fund_source": "estimated-income",
           *           "name": "ประมาณการรายได้",
           *           "estimated_m": "20.0869",
           *           "budget_m": "13.5522",
           *           "baht": {
           *             "estimated": "20086900.00",
           *             "budget": "13552200.00"
           *           }
           *         },
           *         {
           *           "side": "expenditure",
           *           "level": "total",
           *           "project_code": "TOTAL",
           *           "name": "รวมทั้งสิ้น",
           *           "estimated_m": "595.3293",
           *           "budget_m": "588.7946",
           *           "baht": {
           *             "estimated": "595329300.00",
           *             "budget": "588794600.00"
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': {
            [key: string]: unknown;
          };
          /**
           * @example side,level,project_code,fund_source,category,name,estimated_m,budget_m
           *     expenditure,line,W01,annual-appropriation,personnel,,134.1005,134.1005
           */
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reportKpi: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Quarter up to whose end is reported */
        quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
        /** @description Only this project */
        project?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "schema": "obligo.report.kpi/1",
           *       "rows": [
           *         {
           *           "kpi_code": "P08-K1",
           *           "project_code": "P08",
           *           "quarter": "Q2",
           *           "target_op": "=",
           *           "target": "10000",
           *           "plan": "1500",
           *           "plan_to_date": "1500",
           *           "result": "3961",
           *           "result_to_date": "4556",
           *           "of_target_percent": "45.56",
           *           "status": "on_plan"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            /** @constant */
            schema: 'obligo.report.kpi/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            /** @description The printed table: one row per KPI and quarter */
            rows: {
              [key: string]: string;
            }[];
            kpis: {
              definition: {
                organisation: string;
                fiscalYear: number;
                kpi: string;
                project: string;
                name: string;
                nameEn?: string;
                authority?: string;
                /** @enum {string} */
                kind: 'count' | 'percent' | 'amount' | 'milestone' | 'level' | 'composite';
                /** @enum {string} */
                accumulation?: 'cumulative' | 'incremental' | 'point';
                unit?: string;
                unitEn?: string;
                partOf?: string;
                /** @description What is scored 50, 75 and 100, in words */
                tiers?: {
                  basic?: string;
                  standard?: string;
                  advanced?: string;
                };
                note?: string;
              };
              target?: {
                /** @enum {string} */
                operator?: '>=' | '>' | '=' | '<=' | '<';
                /** @description Figure in the unit of the KPI */
                value?: string;
                text: string;
              };
              achieved?: {
                /** @enum {string} */
                quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
                note?: string;
              };
              quarters: {
                /** @enum {string} */
                quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
                plan?: {
                  /** @description Figure in the unit of the KPI */
                  value?: string;
                  text?: string;
                };
                /** @description Figure in the unit of the KPI */
                planToDate?: string;
                result?: {
                  /** @description Figure in the unit of the KPI */
                  value?: string;
                  text?: string;
                  /** @description Figure in the unit of the KPI */
                  inPlan?: string;
                  /** @description Figure in the unit of the KPI */
                  outOfPlan?: string;
                  narrative?: string;
                  /**
                   * Format: date
                   * @description Day
                   */
                  dataAsOf?: string;
                  /** @constant */
                  derived?: true;
                  /** @constant */
                  unplanned?: true;
                };
                /** @description Figure in the unit of the KPI */
                cumulative?: string;
                /** @description Figure in the unit of the KPI */
                difference?: string;
                /** @description Percent, two decimals */
                ofPlan?: string;
                /** @description Percent, two decimals */
                ofPlanToDate?: string;
                /** @description Percent, two decimals */
                ofTarget?: string;
                /** @enum {string} */
                status: 'achieved' | 'met' | 'on_plan' | 'behind' | 'reported' | 'no_result' | 'not_due';
                statements: {
                  /** @description Figure in the unit of the KPI */
                  value?: string;
                  text?: string;
                  /** @description Figure in the unit of the KPI */
                  inPlan?: string;
                  /** @description Figure in the unit of the KPI */
                  outOfPlan?: string;
                  narrative?: string;
                  /**
                   * Format: date
                   * @description Day
                   */
                  dataAsOf?: string;
                  /** @description Number of the result */
                  result: string;
                  /** @enum {string} */
                  quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
                  cumulative?: boolean;
                  periodFrom?: string;
                  periodTo?: string;
                  statedAt: number;
                  /**
                   * Format: date
                   * @description Day
                   */
                  effectiveOn: string;
                }[];
              }[];
              parts?: {
                definition: {
                  organisation: string;
                  fiscalYear: number;
                  kpi: string;
                  project: string;
                  name: string;
                  nameEn?: string;
                  authority?: string;
                  /** @enum {string} */
                  kind: 'count' | 'percent' | 'amount' | 'milestone' | 'level' | 'composite';
                  /** @enum {string} */
                  accumulation?: 'cumulative' | 'incremental' | 'point';
                  unit?: string;
                  unitEn?: string;
                  partOf?: string;
                  /** @description What is scored 50, 75 and 100, in words */
                  tiers?: {
                    basic?: string;
                    standard?: string;
                    advanced?: string;
                  };
                  note?: string;
                };
                target?: {
                  /** @enum {string} */
                  operator?: '>=' | '>' | '=' | '<=' | '<';
                  /** @description Figure in the unit of the KPI */
                  value?: string;
                  text: string;
                };
                achieved?: {
                  /** @enum {string} */
                  quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
                  note?: string;
                };
                quarters: {
                  /** @enum {string} */
                  quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
                  plan?: {
                    /** @description Figure in the unit of the KPI */
                    value?: string;
                    text?: string;
                  };
                  /** @description Figure in the unit of the KPI */
                  planToDate?: string;
                  result?: {
                    /** @description Figure in the unit of the KPI */
                    value?: string;
                    text?: string;
                    /** @description Figure in the unit of the KPI */
                    inPlan?: string;
                    /** @description Figure in the unit of the KPI */
                    outOfPlan?: string;
                    narrative?: string;
                    /**
                     * Format: date
                     * @description Day
                     */
                    dataAsOf?: string;
                    /** @constant */
                    derived?: true;
                    /** @constant */
                    unplanned?: true;
                  };
                  /** @description Figure in the unit of the KPI */
                  cumulative?: string;
                  /** @description Figure in the unit of the KPI */
                  difference?: string;
                  /** @description Percent, two decimals */
                  ofPlan?: string;
                  /** @description Percent, two decimals */
                  ofPlanToDate?: string;
                  /** @description Percent, two decimals */
                  ofTarget?: string;
                  /** @enum {string} */
                  status: 'achieved' | 'met' | 'on_plan' | 'behind' | 'reported' | 'no_result' | 'not_due';
                  statements: {
                    /** @description Figure in the unit of the KPI */
                    value?: string;
                    text?: string;
                    /** @description Figure in the unit of the KPI */
                    inPlan?: string;
                    /** @description Figure in the unit of the KPI */
                    outOfPlan?: string;
                    narrative?: string;
                    /**
                     * Format: date
                     * @description Day
                     */
                    dataAsOf?: string;
                    /** @description Number of the result */
                    result: string;
                    /** @enum {string} */
                    quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
                    cumulative?: boolean;
                    periodFrom?: string;
                    periodTo?: string;
                    statedAt: number;
                    /**
                     * Format: date
                     * @description Day
                     */
                    effectiveOn: string;
                  }[];
                }[];
              }[];
            }[];
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reportStatus: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Only the reports of this quarter */
        quarter?: 'Q1' | 'Q2' | 'Q3' | 'Q4';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.report.status/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            reports: {
              organisation: string;
              fiscalYear: number;
              report: string;
              /** @enum {string} */
              quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
              /**
               * Format: date
               * @description Day
               */
              asOf: string;
              title: string | null;
            }[];
            rows: {
              report: string;
              project_code: string;
              /** @enum {string} */
              status: 'achieved' | 'on_plan' | 'not_started' | 'late';
              shape: string;
              achieved_items?: string;
              text?: string;
              /** @description Where the log says so */
              position: string;
              recorded_by: string;
              /**
               * Format: date-time
               * @description Moment by the clock of the organisation, with its offset
               */
              booked_at: string;
            }[];
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  diff: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description First moment; needed unless only the days differ. As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        from?: string;
        /** @description Second moment. As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        to?: string;
        /** @description Day of the first point, as effectiveTo */
        fromEffectiveTo?: string;
        /** @description Day of the second point, as effectiveTo */
        toEffectiveTo?: string;
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Quarter up to whose end is compared; the whole year when absent */
        quarter?: 'Q1' | 'Q2' | 'Q3' | 'Q4';
        /** @description What is compared */
        of?: 'quarterly' | 'budget-status' | 'account' | 'kpi';
        /** @description Only this project */
        project?: string;
        /** @description Movements of each quarter instead of the sum to its end */
        byQuarter?: boolean;
        /** @description Tells of both moments how many events were known, and the root of the log over them, where it is sealed */
        roots?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "schema": "obligo.diff/1",
           *       "from": {
           *         "asked": "2025-12-30",
           *         "position": "190",
           *         "bookedAt": "2025-12-30T00:00:00+07:00"
           *       },
           *       "to": {
           *         "asked": "2026-03-31",
           *         "position": "267",
           *         "bookedAt": "2026-03-31T00:00:00+07:00"
           *       },
           *       "cells": [
           *         {
           *           "project_code": "P01",
           *           "measure": "disbursed",
           *           "from_m": "0.6334",
           *           "to_m": "1.7334",
           *           "change_m": "1.1000",
           *           "events": [
           *             {
           *               "type": "QuarterCorrected",
           *               "movement_m": "1.1000"
           *             }
           *           ]
           *         }
           *       ]
           *     }
           */
          'application/json': {
            /** @constant */
            schema: 'obligo.diff/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            /** @description One of the two points */
            from: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
              /**
               * Format: date
               * @description Day
               */
              effectiveTo?: string;
              /** @description Events of the log up to here, where it is sealed */
              events?: number;
              /** @description Root of the tree over them, base64 */
              root?: string;
            };
            /** @description One of the two points */
            to: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
              /**
               * Format: date
               * @description Day
               */
              effectiveTo?: string;
              /** @description Events of the log up to here, where it is sealed */
              events?: number;
              /** @description Root of the tree over them, base64 */
              root?: string;
            };
            /** @description Of money: cells that differ; the movements of their events add up to the change */
            cells?: {
              project_code: string;
              quarter?: string;
              fund_source?: string;
              category?: string;
              measure: string;
              from: string | null;
              to: string | null;
              /** @description Baht */
              change: string;
              from_m: string | null;
              to_m: string | null;
              /** @description Million baht */
              change_m: string;
              events: {
                /** @description Place in the log */
                position: string;
                type: string;
                project: string | null;
                document: string | null;
                /**
                 * Format: date
                 * @description Day
                 */
                effectiveOn: string;
                /**
                 * Format: date-time
                 * @description Moment by the clock of the organisation, with its offset
                 */
                bookedAt: string;
                /**
                 * Format: date-time
                 * @description Moment by the clock of the organisation, with its offset
                 */
                recordedAt: string;
                actor: string;
                reason: string | null;
                source: string | null;
                eventId: string;
                /** @description Baht */
                movement: string;
                /** @description Baht */
                running: string;
                /** @description Million baht */
                movement_m: string;
                /** @description Million baht */
                running_m: string;
              }[];
            }[];
            /** @description Totals that follow from them */
            totals?: {
              project_code: string;
              quarter?: string;
              fund_source?: string;
              category?: string;
              measure: string;
              from: string | null;
              to: string | null;
              /** @description Baht */
              change: string;
              from_m: string | null;
              to_m: string | null;
              /** @description Million baht */
              change_m: string;
            }[];
            /** @description Of KPIs: places that differ */
            changes?: {
              /** @description Row and column, or setting */
              place: string;
              from: string | null;
              to: string | null;
              events: {
                /** @description Place in the log */
                position: string;
                type: string;
                project: string | null;
                document: string | null;
                /**
                 * Format: date
                 * @description Day
                 */
                effectiveOn: string;
                /**
                 * Format: date-time
                 * @description Moment by the clock of the organisation, with its offset
                 */
                bookedAt: string;
                /**
                 * Format: date-time
                 * @description Moment by the clock of the organisation, with its offset
                 */
                recordedAt: string;
                actor: string;
                reason: string | null;
                source: string | null;
                eventId: string;
                before: string | null;
                after: string | null;
              }[];
            }[];
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reconcile: {
    parameters: {
      query?: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReconcileDto'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "schema": "obligo.reconcile/1",
           *       "equal": 34,
           *       "differing": [
           *         {
           *           "line": 12,
           *           "project_code": "P02",
           *           "measure": "disbursed",
           *           "published_m": "21.0094",
           *           "ledger_m": "21.0095",
           *           "difference_m": "-0.0001"
           *         }
           *       ],
           *       "unknown": [],
           *       "missing": []
           *     }
           */
          'application/json': {
            [key: string]: unknown;
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  explain: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Quarter of the cell; after for reserved money that was used after the fiscal year; the whole year when neither quarter nor month is named */
        quarter?: 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'after';
        /** @description Only this month of the quarter */
        month?: string;
        /** @description Project of the cell; all projects together when absent */
        project?: string;
        /** @description Measure of the cell; of a document: ordered, released, amount, accepted, used or outstanding */
        measure:
          | 'budget'
          | 'plan'
          | 'spent'
          | 'disbursed'
          | 'committed'
          | 'available'
          | 'estimated'
          | 'released'
          | 'original'
          | 'supplement'
          | 'cut'
          | 'transfer'
          | 'brought-forward'
          | 'carried-forward'
          | 'returned'
          | 'lapsed'
          | 'pre-committed'
          | 'accepted'
          | 'advanced'
          | 'spent-variance'
          | 'disbursed-variance'
          | 'ordered'
          | 'amount'
          | 'used'
          | 'outstanding';
        /** @description Only lines of this fund source */
        fundSource?: string;
        /** @description Only lines of this category */
        category?: string;
        /** @description The sum up to the end of the quarter, or of the month, instead of its own movement */
        cumulative?: boolean;
        /** @description Number of a document of the project: its own amounts */
        document?: string;
        /** @description Stage of the document; needed where several have the number */
        stage?:
          'request' | 'commitment' | 'acceptance' | 'disbursement' | 'advance' | 'transfer' | 'reservation';
        /** @description Item of the document; all of it when absent */
        item?: string;
        /** @description Only events after this position */
        after?: string;
        /** @description At most so many events (1 to 10000) */
        limit?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "schema": "obligo.explain/1",
           *       "cell": {
           *         "project_code": "P08",
           *         "quarter": "Q2",
           *         "measure": "committed",
           *         "basis": "quarter"
           *       },
           *       "value": "-32136900.00",
           *       "value_m": "-32.1369",
           *       "to_date_m": "45.5431",
           *       "opening": "0.00",
           *       "closing": "-32136900.00",
           *       "events": [
           *         {
           *           "position": "209",
           *           "type": "DisbursementMade",
           *           "document": "P08-Q2-L",
           *           "effectiveOn": "2026-03-31",
           *           "movement": "-32136900.00",
           *           "running": "-32136900.00"
           *         }
           *       ],
           *       "next": null
           *     }
           */
          'application/json': {
            /** @constant */
            schema: 'obligo.explain/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            cell: {
              /** @description TOTAL for all projects together */
              project_code: string;
              fund_source?: string;
              category?: string;
              /** @enum {string} */
              quarter?: 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'after';
              month?: string;
              document?: string;
              stage?: string;
              item?: string;
              measure: string;
              /** @enum {string} */
              basis: 'quarter' | 'cumulative' | 'document';
            };
            formula: string;
            /** @description The figures that it is the sum of */
            parts: {
              measure: string;
              /** @description 1 or -1 */
              sign: number;
              /** @description Baht */
              value: string;
              /** @description Million baht */
              value_m: string;
            }[];
            /** @description Baht */
            to_date?: string;
            /** @description Million baht */
            to_date_m?: string;
            /** @description Baht */
            value: string;
            /** @description Million baht */
            value_m: string;
            /** @description Baht */
            opening: string;
            /** @description Baht */
            closing: string;
            events: {
              /** @description Place in the log */
              position: string;
              type: string;
              project: string | null;
              document: string | null;
              /**
               * Format: date
               * @description Day
               */
              effectiveOn: string;
              /**
               * Format: date-time
               * @description Moment by the clock of the organisation, with its offset
               */
              bookedAt: string;
              /**
               * Format: date-time
               * @description Moment by the clock of the organisation, with its offset
               */
              recordedAt: string;
              actor: string;
              reason: string | null;
              source: string | null;
              eventId: string;
              /** @description Baht */
              movement: string;
              /** @description Million baht */
              movement_m: string;
              /** @description Baht */
              running: string;
              /** @description Million baht */
              running_m: string;
            }[];
            next: {
              /** @description Place in the log */
              after: string;
            } | null;
            /** @description What it was from which position on, newest first */
            history: {
              /** @description Place in the log */
              position: string;
              booked_at: string | null;
              /** @description Baht */
              value: string;
              /** @description Million baht */
              value_m: string;
              /** @description Published reports that said so */
              said_by: string[];
            }[];
            /** @description What it is now, where known-at lies in the past */
            now: {
              /** @description Place in the log */
              position: string;
              /** @description Baht */
              value: string;
              /** @description Million baht */
              value_m: string;
              /** @description Baht */
              difference: string;
              /** @description Million baht */
              difference_m: string;
            } | null;
            /** @description The command that prints the same figure */
            command: string;
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reportCourse: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Only this project */
        project?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.report.course/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            /** @constant */
            unit: 'million baht';
            /**
             * Format: date
             * @description Of what begins after this day nothing is known yet
             */
            cut: string;
            rows: {
              /** @enum {string} */
              level: 'month' | 'quarter';
              /** @enum {string} */
              quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'after';
              month?: string;
              /** @description Million baht */
              plan_m?: string;
              /** @description Million baht */
              spent_m?: string;
              /** @description Million baht */
              disbursed_m?: string;
              /** @description Million baht */
              committed_m?: string;
              /** @description Million baht */
              plan_to_date_m?: string;
              /** @description Million baht */
              spent_to_date_m?: string;
              /** @description Million baht */
              disbursed_to_date_m?: string;
              /** @description Million baht */
              committed_to_date_m?: string;
              baht: {
                /** @description Baht */
                plan?: string;
                /** @description Baht */
                spent?: string;
                /** @description Baht */
                disbursed?: string;
                /** @description Baht */
                committed?: string;
                /** @description Baht */
                plan_to_date?: string;
                /** @description Baht */
                spent_to_date?: string;
                /** @description Baht */
                disbursed_to_date?: string;
                /** @description Baht */
                committed_to_date?: string;
              };
            }[];
            footnotes: string[];
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reportRestatedCells: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Quarter up to whose end is reported */
        quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
        /** @description Only this project */
        project?: string;
        /** @description Movements of each quarter instead of the sum to its end */
        byQuarter?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.report.restated-cells/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            /** @constant */
            unit: 'million baht';
            rows: {
              project_code: string;
              quarter?: ('Q1' | 'Q2' | 'Q3' | 'Q4') | 'TOTAL';
              measure: string;
              from: string | null;
              to: string | null;
              /** @description Baht */
              change: string;
              from_m: string | null;
              to_m: string | null;
              /** @description Million baht */
              change_m: string;
              report: string;
              /**
               * Format: date
               * @description Day
               */
              as_of: string;
              /** @description Place in the log */
              position: string;
              since_last_report: boolean;
              changed_by: {
                /** @description Place in the log */
                position: string;
                /**
                 * Format: date-time
                 * @description Moment by the clock of the organisation, with its offset
                 */
                booked_at: string;
              } | null;
            }[];
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reportBudgetStatus: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Only this project */
        project?: string;
        /** @description Only what takes effect up to the end of this quarter; all that is known when absent */
        quarter?: 'Q1' | 'Q2' | 'Q3' | 'Q4';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "schema": "obligo.report.budget-status/1",
           *       "query": {
           *         "organisation": "main",
           *         "fiscalYear": 2569,
           *         "knownAt": "now"
           *       },
           *       "projection": {
           *         "name": "plan-versus-actual"
           *       },
           *       "unit": "million baht",
           *       "rows": [
           *         {
           *           "level": "line",
           *           "project_code": "P01",
           *           "fund_source": "annual-appropriation",
           *           "category": "operating",
           *           "original_m": "1.0000",
           *           "cuts_m": "-0.0500",
           *           "transfers_m": "-0.1000",
           *           "current_m": "0.8500",
           *           "pre_committed_m": "0.0400",
           *           "committed_m": "0.0900",
           *           "accepted_m": "0.0500",
           *           "disbursed_m": "0.1800",
           *           "advances_m": "0.0300",
           *           "available_m": "0.5400",
           *           "baht": {
           *             "original": "1000000.00",
           *             "cuts": "-50000.00",
           *             "transfers": "-100000.00",
           *             "current": "850000.00",
           *             "pre_committed": "40000.00",
           *             "committed": "90000.00",
           *             "accepted": "50000.00",
           *             "disbursed": "180000.00",
           *             "advances": "30000.00",
           *             "available": "540000.00"
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': {
            /** @constant */
            schema: 'obligo.report.budget-status/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            /** @constant */
            unit: 'million baht';
            rows: {
              /** @enum {string} */
              level: 'line' | 'project' | 'fund-source' | 'category' | 'organisation';
              project_code?: string;
              fund_source?: string;
              category?: string;
              /** @description Million baht */
              estimated_m?: string;
              /** @description Million baht */
              original_m?: string;
              /** @description Million baht */
              supplements_m?: string;
              /** @description Million baht */
              cuts_m?: string;
              /** @description Million baht */
              transfers_m?: string;
              /** @description Million baht */
              brought_forward_m?: string;
              /** @description Million baht */
              carried_forward_m?: string;
              /** @description Million baht */
              returned_m?: string;
              /** @description Million baht */
              lapsed_m?: string;
              /** @description Million baht */
              current_m?: string;
              /** @description Million baht */
              released_m?: string;
              /** @description Million baht */
              pre_committed_m?: string;
              /** @description Million baht */
              committed_m?: string;
              /** @description Million baht */
              accepted_m?: string;
              /** @description Million baht */
              disbursed_m?: string;
              /** @description Million baht */
              advances_m?: string;
              /** @description Million baht */
              available_m?: string;
              baht: {
                /** @description Baht */
                estimated?: string;
                /** @description Baht */
                original?: string;
                /** @description Baht */
                supplements?: string;
                /** @description Baht */
                cuts?: string;
                /** @description Baht */
                transfers?: string;
                /** @description Baht */
                brought_forward?: string;
                /** @description Baht */
                carried_forward?: string;
                /** @description Baht */
                returned?: string;
                /** @description Baht */
                lapsed?: string;
                /** @description Baht */
                current?: string;
                /** @description Baht */
                released?: string;
                /** @description Baht */
                pre_committed?: string;
                /** @description Baht */
                committed?: string;
                /** @description Baht */
                accepted?: string;
                /** @description Baht */
                disbursed?: string;
                /** @description Baht */
                advances?: string;
                /** @description Baht */
                available?: string;
              };
            }[];
            footnotes: string[];
          };
          /**
           * @example level,project_code,fund_source,category,estimated_m,original_m,supplements_m,cuts_m,transfers_m,brought_forward_m,carried_forward_m,returned_m,lapsed_m,current_m,released_m,pre_committed_m,committed_m,accepted_m,disbursed_m,advances_m,available_m
           *     line,P01,annual-appropriation,operating,,1.0000,,-0.0500,-0.1000,,,,,0.8500,,0.0400,0.0900,0.0500,0.1800,0.0300,0.5400
           */
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reportBudgetComparison: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Only this project */
        project?: string;
        /** @description Only what takes effect up to the end of this quarter; all that is known when absent */
        quarter?: 'Q1' | 'Q2' | 'Q3' | 'Q4';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "schema": "obligo.report.budget-comparison/1",
           *       "query": {
           *         "organisation": "main",
           *         "fiscalYear": 2569,
           *         "knownAt": "now"
           *       },
           *       "projection": {
           *         "name": "plan-versus-actual"
           *       },
           *       "unit": "million baht",
           *       "rows": [
           *         {
           *           "level": "line",
           *           "project_code": "P01",
           *           "fund_source": "annual-appropriation",
           *           "category": "operating",
           *           "original_m": "1.0000",
           *           "changes_m": "-0.1500",
           *           "final_m": "0.8500",
           *           "actual_m": "0.2000",
           *           "difference_m": "0.6500",
           *           "carried_forward_m": "0.0400",
           *           "lapsed_m": "0.5800",
           *           "open_m": "0.0300",
           *           "baht": {
           *             "original": "1000000.00",
           *             "changes": "-150000.00",
           *             "final": "850000.00",
           *             "actual": "200000.00",
           *             "difference": "650000.00",
           *             "carried_forward": "40000.00",
           *             "lapsed": "580000.00",
           *             "open": "30000.00"
           *           },
           *           "changes": [
           *             {
           *               "type": "BudgetCut",
           *               "document": "CUT-1",
           *               "effectiveOn": "2025-11-01",
           *               "actor": "operator",
           *               "reason": "ปรับลดงบประมาณ",
           *               "source": null,
           *               "part": "cut",
           *               "amount": "-50000.00",
           *               "amount_m": "-0.0500"
           *             },
           *             {
           *               "type": "BudgetTransferredOut",
           *               "document": "TR-1",
           *               "effectiveOn": "2025-11-05",
           *               "actor": "operator",
           *               "reason": "ซื้อครุภัณฑ์เพิ่ม",
           *               "source": null,
           *               "part": "transfer",
           *               "amount": "-100000.00",
           *               "amount_m": "-0.1000"
           *             }
           *           ]
           *         }
           *       ]
           *     }
           */
          'application/json': {
            [key: string]: unknown;
          };
          /**
           * @example level,project_code,fund_source,category,original_m,changes_m,final_m,actual_m,difference_m,carried_forward_m,returned_m,lapsed_m,open_m,reasons
           *     line,P01,annual-appropriation,operating,1.0000,-0.1500,0.8500,0.2000,0.6500,0.0400,,0.5800,0.0300,"cut CUT-1 (-0.0500) ""ปรับลดงบประมาณ"" by operator; transfer TR-1 (-0.1000) ""ซื้อครุภัณฑ์เพิ่ม"" by operator"
           */
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reportExecution: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Only this project */
        project?: string;
        /** @description Only what takes effect up to the end of this quarter; all that is known when absent */
        quarter?: 'Q1' | 'Q2' | 'Q3' | 'Q4';
        /** @description What the rows stand for */
        by?: 'project' | 'fund-source' | 'category';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "schema": "obligo.report.execution/1",
           *       "query": {
           *         "organisation": "main",
           *         "fiscalYear": 2569,
           *         "by": "project",
           *         "knownAt": "now"
           *       },
           *       "projection": {
           *         "name": "plan-versus-actual"
           *       },
           *       "unit": "million baht",
           *       "rows": [
           *         {
           *           "project_code": "P01",
           *           "through": "Q2",
           *           "original_m": "1.4000",
           *           "commitment_stage_m": "0.4700",
           *           "commitment_stage_percent": "33.57",
           *           "payment_stage_m": "0.3800",
           *           "payment_stage_percent": "27.14",
           *           "baht": {
           *             "original": "1400000.00",
           *             "commitment_stage": "470000.00",
           *             "payment_stage": "380000.00"
           *           }
           *         },
           *         {
           *           "project_code": "P01",
           *           "through": "after",
           *           "original_m": "1.4000",
           *           "commitment_stage_m": "0.4300",
           *           "commitment_stage_percent": "30.71",
           *           "payment_stage_m": "0.4000",
           *           "payment_stage_percent": "28.57",
           *           "baht": {
           *             "original": "1400000.00",
           *             "commitment_stage": "430000.00",
           *             "payment_stage": "400000.00"
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': {
            [key: string]: unknown;
          };
          /**
           * @example project_code,through,original_m,commitment_stage_m,commitment_stage_percent,payment_stage_m,payment_stage_percent
           *     P01,Q2,1.4000,0.4700,33.57,0.3800,27.14
           */
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reportDisbursementTargets: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Only this project */
        project?: string;
        /** @description The day that is asked about; today when absent */
        on?: string;
        /** @description Categories of investment, separated by commas; all other expenditure is current */
        capitalCategories?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "schema": "obligo.report.disbursement-targets/1",
           *       "query": {
           *         "organisation": "main",
           *         "fiscalYear": 2569,
           *         "on": "2026-04-10",
           *         "capitalCategories": "capital",
           *         "knownAt": "now"
           *       },
           *       "projection": {
           *         "name": "disbursement-months"
           *       },
           *       "unit": "million baht",
           *       "policy": {
           *         "version": 1
           *       },
           *       "rows": [
           *         {
           *           "group": "current",
           *           "through": "Q1",
           *           "last_day": "2025-12-31",
           *           "budget_m": "0.8500",
           *           "disbursed_m": "0.0000",
           *           "percent": "0.00",
           *           "target_percent": "36",
           *           "shortfall_m": "0.3060",
           *           "status": "missed",
           *           "baht": {
           *             "budget": "850000.00",
           *             "disbursed": "0.00",
           *             "shortfall": "306000.00"
           *           }
           *         },
           *         {
           *           "group": "capital",
           *           "through": "2026-03",
           *           "last_day": "2026-03-31",
           *           "budget_m": "0.5000",
           *           "disbursed_m": "0.2000",
           *           "percent": "40.00",
           *           "target_percent": "40",
           *           "shortfall_m": "0.0000",
           *           "status": "met",
           *           "baht": {
           *             "budget": "500000.00",
           *             "disbursed": "200000.00",
           *             "shortfall": "0.00"
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': {
            [key: string]: unknown;
          };
          /**
           * @example group,through,last_day,budget_m,disbursed_m,percent,target_percent,shortfall_m,status
           *     capital,2026-03,2026-03-31,0.5000,0.2000,40.00,40,0.0000,met
           */
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reportYearEnd: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Only this project */
        project?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "schema": "obligo.report.year-end/1",
           *       "query": {
           *         "organisation": "main",
           *         "fiscalYear": 2569,
           *         "knownAt": "now"
           *       },
           *       "projection": {
           *         "name": "plan-versus-actual"
           *       },
           *       "unit": "million baht",
           *       "rows": [
           *         {
           *           "level": "line",
           *           "fiscal_year": "2569",
           *           "project_code": "P01",
           *           "fund_source": "annual-appropriation",
           *           "category": "operating",
           *           "final_m": "0.8500",
           *           "disbursed_m": "0.2000",
           *           "disbursed_after_m": "0.0200",
           *           "carried_forward_m": "0.0400",
           *           "lapsed_m": "0.5800",
           *           "reserved_m": "0.0300",
           *           "open_m": "0.0000",
           *           "available_m": "0.0000",
           *           "baht": {
           *             "final": "850000.00",
           *             "disbursed": "200000.00",
           *             "disbursed_after": "20000.00",
           *             "carried_forward": "40000.00",
           *             "lapsed": "580000.00",
           *             "reserved": "30000.00",
           *             "open": "0.00",
           *             "available": "0.00"
           *           }
           *         },
           *         {
           *           "level": "line",
           *           "fiscal_year": "2570",
           *           "project_code": "P01",
           *           "fund_source": "annual-appropriation",
           *           "category": "operating",
           *           "brought_forward_m": "0.0400",
           *           "baht": {
           *             "brought_forward": "40000.00"
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': {
            [key: string]: unknown;
          };
          /**
           * @example fiscal_year,level,project_code,fund_source,category,final_m,disbursed_m,disbursed_after_m,carried_forward_m,returned_m,lapsed_m,reserved_m,open_m,available_m,brought_forward_m
           *     2569,line,P01,annual-appropriation,operating,0.8500,0.2000,0.0200,0.0400,,0.5800,0.0300,0.0000,0.0000,
           */
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reportAgeing: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Only this project */
        project?: string;
        /** @description The day that is asked about; today when absent */
        on?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "schema": "obligo.report.ageing/1",
           *       "query": {
           *         "organisation": "main",
           *         "fiscalYear": 2569,
           *         "on": "2026-03-31",
           *         "knownAt": "now"
           *       },
           *       "projection": {
           *         "name": "documents"
           *       },
           *       "unit": "baht",
           *       "rows": [
           *         {
           *           "level": "document",
           *           "stage": "acceptance",
           *           "bucket": "91-180",
           *           "project_code": "P01",
           *           "document": "IV-1",
           *           "fund_source": "annual-appropriation",
           *           "category": "operating",
           *           "made_on": "2025-12-01",
           *           "due_on": "2025-12-31",
           *           "age_days": "120",
           *           "overdue_days": "90",
           *           "outstanding": "50000.00"
           *         },
           *         {
           *           "level": "total",
           *           "stage": "acceptance",
           *           "bucket": "TOTAL",
           *           "project_code": "TOTAL",
           *           "documents": "1",
           *           "outstanding": "50000.00"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            /** @constant */
            schema: 'obligo.report.ageing/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            /** @constant */
            unit: 'baht';
            rows: {
              /** @enum {string} */
              level: 'document' | 'bucket' | 'total';
              /** @enum {string} */
              stage: 'commitment' | 'acceptance';
              bucket: string;
              project_code: string;
              document?: string;
              item?: string;
              fund_source?: string;
              category?: string;
              /**
               * Format: date
               * @description Day
               */
              made_on?: string;
              /**
               * Format: date
               * @description Day
               */
              due_on?: string;
              age_days?: string;
              overdue_days?: string;
              documents?: string;
              /** @description Baht */
              outstanding: string;
              counterparty?: string;
              description?: string;
            }[];
            footnotes: string[];
          };
          /**
           * @example level,stage,bucket,project_code,document,item,fund_source,category,made_on,due_on,age_days,overdue_days,documents,outstanding,counterparty,description
           *     document,acceptance,91-180,P01,IV-1,,annual-appropriation,operating,2025-12-01,2025-12-31,120,90,,50000.00,,
           */
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reportLikelyToLapse: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Only this project */
        project?: string;
        /** @description The day that is asked about; today when absent */
        on?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "schema": "obligo.report.likely-to-lapse/1",
           *       "query": {
           *         "organisation": "main",
           *         "fiscalYear": 2569,
           *         "on": "2026-08-31",
           *         "knownAt": "now"
           *       },
           *       "projection": {
           *         "name": "documents"
           *       },
           *       "unit": "baht",
           *       "policy": {
           *         "version": 1
           *       },
           *       "rows": [
           *         {
           *           "project_code": "P01",
           *           "fund_source": "annual-appropriation",
           *           "category": "operating",
           *           "what": "available",
           *           "amount": "540000.00",
           *           "at_risk": "540000.00",
           *           "carry": "commitments",
           *           "rest": "lapse",
           *           "deadline": "2026-09-30",
           *           "days_left": "30"
           *         },
           *         {
           *           "project_code": "P01",
           *           "fund_source": "annual-appropriation",
           *           "category": "operating",
           *           "what": "request",
           *           "document": "PR-2",
           *           "amount": "40000.00",
           *           "at_risk": "40000.00",
           *           "carry": "commitments",
           *           "rest": "lapse",
           *           "deadline": "2026-09-30",
           *           "days_left": "30"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            [key: string]: unknown;
          };
          /**
           * @example project_code,fund_source,category,what,document,item,amount,at_risk,carry,rest,deadline,days_left,counterparty
           *     P01,annual-appropriation,operating,request,PR-2,,40000.00,40000.00,commitments,lapse,2026-09-30,30,
           */
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reportPaymentDays: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Only this project */
        project?: string;
        /** @description Days after acceptance within which is to be paid (0 to 366); 30 when absent */
        limitDays?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "schema": "obligo.report.payment-days/1",
           *       "query": {
           *         "organisation": "main",
           *         "fiscalYear": 2569,
           *         "limitDays": 30,
           *         "knownAt": "now"
           *       },
           *       "projection": {
           *         "name": "documents"
           *       },
           *       "unit": "days",
           *       "limitDays": 30,
           *       "rows": [
           *         {
           *           "level": "payment",
           *           "project_code": "P01",
           *           "document": "DV-1",
           *           "request": "PR-1",
           *           "order": "PO-1",
           *           "acceptance": "IV-1",
           *           "paid_on": "2026-01-15",
           *           "amount": "150000.00",
           *           "request_to_order_days": "10",
           *           "order_to_acceptance_days": "11",
           *           "acceptance_to_payment_days": "45",
           *           "whole_days": "66",
           *           "late_days": "15"
           *         },
           *         {
           *           "level": "median",
           *           "project_code": "TOTAL",
           *           "request_to_order_days": "10",
           *           "order_to_acceptance_days": "11",
           *           "acceptance_to_payment_days": "45",
           *           "whole_days": "66"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            [key: string]: unknown;
          };
          /**
           * @example level,project_code,document,item,request,order,acceptance,paid_on,amount,request_to_order_days,order_to_acceptance_days,acceptance_to_payment_days,whole_days,late_days
           *     payment,P01,DV-1,,PR-1,PO-1,IV-1,2026-01-15,150000.00,10,11,45,66,15
           */
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reportTransferReports: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Only this project */
        project?: string;
        /** @description The day that is asked about; today when absent */
        on?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "schema": "obligo.report.transfer-reports/1",
           *       "query": {
           *         "organisation": "main",
           *         "fiscalYear": 2569,
           *         "on": "2025-12-10",
           *         "knownAt": "now"
           *       },
           *       "projection": {
           *         "name": "documents"
           *       },
           *       "unit": "baht",
           *       "rows": [
           *         {
           *           "project_code": "P01",
           *           "document": "TR-1",
           *           "fund_source": "annual-appropriation",
           *           "category": "operating",
           *           "made_on": "2025-11-05",
           *           "amount": "100000.00",
           *           "status": "overdue",
           *           "due_on": "2025-12-05",
           *           "days_left": "-5"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            [key: string]: unknown;
          };
          /**
           * @example project_code,document,fund_source,category,made_on,amount,status,due_on,reported_on,days_left
           *     P01,TR-1,annual-appropriation,operating,2025-11-05,100000.00,overdue,2025-12-05,,-5
           */
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reportRestatements: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Only this project */
        project?: string;
        /** @description The moment that counts as now, no later than knownAt; that of knownAt when absent. As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        to?: string;
        /** @description The cells of each quarter instead of the sum to the end of the report’s quarter */
        byQuarter?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "schema": "obligo.report.restatements/1",
           *       "query": {
           *         "organisation": "etda",
           *         "fiscalYear": 2569,
           *         "byQuarter": false,
           *         "knownAt": "now",
           *         "to": "now"
           *       },
           *       "unit": "million baht",
           *       "reports": [
           *         {
           *           "report": "Q1-2569",
           *           "quarter": "Q1",
           *           "asOf": "2025-12-30",
           *           "cells": [
           *             {
           *               "project_code": "P01",
           *               "measure": "disbursed",
           *               "published_m": "0.6334",
           *               "now_m": "1.7334",
           *               "difference_m": "1.1000",
           *               "events": [
           *                 {
           *                   "type": "QuarterCorrected",
           *                   "movement_m": "1.1000",
           *                   "actor": "operator"
           *                 }
           *               ]
           *             }
           *           ]
           *         }
           *       ]
           *     }
           */
          'application/json': {
            /** @constant */
            schema: 'obligo.report.restatements/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            /** @constant */
            unit: 'million baht';
            to: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            restated: number;
            reports: {
              report: string;
              /** @enum {string} */
              quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
              title: string | null;
              /**
               * Format: date
               * @description Day
               */
              asOf: string;
              /** @description Place in the log */
              position: string;
              cells: {
                project_code: string;
                /** @enum {string} */
                quarter?: 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'TOTAL';
                measure: string;
                published_m: string | null;
                now_m: string | null;
                /** @description Million baht */
                difference_m: string;
                events: {
                  /** @description Place in the log */
                  position: string;
                  type: string;
                  project: string | null;
                  document: string | null;
                  /**
                   * Format: date
                   * @description Day
                   */
                  effectiveOn: string;
                  /**
                   * Format: date-time
                   * @description Moment by the clock of the organisation, with its offset
                   */
                  bookedAt: string;
                  /**
                   * Format: date-time
                   * @description Moment by the clock of the organisation, with its offset
                   */
                  recordedAt: string;
                  actor: string;
                  reason: string | null;
                  source: string | null;
                  eventId: string;
                  /** @description Baht */
                  movement: string;
                  /** @description Million baht */
                  movement_m: string;
                  /** @description Baht */
                  running: string;
                  /** @description Million baht */
                  running_m: string;
                }[];
              }[];
              totals: {
                project_code: string;
                /** @enum {string} */
                quarter?: 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'TOTAL';
                measure: string;
                published_m: string | null;
                now_m: string | null;
                /** @description Million baht */
                difference_m: string;
              }[];
              kpis: {
                kpi_code: string;
                quarter: string;
                column: string;
                published: string | null;
                now: string | null;
                events: {
                  /** @description Place in the log */
                  position: string;
                  type: string;
                  project: string | null;
                  document: string | null;
                  /**
                   * Format: date
                   * @description Day
                   */
                  effectiveOn: string;
                  /**
                   * Format: date-time
                   * @description Moment by the clock of the organisation, with its offset
                   */
                  bookedAt: string;
                  /**
                   * Format: date-time
                   * @description Moment by the clock of the organisation, with its offset
                   */
                  recordedAt: string;
                  actor: string;
                  reason: string | null;
                  source: string | null;
                  eventId: string;
                  before: string | null;
                  after: string | null;
                }[];
              }[];
              statuses: {
                project_code: string;
                quarter: string;
                column: string;
                published: string | null;
                now: string | null;
                events: {
                  /** @description Place in the log */
                  position: string;
                  type: string;
                  project: string | null;
                  document: string | null;
                  /**
                   * Format: date
                   * @description Day
                   */
                  effectiveOn: string;
                  /**
                   * Format: date-time
                   * @description Moment by the clock of the organisation, with its offset
                   */
                  bookedAt: string;
                  /**
                   * Format: date-time
                   * @description Moment by the clock of the organisation, with its offset
                   */
                  recordedAt: string;
                  actor: string;
                  reason: string | null;
                  source: string | null;
                  eventId: string;
                  before: string | null;
                  after: string | null;
                }[];
              }[];
            }[];
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  showAccount: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project of the account */
        project: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.account/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            name: string;
            /** @constant */
            unit: 'baht';
            plan: {
              [key: string]: string;
            };
            policy: {
              version: number;
              policy: {
                [key: string]: unknown;
              };
            };
            rows: {
              /** @description TOTAL for the whole account */
              fund_source: string;
              category?: string;
              /** @description Baht */
              budget: string;
              /** @description Baht */
              released: string;
              /** @description Baht */
              pre_committed: string;
              /** @description Baht */
              committed: string;
              /** @description Baht */
              accepted: string;
              /** @description Baht */
              disbursed: string;
              /** @description Baht */
              advances: string;
              /** @description Baht */
              available: string;
            }[];
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  listDocuments: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Project of the account */
        project: string;
        /** @description Number of the document whose life is told; all documents when absent */
        document?: string;
        /** @description Of the list only what follows this row: stage/document, or stage/document:item */
        after?: string;
        /** @description Of the list at most so many rows (1 to 10000); all of them when absent */
        limit?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                schema: 'obligo.documents/1';
                query: {
                  [key: string]: string | number | boolean;
                };
                knownAt: {
                  /** @description As it was asked; now when nothing was */
                  asked: string;
                  /** @description Everything up to here is known */
                  position: string;
                  /** @description When the last known event was booked */
                  bookedAt: string | null;
                };
                projection: {
                  name: string;
                  version: number;
                };
                /** @constant */
                unit: 'baht';
                rows: {
                  /** @enum {string} */
                  stage:
                    | 'request'
                    | 'commitment'
                    | 'acceptance'
                    | 'disbursement'
                    | 'advance'
                    | 'transfer'
                    | 'reservation';
                  project_code: string;
                  document: string;
                  item?: string;
                  draws_on?: string;
                  fund_source: string;
                  category: string;
                  /**
                   * Format: date
                   * @description Day
                   */
                  made_on: string;
                  /**
                   * Format: date
                   * @description Day
                   */
                  last_moved_on: string;
                  /**
                   * Format: date
                   * @description Day
                   */
                  due_on?: string;
                  /** @description Baht */
                  amount: string;
                  /** @description Baht */
                  accepted: string;
                  /** @description Baht */
                  used: string;
                  /** @description Baht */
                  outstanding: string;
                  counterparty?: string;
                  description?: string;
                }[];
                /** @description Only of a page; nothing on the last one */
                next?: {
                  after: string;
                } | null;
              }
            | {
                /** @constant */
                schema: 'obligo.document/1';
                query: {
                  [key: string]: string | number | boolean;
                };
                knownAt: {
                  /** @description As it was asked; now when nothing was */
                  asked: string;
                  /** @description Everything up to here is known */
                  position: string;
                  /** @description When the last known event was booked */
                  bookedAt: string | null;
                };
                projection: {
                  name: string;
                  version: number;
                };
                /** @constant */
                unit: 'baht';
                documents: {
                  /** @enum {string} */
                  stage:
                    | 'request'
                    | 'commitment'
                    | 'acceptance'
                    | 'disbursement'
                    | 'advance'
                    | 'transfer'
                    | 'reservation';
                  project_code: string;
                  document: string;
                  item?: string;
                  draws_on?: string;
                  fund_source: string;
                  category: string;
                  /**
                   * Format: date
                   * @description Day
                   */
                  made_on: string;
                  /**
                   * Format: date
                   * @description Day
                   */
                  last_moved_on: string;
                  /**
                   * Format: date
                   * @description Day
                   */
                  due_on?: string;
                  /** @description Baht */
                  amount: string;
                  /** @description Baht */
                  accepted: string;
                  /** @description Baht */
                  used: string;
                  /** @description Baht */
                  outstanding: string;
                  counterparty?: string;
                  description?: string;
                }[];
                steps: {
                  /** @description Place in the log */
                  position: string;
                  type: string;
                  project: string | null;
                  document: string | null;
                  /**
                   * Format: date
                   * @description Day
                   */
                  effectiveOn: string;
                  /**
                   * Format: date-time
                   * @description Moment by the clock of the organisation, with its offset
                   */
                  bookedAt: string;
                  /**
                   * Format: date-time
                   * @description Moment by the clock of the organisation, with its offset
                   */
                  recordedAt: string;
                  actor: string;
                  reason: string | null;
                  source: string | null;
                  eventId: string;
                  /** @enum {string} */
                  stage:
                    | 'request'
                    | 'commitment'
                    | 'acceptance'
                    | 'disbursement'
                    | 'advance'
                    | 'transfer'
                    | 'reservation';
                  number: string;
                  item: string | null;
                  /** @description Baht */
                  amountBy: string;
                  /** @description Baht */
                  acceptedBy: string;
                  /** @description Baht */
                  usedBy: string;
                  approval: {
                    number: string;
                    maker: string;
                    approvers: string[];
                  } | null;
                  evidence: {
                    /** @description Name of the file */
                    name: string;
                    /** @description Size of the file */
                    size: number;
                    /** @description SHA-256 of the file, 64 hex digits */
                    sha256: string;
                    /** @description Where the file is kept, or its number */
                    reference?: string;
                  }[];
                }[];
              };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  showKpis: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Only the KPIs of this project */
        project?: string;
        /** @description One KPI with its history; all when absent */
        kpi?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            schema: 'obligo.kpis/1' | 'obligo.kpi/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            /** @description The printed table: one row per KPI and quarter */
            rows: {
              [key: string]: string;
            }[];
            kpis: {
              definition: {
                organisation: string;
                fiscalYear: number;
                kpi: string;
                project: string;
                name: string;
                nameEn?: string;
                authority?: string;
                /** @enum {string} */
                kind: 'count' | 'percent' | 'amount' | 'milestone' | 'level' | 'composite';
                /** @enum {string} */
                accumulation?: 'cumulative' | 'incremental' | 'point';
                unit?: string;
                unitEn?: string;
                partOf?: string;
                /** @description What is scored 50, 75 and 100, in words */
                tiers?: {
                  basic?: string;
                  standard?: string;
                  advanced?: string;
                };
                note?: string;
              };
              target?: {
                /** @enum {string} */
                operator?: '>=' | '>' | '=' | '<=' | '<';
                /** @description Figure in the unit of the KPI */
                value?: string;
                text: string;
              };
              achieved?: {
                /** @enum {string} */
                quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
                note?: string;
              };
              quarters: {
                /** @enum {string} */
                quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
                plan?: {
                  /** @description Figure in the unit of the KPI */
                  value?: string;
                  text?: string;
                };
                /** @description Figure in the unit of the KPI */
                planToDate?: string;
                result?: {
                  /** @description Figure in the unit of the KPI */
                  value?: string;
                  text?: string;
                  /** @description Figure in the unit of the KPI */
                  inPlan?: string;
                  /** @description Figure in the unit of the KPI */
                  outOfPlan?: string;
                  narrative?: string;
                  /**
                   * Format: date
                   * @description Day
                   */
                  dataAsOf?: string;
                  /** @constant */
                  derived?: true;
                  /** @constant */
                  unplanned?: true;
                };
                /** @description Figure in the unit of the KPI */
                cumulative?: string;
                /** @description Figure in the unit of the KPI */
                difference?: string;
                /** @description Percent, two decimals */
                ofPlan?: string;
                /** @description Percent, two decimals */
                ofPlanToDate?: string;
                /** @description Percent, two decimals */
                ofTarget?: string;
                /** @enum {string} */
                status: 'achieved' | 'met' | 'on_plan' | 'behind' | 'reported' | 'no_result' | 'not_due';
                statements: {
                  /** @description Figure in the unit of the KPI */
                  value?: string;
                  text?: string;
                  /** @description Figure in the unit of the KPI */
                  inPlan?: string;
                  /** @description Figure in the unit of the KPI */
                  outOfPlan?: string;
                  narrative?: string;
                  /**
                   * Format: date
                   * @description Day
                   */
                  dataAsOf?: string;
                  /** @description Number of the result */
                  result: string;
                  /** @enum {string} */
                  quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
                  cumulative?: boolean;
                  periodFrom?: string;
                  periodTo?: string;
                  statedAt: number;
                  /**
                   * Format: date
                   * @description Day
                   */
                  effectiveOn: string;
                }[];
              }[];
              parts?: {
                definition: {
                  organisation: string;
                  fiscalYear: number;
                  kpi: string;
                  project: string;
                  name: string;
                  nameEn?: string;
                  authority?: string;
                  /** @enum {string} */
                  kind: 'count' | 'percent' | 'amount' | 'milestone' | 'level' | 'composite';
                  /** @enum {string} */
                  accumulation?: 'cumulative' | 'incremental' | 'point';
                  unit?: string;
                  unitEn?: string;
                  partOf?: string;
                  /** @description What is scored 50, 75 and 100, in words */
                  tiers?: {
                    basic?: string;
                    standard?: string;
                    advanced?: string;
                  };
                  note?: string;
                };
                target?: {
                  /** @enum {string} */
                  operator?: '>=' | '>' | '=' | '<=' | '<';
                  /** @description Figure in the unit of the KPI */
                  value?: string;
                  text: string;
                };
                achieved?: {
                  /** @enum {string} */
                  quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
                  note?: string;
                };
                quarters: {
                  /** @enum {string} */
                  quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
                  plan?: {
                    /** @description Figure in the unit of the KPI */
                    value?: string;
                    text?: string;
                  };
                  /** @description Figure in the unit of the KPI */
                  planToDate?: string;
                  result?: {
                    /** @description Figure in the unit of the KPI */
                    value?: string;
                    text?: string;
                    /** @description Figure in the unit of the KPI */
                    inPlan?: string;
                    /** @description Figure in the unit of the KPI */
                    outOfPlan?: string;
                    narrative?: string;
                    /**
                     * Format: date
                     * @description Day
                     */
                    dataAsOf?: string;
                    /** @constant */
                    derived?: true;
                    /** @constant */
                    unplanned?: true;
                  };
                  /** @description Figure in the unit of the KPI */
                  cumulative?: string;
                  /** @description Figure in the unit of the KPI */
                  difference?: string;
                  /** @description Percent, two decimals */
                  ofPlan?: string;
                  /** @description Percent, two decimals */
                  ofPlanToDate?: string;
                  /** @description Percent, two decimals */
                  ofTarget?: string;
                  /** @enum {string} */
                  status: 'achieved' | 'met' | 'on_plan' | 'behind' | 'reported' | 'no_result' | 'not_due';
                  statements: {
                    /** @description Figure in the unit of the KPI */
                    value?: string;
                    text?: string;
                    /** @description Figure in the unit of the KPI */
                    inPlan?: string;
                    /** @description Figure in the unit of the KPI */
                    outOfPlan?: string;
                    narrative?: string;
                    /**
                     * Format: date
                     * @description Day
                     */
                    dataAsOf?: string;
                    /** @description Number of the result */
                    result: string;
                    /** @enum {string} */
                    quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
                    cumulative?: boolean;
                    periodFrom?: string;
                    periodTo?: string;
                    statedAt: number;
                    /**
                     * Format: date
                     * @description Day
                     */
                    effectiveOn: string;
                  }[];
                }[];
              }[];
            }[];
            /** @description Last day of each quarter: its result is due when that is over */
            dueOn: {
              [key: string]: string;
            };
            /** @description Of a single KPI: every event of it, oldest first */
            history?: {
              /** @description Place in the log */
              position: string;
              type: string;
              project: string | null;
              document: string | null;
              /**
               * Format: date
               * @description Day
               */
              effectiveOn: string;
              /**
               * Format: date-time
               * @description Moment by the clock of the organisation, with its offset
               */
              bookedAt: string;
              /**
               * Format: date-time
               * @description Moment by the clock of the organisation, with its offset
               */
              recordedAt: string;
              actor: string;
              reason: string | null;
              source: string | null;
              eventId: string;
              /** @description What the event says */
              data: {
                [key: string]: unknown;
              };
              /** @description Files that it rests on, by their digests */
              evidence: {
                /** @description Name of the file */
                name: string;
                /** @description Size of the file */
                size: number;
                /** @description SHA-256 of the file, 64 hex digits */
                sha256: string;
                /** @description Where the file is kept, or its number */
                reference?: string;
              }[];
            }[];
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  diffPolicy: {
    parameters: {
      query?: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description First moment; needed unless only the days differ. As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        from?: string;
        /** @description Second moment. As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        to?: string;
        /** @description Day of the first point, as effectiveTo */
        fromEffectiveTo?: string;
        /** @description Day of the second point, as effectiveTo */
        toEffectiveTo?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.diff/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            /** @description One of the two points */
            from: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
              /**
               * Format: date
               * @description Day
               */
              effectiveTo?: string;
              /** @description Events of the log up to here, where it is sealed */
              events?: number;
              /** @description Root of the tree over them, base64 */
              root?: string;
            };
            /** @description One of the two points */
            to: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
              /**
               * Format: date
               * @description Day
               */
              effectiveTo?: string;
              /** @description Events of the log up to here, where it is sealed */
              events?: number;
              /** @description Root of the tree over them, base64 */
              root?: string;
            };
            changes: {
              /** @description Row and column, or setting */
              place: string;
              from: string | null;
              to: string | null;
              events: {
                /** @description Place in the log */
                position: string;
                type: string;
                project: string | null;
                document: string | null;
                /**
                 * Format: date
                 * @description Day
                 */
                effectiveOn: string;
                /**
                 * Format: date-time
                 * @description Moment by the clock of the organisation, with its offset
                 */
                bookedAt: string;
                /**
                 * Format: date-time
                 * @description Moment by the clock of the organisation, with its offset
                 */
                recordedAt: string;
                actor: string;
                reason: string | null;
                source: string | null;
                eventId: string;
                before: string | null;
                after: string | null;
              }[];
            }[];
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  diffRoles: {
    parameters: {
      query?: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description First moment; needed unless only the days differ. As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        from?: string;
        /** @description Second moment. As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        to?: string;
        /** @description Day of the first point, as effectiveTo */
        fromEffectiveTo?: string;
        /** @description Day of the second point, as effectiveTo */
        toEffectiveTo?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.diff/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            /** @description One of the two points */
            from: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
              /**
               * Format: date
               * @description Day
               */
              effectiveTo?: string;
              /** @description Events of the log up to here, where it is sealed */
              events?: number;
              /** @description Root of the tree over them, base64 */
              root?: string;
            };
            /** @description One of the two points */
            to: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
              /**
               * Format: date
               * @description Day
               */
              effectiveTo?: string;
              /** @description Events of the log up to here, where it is sealed */
              events?: number;
              /** @description Root of the tree over them, base64 */
              root?: string;
            };
            changes: {
              /** @description Row and column, or setting */
              place: string;
              from: string | null;
              to: string | null;
              events: {
                /** @description Place in the log */
                position: string;
                type: string;
                project: string | null;
                document: string | null;
                /**
                 * Format: date
                 * @description Day
                 */
                effectiveOn: string;
                /**
                 * Format: date-time
                 * @description Moment by the clock of the organisation, with its offset
                 */
                bookedAt: string;
                /**
                 * Format: date-time
                 * @description Moment by the clock of the organisation, with its offset
                 */
                recordedAt: string;
                actor: string;
                reason: string | null;
                source: string | null;
                eventId: string;
                before: string | null;
                after: string | null;
              }[];
            }[];
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  listMoments: {
    parameters: {
      query: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.moments/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            /** @description Newest first */
            moments: {
              /** @enum {string} */
              kind: 'published' | 'report' | 'period-closed' | 'period-soft-closed' | 'period-reopened';
              /** @description Number of the publication, code of the report, or the period */
              code: string;
              title: string | null;
              quarter: ('Q1' | 'Q2' | 'Q3' | 'Q4') | null;
              /**
               * Format: date
               * @description The day that a report stands for; else that of the booking
               */
              day: string;
              /** @description What was known then: everything up to here */
              position: string;
              /** @description When the last event known then was booked */
              bookedAt: string | null;
              /**
               * Format: date-time
               * @description When it was entered, published or closed
               */
              happenedAt: string;
              actor: string;
            }[];
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  resolveMoment: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.moment/1';
            organisation: string;
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            /** @description Nothing was recorded since */
            isNow: boolean;
            /** @description The last place in the log; 0 for an empty one */
            head: string;
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  logRoots: {
    parameters: {
      query: {
        /** @description Numbers of events, at most 10, separated by commas */
        sizes: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.log-roots/1';
            roots: {
              events: number;
              root: string | null;
              position: string | null;
            }[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  receipt: {
    parameters: {
      query?: {
        /** @description Only when the event is of this organisation */
        organisation?: string;
        /** @description This event alone, without the others of its posting */
        single?: boolean;
        /** @description Seals first what is not sealed yet */
        seal?: boolean;
      };
      header?: never;
      path: {
        position: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.inclusion-receipt/1';
            events: {
              /** @description Place in the log, from 0 */
              index: number;
              event: {
                stream: string;
                revision: number;
                id: string;
                type: string;
                schemaVersion: number;
                effectiveOn: string;
                recordedAt: string;
                bookedAt: string;
                /** @description The very bytes as stored, base64 */
                data: string;
                /** @description The very bytes as stored, base64 */
                metadata: string;
              };
              /** @description Hashes of the inclusion proof, base64 (RFC 6962, 2.1.1) */
              proof: string[];
            }[];
            /** @description The signed note (C2SP tlog-checkpoint) */
            checkpoint: string;
            /** @description Public keys that signed it */
            keys: string[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reportReceipt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        report: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  listCommitments: {
    parameters: {
      query: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Fiscal year as the organisation writes it */
        fiscalYear: number;
        /** @description Only this project */
        project?: string;
        /** @description Settled commitments too */
        includeSettled?: boolean;
        /** @description Only after this row: project/commitment, or project/commitment:item */
        after?: string;
        /** @description At most so many rows (1 to 10000) */
        limit?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.commitments/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            /** @constant */
            unit: 'baht';
            rows: {
              project_code: string;
              commitment: string;
              item?: string;
              fund_source: string;
              category: string;
              /**
               * Format: date
               * @description Day
               */
              made_on: string;
              /**
               * Format: date
               * @description Day
               */
              last_moved_on: string;
              /** @description Baht */
              committed: string;
              /** @description Baht */
              accepted: string;
              /** @description Baht */
              disbursed: string;
              /** @description Baht */
              outstanding: string;
              counterparty?: string;
              description?: string;
            }[];
            next: {
              after: string;
            } | null;
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  journal: {
    parameters: {
      query?: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Only this fiscal year */
        fiscalYear?: number;
        /** @description Only what takes effect in this quarter; with fiscalYear */
        quarter?: 'Q1' | 'Q2' | 'Q3' | 'Q4';
        /** @description Only what takes effect in this month */
        month?: string;
        /** @description Only this project */
        project?: string;
        /** @description Only events of this type; several with commas between them */
        type?: string;
        /** @description Only what this actor posted */
        actor?: string;
        /** @description Only events about this document */
        document?: string;
        /** @description Only where this stands in reason, document, source, counterparty or description */
        text?: string;
        /** @description Only amounts from this one on, in baht */
        amountFrom?: string;
        /** @description Only amounts up to this one, in baht */
        amountTo?: string;
        /** @description Effective on this day or later */
        effectiveFrom?: string;
        /** @description Only what a later event took back; false: only what still holds */
        reversed?: boolean;
        /** @description Only history that was taken over from elsewhere; false: only what was posted here */
        imported?: boolean;
        /** @description Only events after this position */
        after?: string;
        /** @description Only events before this position, those next to it */
        before?: string;
        /** @description Begins with what was booked on this day, where neither after nor before is given */
        bookedOn?: string;
        /** @description What stands first */
        order?: 'oldest' | 'newest';
        /** @description At most so many rows (1 to 10000) */
        limit?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.journal/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            rows: {
              /** @description Place in the log */
              position: string;
              /**
               * Format: date-time
               * @description Moment by the clock of the organisation, with its offset
               */
              booked_at: string;
              /**
               * Format: date
               * @description Day
               */
              effective_on: string;
              type: string;
              fiscal_year?: string;
              project_code?: string;
              document?: string;
              /** @description Baht, as written in the event */
              amount?: string;
              actor: string;
              reason?: string;
              source?: string;
              /** Format: date-time */
              recorded_at: string;
              event_id: string;
              stream: string;
              /** @description Line of the document */
              item?: string;
              counterparty?: string;
              description?: string;
              /**
               * @description Taken over from elsewhere
               * @constant
               */
              imported?: 'yes';
              /** @description The event that it takes back */
              reverses?: string;
              /** @description The event that takes it back, where that is known */
              reversed_by?: string;
            }[];
            next: {
              /** @description Place in the log */
              after?: string;
              /** @description Place in the log */
              before?: string;
            } | null;
            previous: {
              /** @description Place in the log */
              after?: string;
              /** @description Place in the log */
              before?: string;
            } | null;
            /** @description Where the search was broken off, since it took too long; `next` goes on there */
            reached: string | null;
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  journalSummary: {
    parameters: {
      query?: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Only this fiscal year */
        fiscalYear?: number;
        /** @description Only what takes effect in this quarter; with fiscalYear */
        quarter?: 'Q1' | 'Q2' | 'Q3' | 'Q4';
        /** @description Only what takes effect in this month */
        month?: string;
        /** @description Only this project */
        project?: string;
        /** @description Only events of this type; several with commas between them */
        type?: string;
        /** @description Only what this actor posted */
        actor?: string;
        /** @description Only events about this document */
        document?: string;
        /** @description Only where this stands in reason, document, source, counterparty or description */
        text?: string;
        /** @description Only amounts from this one on, in baht */
        amountFrom?: string;
        /** @description Only amounts up to this one, in baht */
        amountTo?: string;
        /** @description Effective on this day or later */
        effectiveFrom?: string;
        /** @description Only what a later event took back; false: only what still holds */
        reversed?: boolean;
        /** @description Only history that was taken over from elsewhere; false: only what was posted here */
        imported?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.journal-summary/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            count: {
              /** @description Events that were counted */
              rows: number;
              /** @description False when there are more than these */
              isWhole: boolean;
            };
            /** @description What the amounts come to; nothing where not all were counted */
            amount: string | null;
            byType: {
              type: string;
              rows: number;
              /** @description Baht */
              amount: string;
            }[];
            /** @description Where nothing is found: the part of the filter without which most would be */
            excluding: {
              /** @description The part of the filter */
              criterion: string;
              /** @description Events that are found without it */
              rows: number;
              isWhole: boolean;
            } | null;
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  exportJournal: {
    parameters: {
      query?: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Only this fiscal year */
        fiscalYear?: number;
        /** @description Only what takes effect in this quarter; with fiscalYear */
        quarter?: 'Q1' | 'Q2' | 'Q3' | 'Q4';
        /** @description Only what takes effect in this month */
        month?: string;
        /** @description Only this project */
        project?: string;
        /** @description Only events of this type; several with commas between them */
        type?: string;
        /** @description Only what this actor posted */
        actor?: string;
        /** @description Only events about this document */
        document?: string;
        /** @description Only where this stands in reason, document, source, counterparty or description */
        text?: string;
        /** @description Only amounts from this one on, in baht */
        amountFrom?: string;
        /** @description Only amounts up to this one, in baht */
        amountTo?: string;
        /** @description Effective on this day or later */
        effectiveFrom?: string;
        /** @description Only what a later event took back; false: only what still holds */
        reversed?: boolean;
        /** @description Only history that was taken over from elsewhere; false: only what was posted here */
        imported?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  showEvent: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
      };
      header?: never;
      path: {
        position: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.event/1';
            id: string;
            stream: string;
            revision: string;
            /** @description Place in the log */
            position: string;
            type: string;
            schemaVersion: number;
            data: {
              [key: string]: unknown;
            };
            metadata: {
              [key: string]: unknown;
            };
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            bookedAt: string;
            stored: {
              data: string;
              metadata: string;
            };
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  eventContext: {
    parameters: {
      query?: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
      };
      header?: never;
      path: {
        position: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.event-context/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            /** @description Whether it was recorded by the moment that is asked about */
            isKnown: boolean;
            /** @description As the journal lists it */
            row: {
              /** @description Place in the log */
              position: string;
              /**
               * Format: date-time
               * @description Moment by the clock of the organisation, with its offset
               */
              booked_at: string;
              /**
               * Format: date
               * @description Day
               */
              effective_on: string;
              type: string;
              fiscal_year?: string;
              project_code?: string;
              document?: string;
              /** @description Baht, as written in the event */
              amount?: string;
              actor: string;
              reason?: string;
              source?: string;
              /** Format: date-time */
              recorded_at: string;
              event_id: string;
              stream: string;
              /** @description Line of the document */
              item?: string;
              counterparty?: string;
              description?: string;
              /**
               * @description Taken over from elsewhere
               * @constant
               */
              imported?: 'yes';
              /** @description The event that it takes back */
              reverses?: string;
              /** @description The event that takes it back, where that is known */
              reversed_by?: string;
            };
            /** @description SHA-256 of what it says, in hex (docs/audit-trail-format.md) */
            digest: string;
            /** @description The events that were recorded together with it, itself among them */
            posting: {
              /** @description Place in the log */
              position: string;
              type: string;
              stream: string;
            }[];
            /** @description Figures of the lines of its account that it changes */
            moves: {
              fundSource: string;
              category: string;
              measure: string;
              /** @description Baht */
              before: string;
              /** @description Baht */
              after: string;
            }[];
            /** @description Quarters of the plan of its account that it changes */
            plan: {
              quarter: string;
              /** @description Baht */
              before: string;
              /** @description Baht */
              after: string;
            }[];
            account: {
              fiscalYear: number;
              project: string;
            } | null;
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  setUp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetUpDto'];
      };
    };
    responses: {
      /** @description The answer */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.person/1';
            name: string;
            roles: 'administrator'[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  recoverAccess: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecoverDto'];
      };
    };
    responses: {
      /** @description The answer */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.person/1';
            name: string;
            invitation: {
              /** @description One-time code; shown this once */
              code: string;
              /**
               * Format: date-time
               * @description Moment, UTC
               */
              expiresAt: string;
            };
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  showSignInWays: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.sign-in-ways/1';
            /** @description False until the ledger has its first administrator */
            isSetUp: boolean;
            /** @description Whether an identity provider signs people in */
            singleSignOn: boolean;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  showSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.session/1';
            /** @constant */
            signedIn: true;
            /** @description Name of the account */
            name: string;
            displayName?: string;
            /**
             * @description An account of the demonstration
             * @constant
             */
            demo?: true;
            /** @description Signed in with a second factor */
            secondFactor: boolean;
            /** @description A role wants one that is not set up yet */
            secondFactorNeeded: boolean;
            roles: {
              /** @description Number of the grant */
              grant: number;
              /** @enum {string} */
              role:
                'maker' | 'checker' | 'budget-owner' | 'auditor' | 'reader' | 'administrator' | 'operator';
              limits: {
                /** @description Only in this organisation */
                organisation?: string;
                /** @description Only these projects */
                projects?: string[];
                /** @description Only money of these fund sources */
                fundSources?: string[];
                /** @description Only these commands */
                commands?: string[];
                /** @description Largest amount of one posting */
                upTo?: string;
                /** @description First day; from the beginning when absent */
                first?: string;
                /** @description Last day; without end when absent */
                last?: string;
              };
            }[];
            /** @description What the roles in force today may see and do */
            permissions: (
              | 'read-reports'
              | 'read-journal'
              | 'replay'
              | 'operate'
              | 'administer'
              | 'read-access'
              | 'read-readings'
            )[];
            /** @description What they may record: `category/command` or `category/*` */
            commands: string[];
            /** @description Those whose books may be read */
            organisations: {
              organisation: string;
              name: string;
              nameEn?: string;
              calendar: {
                startMonth: number;
                /** @enum {string} */
                era: 'BE' | 'CE';
                timeZone: string;
              };
              currency: string;
              /** @enum {string} */
              language: 'th' | 'en';
            }[];
            /**
             * Format: date
             * @description The day by the clock of the ledger
             */
            today: string;
            /** @enum {string} */
            via?: 'session' | 'token' | 'bearer' | 'local';
            /** @description What a page of the session sends as obligo-csrf with every change */
            csrfToken?: string;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignInDto'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                schema: 'obligo.session/1';
                /** @constant */
                signedIn: true;
                /** @description Name of the account */
                name: string;
                displayName?: string;
                /**
                 * @description An account of the demonstration
                 * @constant
                 */
                demo?: true;
                /** @description Signed in with a second factor */
                secondFactor: boolean;
                /** @description A role wants one that is not set up yet */
                secondFactorNeeded: boolean;
                roles: {
                  /** @description Number of the grant */
                  grant: number;
                  /** @enum {string} */
                  role:
                    | 'maker'
                    | 'checker'
                    | 'budget-owner'
                    | 'auditor'
                    | 'reader'
                    | 'administrator'
                    | 'operator';
                  limits: {
                    /** @description Only in this organisation */
                    organisation?: string;
                    /** @description Only these projects */
                    projects?: string[];
                    /** @description Only money of these fund sources */
                    fundSources?: string[];
                    /** @description Only these commands */
                    commands?: string[];
                    /** @description Largest amount of one posting */
                    upTo?: string;
                    /** @description First day; from the beginning when absent */
                    first?: string;
                    /** @description Last day; without end when absent */
                    last?: string;
                  };
                }[];
                /** @description What the roles in force today may see and do */
                permissions: (
                  | 'read-reports'
                  | 'read-journal'
                  | 'replay'
                  | 'operate'
                  | 'administer'
                  | 'read-access'
                  | 'read-readings'
                )[];
                /** @description What they may record: `category/command` or `category/*` */
                commands: string[];
                /** @description Those whose books may be read */
                organisations: {
                  organisation: string;
                  name: string;
                  nameEn?: string;
                  calendar: {
                    startMonth: number;
                    /** @enum {string} */
                    era: 'BE' | 'CE';
                    timeZone: string;
                  };
                  currency: string;
                  /** @enum {string} */
                  language: 'th' | 'en';
                }[];
                /**
                 * Format: date
                 * @description The day by the clock of the ledger
                 */
                today: string;
                /** @enum {string} */
                via?: 'session' | 'token' | 'bearer' | 'local';
                /** @description What a page of the session sends as obligo-csrf with every change */
                csrfToken?: string;
              }
            | {
                /** @constant */
                schema: 'obligo.token/1';
                name: string;
                token: string;
                /**
                 * Format: date-time
                 * @description Moment, UTC
                 */
                expiresAt: string;
              };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.session/1';
            /** @constant */
            signedIn: false;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePasswordDto'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.session/1';
            /** @constant */
            signedIn: false;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  beginSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.second-factor/1';
            /** @description Base32, for typing into an authenticator */
            secret: string;
            /** @description otpauth address, for a QR code */
            uri: string;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  confirmSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SecondFactorDto'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.second-factor/1';
            /** @constant */
            confirmed: true;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  beginSignOn: {
    parameters: {
      query?: {
        /** @description Page of the ledger to come back to */
        next?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  endSignOn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  listPeople: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.people/1';
            rows: {
              name: string;
              displayName?: string;
              email?: string;
              /** @constant */
              demo?: true;
              closed: boolean;
              erased: boolean;
              /**
               * Format: date-time
               * @description Moment, UTC
               */
              createdAt: string;
              secondFactor: boolean;
              roles: {
                /** @description Number of the grant */
                grant: number;
                /** @enum {string} */
                role:
                  'maker' | 'checker' | 'budget-owner' | 'auditor' | 'reader' | 'administrator' | 'operator';
                limits: {
                  /** @description Only in this organisation */
                  organisation?: string;
                  /** @description Only these projects */
                  projects?: string[];
                  /** @description Only money of these fund sources */
                  fundSources?: string[];
                  /** @description Only these commands */
                  commands?: string[];
                  /** @description Largest amount of one posting */
                  upTo?: string;
                  /** @description First day; from the beginning when absent */
                  first?: string;
                  /** @description Last day; without end when absent */
                  last?: string;
                };
              }[];
            }[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  openPersonAccount: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenPersonDto'];
      };
    };
    responses: {
      /** @description The answer */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.person/1';
            name: string;
            displayName?: string;
            email?: string;
            /** @constant */
            demo?: true;
            closed: boolean;
            erased: boolean;
            /**
             * Format: date-time
             * @description Moment, UTC
             */
            createdAt: string;
            invitation: {
              /** @description One-time code; shown this once */
              code: string;
              /**
               * Format: date-time
               * @description Moment, UTC
               */
              expiresAt: string;
            };
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  listHappenings: {
    parameters: {
      query?: {
        /** @description Only of this account */
        name?: string;
        /** @description Only what happened before this number */
        before?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.happenings/1';
            rows: {
              number: number;
              /**
               * Format: date-time
               * @description Moment, UTC
               */
              at: string;
              /** @enum {string} */
              kind:
                | 'opened'
                | 'invited'
                | 'password-set'
                | 'password-changed'
                | 'signed-in'
                | 'sign-in-refused'
                | 'second-factor-set'
                | 'second-factor-refused'
                | 'second-factor-removed'
                | 'token-issued'
                | 'token-revoked'
                | 'closed'
                | 'reopened'
                | 'erased';
              name: string;
              by: string;
              address?: string;
            }[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  invitePerson: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of the account */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.invitation/1';
            name: string;
            /** @description One-time code; shown this once */
            code: string;
            /**
             * Format: date-time
             * @description Moment, UTC
             */
            expiresAt: string;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  redeemInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RedeemDto'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.person/1';
            name: string;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  removeSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of the account */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.person/1';
            name: string;
            /** @constant */
            secondFactor: false;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  closePersonAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of the account */
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.person/1';
            name: string;
            displayName?: string;
            email?: string;
            /** @constant */
            demo?: true;
            closed: boolean;
            erased: boolean;
            /**
             * Format: date-time
             * @description Moment, UTC
             */
            createdAt: string;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  reopenPersonAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of the account */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.person/1';
            name: string;
            displayName?: string;
            email?: string;
            /** @constant */
            demo?: true;
            closed: boolean;
            erased: boolean;
            /**
             * Format: date-time
             * @description Moment, UTC
             */
            createdAt: string;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  erasePerson: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of the account */
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.person/1';
            name: string;
            displayName?: string;
            email?: string;
            /** @constant */
            demo?: true;
            closed: boolean;
            erased: boolean;
            /**
             * Format: date-time
             * @description Moment, UTC
             */
            createdAt: string;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  listServiceTokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.service-tokens/1';
            rows: {
              id: string;
              name: string;
              /** @description How the service stands in the reading log */
              subject: string;
              /** @enum {string} */
              kind: 'service' | 'person';
              secondFactor: boolean;
              /**
               * Format: date-time
               * @description Moment, UTC
               */
              createdAt: string;
              createdBy: string;
              /**
               * Format: date-time
               * @description Moment, UTC
               */
              expiresAt: string;
              /**
               * Format: date-time
               * @description To the minute; never used when absent
               */
              lastUsedAt?: string;
              /**
               * Format: date-time
               * @description Moment, UTC
               */
              revokedAt?: string;
              roles: {
                /** @description Number of the grant */
                grant: number;
                /** @enum {string} */
                role:
                  'maker' | 'checker' | 'budget-owner' | 'auditor' | 'reader' | 'administrator' | 'operator';
                limits: {
                  /** @description Only in this organisation */
                  organisation?: string;
                  /** @description Only these projects */
                  projects?: string[];
                  /** @description Only money of these fund sources */
                  fundSources?: string[];
                  /** @description Only these commands */
                  commands?: string[];
                  /** @description Largest amount of one posting */
                  upTo?: string;
                  /** @description First day; from the beginning when absent */
                  first?: string;
                  /** @description Last day; without end when absent */
                  last?: string;
                };
              }[];
            }[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  issueServiceToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IssueTokenDto'];
      };
    };
    responses: {
      /** @description The answer */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.service-token/1';
            id: string;
            name: string;
            /** @description How the service stands in the reading log */
            subject: string;
            /** @enum {string} */
            kind: 'service' | 'person';
            secondFactor: boolean;
            /**
             * Format: date-time
             * @description Moment, UTC
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description Moment, UTC
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description To the minute; never used when absent
             */
            lastUsedAt?: string;
            /**
             * Format: date-time
             * @description Moment, UTC
             */
            revokedAt?: string;
            /** @enum {string} */
            role: 'maker' | 'checker' | 'budget-owner' | 'auditor' | 'reader' | 'administrator' | 'operator';
            limits: {
              /** @description Only in this organisation */
              organisation?: string;
              /** @description Only these projects */
              projects?: string[];
              /** @description Only money of these fund sources */
              fundSources?: string[];
              /** @description Only these commands */
              commands?: string[];
              /** @description Largest amount of one posting */
              upTo?: string;
              /** @description First day; from the beginning when absent */
              first?: string;
              /** @description Last day; without end when absent */
              last?: string;
            };
            /** @description The token; shown this once */
            token: string;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  revokeServiceToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of the account */
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.service-token/1';
            name: string;
            /** @constant */
            revoked: true;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  showAccessRules: {
    parameters: {
      query?: {
        /** @description As it was at the end of this day; as it is now when absent */
        on?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only grants in force on this day; all that are known when absent */
        effectiveTo?: string;
        /** @description As a decision saw it that names this revision */
        revision?: string;
        /** @description Only the roles of this account or service */
        subject?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.access-rules/1';
            on: string | null;
            knownAt: string | null;
            effectiveTo: string | null;
            /** @description Number of the table; 0 for the one that a ledger begins with */
            version: number;
            /** @description What a decision names that asked this table */
            revision: number;
            rules: {
              /** @description What each role may do */
              roles: {
                /** @description What the maker may do */
                maker: {
                  /** @description What it may see and do */
                  may: (
                    | 'read-reports'
                    | 'read-journal'
                    | 'replay'
                    | 'operate'
                    | 'administer'
                    | 'read-access'
                    | 'read-readings'
                  )[];
                  /** @description What it may record: `category/command` or `category/*` */
                  commands: string[];
                  /** @description Whether signing in takes a second factor */
                  secondFactor: boolean;
                };
                /** @description What the checker may do */
                checker: {
                  /** @description What it may see and do */
                  may: (
                    | 'read-reports'
                    | 'read-journal'
                    | 'replay'
                    | 'operate'
                    | 'administer'
                    | 'read-access'
                    | 'read-readings'
                  )[];
                  /** @description What it may record: `category/command` or `category/*` */
                  commands: string[];
                  /** @description Whether signing in takes a second factor */
                  secondFactor: boolean;
                };
                /** @description What the budget-owner may do */
                'budget-owner': {
                  /** @description What it may see and do */
                  may: (
                    | 'read-reports'
                    | 'read-journal'
                    | 'replay'
                    | 'operate'
                    | 'administer'
                    | 'read-access'
                    | 'read-readings'
                  )[];
                  /** @description What it may record: `category/command` or `category/*` */
                  commands: string[];
                  /** @description Whether signing in takes a second factor */
                  secondFactor: boolean;
                };
                /** @description What the auditor may do */
                auditor: {
                  /** @description What it may see and do */
                  may: (
                    | 'read-reports'
                    | 'read-journal'
                    | 'replay'
                    | 'operate'
                    | 'administer'
                    | 'read-access'
                    | 'read-readings'
                  )[];
                  /** @description What it may record: `category/command` or `category/*` */
                  commands: string[];
                  /** @description Whether signing in takes a second factor */
                  secondFactor: boolean;
                };
                /** @description What the reader may do */
                reader: {
                  /** @description What it may see and do */
                  may: (
                    | 'read-reports'
                    | 'read-journal'
                    | 'replay'
                    | 'operate'
                    | 'administer'
                    | 'read-access'
                    | 'read-readings'
                  )[];
                  /** @description What it may record: `category/command` or `category/*` */
                  commands: string[];
                  /** @description Whether signing in takes a second factor */
                  secondFactor: boolean;
                };
                /** @description What the administrator may do */
                administrator: {
                  /** @description What it may see and do */
                  may: (
                    | 'read-reports'
                    | 'read-journal'
                    | 'replay'
                    | 'operate'
                    | 'administer'
                    | 'read-access'
                    | 'read-readings'
                  )[];
                  /** @description What it may record: `category/command` or `category/*` */
                  commands: string[];
                  /** @description Whether signing in takes a second factor */
                  secondFactor: boolean;
                };
                /** @description What the operator may do */
                operator: {
                  /** @description What it may see and do */
                  may: (
                    | 'read-reports'
                    | 'read-journal'
                    | 'replay'
                    | 'operate'
                    | 'administer'
                    | 'read-access'
                    | 'read-readings'
                  )[];
                  /** @description What it may record: `category/command` or `category/*` */
                  commands: string[];
                  /** @description Whether signing in takes a second factor */
                  secondFactor: boolean;
                };
              };
            };
            grants: {
              grant: number;
              subject: string;
              /** @enum {string} */
              role:
                'maker' | 'checker' | 'budget-owner' | 'auditor' | 'reader' | 'administrator' | 'operator';
              limits?: {
                /** @description Only in this organisation */
                organisation?: string;
                /** @description Only these projects */
                projects?: string[];
                /** @description Only money of these fund sources */
                fundSources?: string[];
                /** @description Only these commands */
                commands?: string[];
                /** @description Largest amount of one posting */
                upTo?: string;
                /** @description First day; from the beginning when absent */
                first?: string;
                /** @description Last day; without end when absent */
                last?: string;
              };
              /** @enum {string} */
              origin: 'set-up' | 'administrator' | 'sign-on';
            }[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  setAccessRules: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetRulesDto'];
      };
    };
    responses: {
      /** @description The answer */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.access-receipt/1';
            organisation: string;
            idempotencyKey: string;
            dryRun: boolean;
            /** @description Recorded before; this is its first answer again */
            replayed: boolean;
            position?: string;
            /**
             * Format: date-time
             * @description Moment, UTC
             */
            recordedAt?: string;
            events: {
              id: string;
              type: string;
              stream: string;
              /**
               * Format: date
               * @description Day
               */
              effectiveOn: string;
              data: {
                [key: string]: unknown;
              };
            }[];
            outcome?: unknown;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  listAccessHistory: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.access-history/1';
            rows: {
              position: string;
              /**
               * Format: date-time
               * @description Moment, UTC
               */
              recordedAt: string;
              by: string;
              reason?: string;
              type: string;
              data: {
                [key: string]: unknown;
              };
            }[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  grantRole: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GrantRoleDto'];
      };
    };
    responses: {
      /** @description The answer */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.access-receipt/1';
            organisation: string;
            idempotencyKey: string;
            dryRun: boolean;
            /** @description Recorded before; this is its first answer again */
            replayed: boolean;
            position?: string;
            /**
             * Format: date-time
             * @description Moment, UTC
             */
            recordedAt?: string;
            events: {
              id: string;
              type: string;
              stream: string;
              /**
               * Format: date
               * @description Day
               */
              effectiveOn: string;
              data: {
                [key: string]: unknown;
              };
            }[];
            outcome?: unknown;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  withdrawRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Number of the grant */
        grant: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.access-receipt/1';
            organisation: string;
            idempotencyKey: string;
            dryRun: boolean;
            /** @description Recorded before; this is its first answer again */
            replayed: boolean;
            position?: string;
            /**
             * Format: date-time
             * @description Moment, UTC
             */
            recordedAt?: string;
            events: {
              id: string;
              type: string;
              stream: string;
              /**
               * Format: date
               * @description Day
               */
              effectiveOn: string;
              data: {
                [key: string]: unknown;
              };
            }[];
            outcome?: unknown;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  showOpenData: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.open-data/1';
            /** @description Version of the service */
            version: string;
            datasets: {
              id: string;
              /** @description Address; format=csv or format=json */
              path: string;
              name: {
                th: string;
                en: string;
              };
              needs: ('fiscalYear' | 'quarter')[];
              fields: {
                /** @description Name of the column */
                key: string;
                /** @enum {string} */
                kind: 'text' | 'code' | 'date' | 'time' | 'number';
                /** @enum {string} */
                unit?: 'million-baht' | 'baht' | 'percent' | 'days' | 'count';
                meaning: {
                  th: string;
                  en: string;
                };
                /** @description Word of the glossary that says more */
                term?: string;
              }[];
            }[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  showGlossary: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.glossary/1';
            terms: {
              id: string;
              theme: string;
              name: {
                th: string;
                en: string;
              };
              meaning: {
                th: string;
                en: string;
              };
              /**
               * @description Rules or organisations differ on it
               * @constant
               */
              varies?: true;
            }[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  listFindings: {
    parameters: {
      query?: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Only what this rule found */
        rule?: string;
        /** @description Only what lies in this project alone; what touches several belongs to the organisation */
        project?: string;
        /** @description Only this fiscal year */
        fiscalYear?: number;
        /** @description Only what this person is involved in */
        person?: string;
        /** @description What is no longer true, too */
        includeEnded?: boolean;
        /** @description Only findings after this one, as `next` of the page before gives it */
        after?: string;
        /** @description At most so many rows (1 to 10000) */
        limit?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.audit-findings/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            /** @constant */
            unit: 'baht';
            rows: {
              id: string;
              /** @enum {string} */
              severity: 'low' | 'medium' | 'high';
              /** @description What, where and how much, in English */
              sentence: string;
              /** @description The same in Thai */
              sentenceTh: string;
              project: string | null;
              fiscalYear: number | null;
              /**
               * Format: date
               * @description Day
               */
              effectiveOn: string;
              amount: string | null;
              /** @description Where it first became true */
              foundAt: string;
              /** @description Where it became true, the last time */
              since: string;
              /** @description Where it stopped being true */
              until: string | null;
              people: string[];
              rule: string;
              events: string[];
            }[];
            next: {
              after: string;
            } | null;
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  showFinding: {
    parameters: {
      query?: {
        /** @description Organisation; needed when the ledger has several */
        organisation?: string;
        /** @description As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent */
        knownAt?: string;
        /** @description Only what takes effect on this business date or earlier, of all that is known; all of it when absent */
        effectiveTo?: string;
        /** @description Answer only when this position is known */
        minPosition?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
        /** @description Only if it lies in this project alone */
        project?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.audit-finding/1';
            query: {
              [key: string]: string | number | boolean;
            };
            knownAt: {
              /** @description As it was asked; now when nothing was */
              asked: string;
              /** @description Everything up to here is known */
              position: string;
              /** @description When the last known event was booked */
              bookedAt: string | null;
            };
            projection: {
              name: string;
              version: number;
            };
            /** @constant */
            unit: 'baht';
            finding: {
              id: string;
              /** @enum {string} */
              severity: 'low' | 'medium' | 'high';
              /** @description What, where and how much, in English */
              sentence: string;
              /** @description The same in Thai */
              sentenceTh: string;
              project: string | null;
              fiscalYear: number | null;
              /**
               * Format: date
               * @description Day
               */
              effectiveOn: string;
              amount: string | null;
              /** @description Where it first became true */
              foundAt: string;
              /** @description Where it became true, the last time */
              since: string;
              /** @description Where it stopped being true */
              until: string | null;
              people: string[];
              rule:
                | {
                    rule: string;
                    version: number;
                    name: {
                      en: string;
                      th: string;
                    };
                    /** @description What it finds, in English */
                    meaning: string;
                    /** @description The same in Thai */
                    meaningTh: string;
                    /** @description Where the rule is taken from */
                    source: string;
                    parameters: {
                      name: string;
                      value: string | number;
                      default: string | number;
                      /** @enum {string} */
                      unit: 'days' | 'count' | 'percent' | 'baht';
                      meaning: string;
                    }[];
                  }
                | {
                    rule: string;
                  };
              events: {
                /** @description Place in the log */
                position: string;
                type: string;
                stream: string;
                fiscalYear: number | null;
                project: string | null;
                document: string | null;
                amount: string | null;
                actor: string;
                reason: string | null;
                source: string | null;
                /**
                 * Format: date
                 * @description Day
                 */
                effectiveOn: string;
                /**
                 * Format: date-time
                 * @description Moment by the clock of the organisation, with its offset
                 */
                bookedAt: string;
                links: {
                  event: string;
                  explain: string | null;
                };
              }[];
            };
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  listAuditRules: {
    parameters: {
      query?: {
        /** @description Organisation, for whoever reads about some alone */
        organisation?: string;
        /** @description Project, for whoever reads about some alone */
        project?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.audit-rules/1';
            rules: {
              rule: string;
              version: number;
              name: {
                en: string;
                th: string;
              };
              /** @description What it finds, in English */
              meaning: string;
              /** @description The same in Thai */
              meaningTh: string;
              /** @description Where the rule is taken from */
              source: string;
              parameters: {
                name: string;
                value: string | number;
                default: string | number;
                /** @enum {string} */
                unit: 'days' | 'count' | 'percent' | 'baht';
                meaning: string;
              }[];
            }[];
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  listReadings: {
    parameters: {
      query?: {
        /** @description Not before: a date in the time zone of the organisation, or a moment with its zone */
        since?: string;
        /** @description Not after: a date in the time zone of the organisation, or a moment with its zone; a date is meant to its end */
        until?: string;
        /** @description Only what this account read */
        who?: string;
        /** @description Only readings of this operation, as the API names it */
        route?: string;
        /** @description Only readings before this one */
        before?: string;
        /** @description At most so many rows (1 to 10000) */
        limit?: string;
        /** @description Organisation in whose time zone days begin; needed for dates when the ledger has several */
        organisation?: string;
        /** @description Form of the answer */
        format?: 'json' | 'csv' | 'table';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Where the answer comes from */
          'Obligo-Position'?: string;
          /** @description Where the answer comes from */
          'Obligo-Booked-At'?: string;
          /** @description Where the answer comes from */
          'Obligo-Projection'?: string;
          /** @description Where the answer comes from */
          'Obligo-Query'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.readings/1';
            query: {
              since?: string;
              until?: string;
              who?: string;
              route?: string;
              before?: string;
            };
            retention: {
              days: number;
              /** @description From when on the list is whole */
              keptFrom: string | null;
            };
            rows: {
              reading: string;
              /** Format: date-time */
              at: string;
              who: string;
              via: string;
              address: string;
              route: string;
              method: string;
              path: string;
              query: string;
              known_position?: string;
              format?: string;
              status: string;
              bytes?: string;
            }[];
            next: {
              before: string;
            } | null;
          };
          'text/csv': string;
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  listDrafts: {
    parameters: {
      query?: {
        /** @description Only drafts of this kind */
        kind?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.drafts/1';
            drafts: {
              id: string;
              kind: string;
              title: string;
              /** @description To be named by the next change */
              revision: number;
              /**
               * Format: date-time
               * @description Moment in UTC
               */
              createdAt: string;
              /**
               * Format: date-time
               * @description Moment in UTC
               */
              changedAt: string;
            }[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  showDraft: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Identity of the draft, chosen by the page that began it */
        draft: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.draft/1';
            id: string;
            kind: string;
            title: string;
            /** @description To be named by the next change */
            revision: number;
            /**
             * Format: date-time
             * @description Moment in UTC
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Moment in UTC
             */
            changedAt: string;
            /** @description What was typed, in a form of the page */
            content: string;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  keepDraft: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Identity of the draft, chosen by the page that began it */
        draft: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['KeepDraftDto'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.draft-kept/1';
            id: string;
            kind: string;
            title: string;
            /** @description To be named by the next change */
            revision: number;
            /**
             * Format: date-time
             * @description Moment in UTC
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Moment in UTC
             */
            changedAt: string;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  removeDraft: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Identity of the draft, chosen by the page that began it */
        draft: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.draft-removed/1';
            id: string;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  showPreferences: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.preferences/1';
            preferences: {
              /** @enum {string} */
              language?: 'th' | 'en';
              /** @enum {string} */
              unit?: 'million' | 'baht';
              /** @enum {string} */
              theme?: 'light' | 'dark' | 'auto';
              /** @enum {string} */
              time?: 'bangkok' | 'utc';
              /** @description Off: no keys but those of every page */
              shortcuts?: boolean;
            };
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  keepPreferences: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PreferencesDto'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.preferences/1';
            preferences: {
              /** @enum {string} */
              language?: 'th' | 'en';
              /** @enum {string} */
              unit?: 'million' | 'baht';
              /** @enum {string} */
              theme?: 'light' | 'dark' | 'auto';
              /** @enum {string} */
              time?: 'bangkok' | 'utc';
              /** @description Off: no keys but those of every page */
              shortcuts?: boolean;
            };
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  showLastVisit: {
    parameters: {
      query?: {
        /** @description The organisation that is looked at; each has visits of its own */
        organisation?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.visit/1';
            /** @description The end of the visit before this one; nothing on the first */
            last: {
              /**
               * Format: date-time
               * @description Moment in UTC
               */
              at: string;
              position: string;
            } | null;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  keepVisit: {
    parameters: {
      query?: {
        /** @description The organisation that is looked at; each has visits of its own */
        organisation?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['VisitDto'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.visit/1';
            /** @description The end of the visit before this one; nothing on the first */
            last: {
              /**
               * Format: date-time
               * @description Moment in UTC
               */
              at: string;
              position: string;
            } | null;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  showPosting: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Number of the posting: the position of one of its events */
        position: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.posting/1';
            /** @description Number of the posting: the position of its last event */
            number: string;
            organisation: string;
            /** @description Identity of the command that its events share */
            command: string;
            /** @description What was asked, one for each decision; amounts in baht */
            commands: {
              [key: string]: unknown;
            }[];
            /** @description The same as `category/command` */
            posts: string[];
            fiscalYear: number | null;
            project: string | null;
            /** @description What was asked for in baht, where it is about an amount */
            amount: string | null;
            /**
             * Format: date
             * @description Day
             */
            effectiveOn: string;
            /**
             * Format: date-time
             * @description Moment by the clock of the organisation, with its offset
             */
            recordedAt: string;
            /**
             * Format: date-time
             * @description Moment by the clock of the organisation, with its offset
             */
            bookedAt: string;
            imported: boolean;
            actor: string;
            /** @description Who made the document that the author released */
            onBehalfOf: string | null;
            reason: string | null;
            source: string | null;
            /** @description Number of the document that waited for approval */
            approval: string | null;
            evidence: {
              /** @description Name of the file */
              name: string;
              /** @description Size of the file */
              size: number;
              /** @description SHA-256 of the file, 64 hex digits */
              sha256: string;
              /** @description Where the file is kept, or its number */
              reference?: string;
            }[];
            available: {
              fiscalYear: number;
              project: string;
              line: {
                fundSource: string;
                category: string;
              };
              /** @description Available before it, in baht */
              before: string;
              /** @description Available after it, in baht */
              after: string;
            }[];
            /** @description Its events in the order of the log */
            events: {
              /** @description Place in the log */
              position: string;
              id: string;
              type: string;
              stream: string;
              /**
               * Format: date
               * @description Day
               */
              effectiveOn: string;
              /** @description SHA-256 of the event (docs/audit-trail-format.md) */
              digest: string;
              data: {
                [key: string]: unknown;
              };
              /** @description The event that it takes back */
              reverses: string | null;
              /** @description The event that took it back */
              reversedBy: string | null;
            }[];
            /** @description It has more events than are listed */
            more: boolean;
            remarks: {
              /** @description Place in the log */
              position: string;
              /**
               * Format: date-time
               * @description Moment by the clock of the organisation, with its offset
               */
              at: string;
              actor: string;
              text?: string;
              evidence?: {
                /** @description Name of the file */
                name: string;
                /** @description Size of the file */
                size: number;
                /** @description SHA-256 of the file, 64 hex digits */
                sha256: string;
                /** @description Where the file is kept, or its number */
                reference?: string;
              }[];
            }[];
            receiptUrl: string;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  remarkAdd: {
    parameters: {
      query?: {
        /** @description Needed when the ledger has several */
        organisation?: string;
        /** @description Decides and answers, records nothing */
        dryRun?: boolean;
      };
      header?: {
        /** @description Same key and same input: the first answer again, nothing recorded twice. Made up when absent. */
        'Idempotency-Key'?: string;
        /** @description Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in. */
        'Obligo-Actor'?: string;
      };
      path: {
        /** @description Number of the posting: the position of one of its events */
        position: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddRemarkDto'];
      };
    };
    responses: {
      /** @description Recorded before, or a dry run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  listAttempts: {
    parameters: {
      query?: {
        /** @description Only what this account attempted */
        who?: string;
        /** @description Only this operation */
        operation?: string;
        /** @description Only this refusal */
        code?: string;
        /** @description Only this project */
        project?: string;
        /** @description Any part of the sentence, of what was asked or of the path */
        text?: string;
        /** @description Not before: a date in the zone of Bangkok, or a moment with its zone */
        since?: string;
        /** @description Not after: a date in the zone of Bangkok, or a moment with its zone; a date is meant to its end */
        until?: string;
        /** @description Only attempts before this one */
        before?: string;
        /** @description At most so many rows (1 to 10000) */
        limit?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.attempts/1';
            /**
             * @description Auditors see all attempts, everybody else their own
             * @enum {string}
             */
            of: 'all' | 'own';
            keptForDays: number;
            rows: {
              /** @description Number of the attempt */
              attempt: string;
              /**
               * Format: date-time
               * @description Moment in UTC
               */
              at: string;
              who: string;
              /** @description As the API names it */
              operation: string;
              organisation?: string;
              fiscalYear?: string;
              project?: string;
              path: string;
              idempotencyKey?: string;
              status: number;
              /** @description Code of the refusal */
              code: string;
              message: string;
              /** @description What was missing, in baht */
              shortfall?: string;
              /** @description What was asked, as JSON; cut where it is long */
              body: string;
            }[];
            next: {
              before: string;
            } | null;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  sealStatus: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.seal/1';
            /**
             * @description broken: the log is not the one that was sealed
             * @enum {string}
             */
            standing: 'sealed' | 'waiting' | 'stuck' | 'broken';
            origin: string | null;
            /** @description Events that were read */
            size: number;
            accessSize: number;
            tail: {
              events: number;
              accessEvents: number;
              /** @description How long the oldest of them has waited */
              seconds: number;
            };
            latest: {
              number: number;
              size: number;
              accessSize: number;
              /** Format: date-time */
              time: string;
            } | null;
            /** @description Verifier key of the key that signs */
            key: string | null;
            keysFolder: string;
            problem: {
              code: string;
              message: string;
            } | null;
            publication: {
              kind: string;
              path: string;
              published: number;
              /** @description Checkpoints that do not stand there yet */
              lag: number;
              problem: string | null;
            }[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  sealNow: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  rotateSealKey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['KeyRotationDto'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  listCheckpoints: {
    parameters: {
      query?: {
        /** @description Only checkpoints after this number */
        after?: string;
        /** @description At most so many (1 to 10000) */
        limit?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.checkpoints/1';
            origin: string | null;
            checkpoints: {
              number: number;
              /** @description Events of the log that it seals */
              size: number;
              /** @description Events of the log of the rule table that it seals */
              accessSize: number;
              /** Format: date-time */
              time: string;
              /** @description The signed note (C2SP tlog-checkpoint) */
              note: string;
            }[];
            next: {
              after: string;
            } | null;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  latestCheckpoint: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  verifierKeys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.verifier-keys/1';
            origin: string | null;
            keys: {
              /** @description Public key in its text form */
              key: string;
              keyId: string;
              /** Format: date-time */
              since: string;
              until: string | null;
              ended: ('rotated' | 'lost') | null;
            }[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  verifierKeysText: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  proveConsistency: {
    parameters: {
      query: {
        /** @description Events of the earlier tree */
        from: string;
        /** @description Events of the later tree, at most as many as are sealed */
        to: string;
        /** @description Which of the two logs */
        log?: 'ledger' | 'access';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "schema": "obligo.consistency/1",
           *       "log": "ledger",
           *       "from": 3,
           *       "to": 4,
           *       "proof": [
           *         "…",
           *         "…",
           *         "…"
           *       ]
           *     }
           */
          'application/json': {
            /** @constant */
            schema: 'obligo.consistency/1';
            /** @enum {string} */
            log: 'ledger' | 'access';
            from: number;
            to: number;
            /** @description Hashes, base64 (RFC 6962, 2.1.2) */
            proof: string[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  checkpointOfSize: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        size: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  listVerifications: {
    parameters: {
      query?: {
        /** @description Only runs before this number */
        before?: string;
        /** @description At most so many rows (1 to 10000) */
        limit?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.verifications/1';
            /** @description The newest first */
            rows: {
              /** @description Counted from 1 */
              number: number;
              /** Format: date-time */
              startedAt: string;
              /** Format: date-time */
              endedAt: string;
              /** @enum {string} */
              cause: 'start' | 'schedule' | 'asked';
              /** @description Who asked for it; nothing when the service began by itself */
              by: string | null;
              /**
               * @description Nothing is wrong; something is; or it could not be brought to an end
               * @enum {string}
               */
              outcome: 'sound' | 'findings' | 'failed';
              /** @description Place in the log up to which it read; 0 of an empty log */
              position: string;
              /** @description Events of the log up to there */
              events: number;
              /** @description Events of the log of the rule table */
              accessEvents: number;
              /** @description Root of the tree over the events, base64; empty when it failed */
              root: string;
              /** @description Events that a signed checkpoint vouches for */
              proven: number;
              accessProven: number;
              checkpoints: number;
              findingCount: number;
              findings: {
                code: string;
                file: string;
                line?: number;
                stream?: string;
                revision?: string;
                table?: string;
                key?: string;
                message: string;
              }[];
              notices: string[];
              /** @description Why it could not be brought to an end */
              failure: string | null;
              /** @description Program and version that verified, such as obligo/1.0.0 */
              verifier: string;
            }[];
            next: {
              before: string;
            } | null;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  beginVerification: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.verification-begun/1';
            /** @description The verification that is under way */
            underway: {
              /** Format: date-time */
              startedAt: string;
              /** @description What is being looked at */
              what: string | null;
              /** @description Events or streams of it so far */
              done: number;
            };
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  latestVerification: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.verified/1';
            /** @description The last place of the log now */
            head: string | null;
            /** @description The last verification that found nothing wrong */
            verified: {
              /** @description Place in the log */
              position: string;
              events: number;
              /** @description Of them: events that a signed checkpoint vouches for */
              proven: number;
              /** Format: date-time */
              endedAt: string;
              verifier: string;
            } | null;
            /** @description The last verification, whatever it found */
            latest: {
              number: number;
              /** @enum {string} */
              outcome: 'sound' | 'findings' | 'failed';
              findingCount: number;
              /** Format: date-time */
              endedAt: string;
            } | null;
            /** @description Longer ago than it should be */
            isStale: boolean;
            underway: {
              /** Format: date-time */
              startedAt: string;
              /** @description What is being looked at */
              what: string | null;
              /** @description Events or streams of it so far */
              done: number;
            } | null;
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  auditBundle: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The archive */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/gzip': string;
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  status: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.status/1';
            version: string;
            node: string;
            /** @description Folder of the ledger */
            data: string;
            head: string | null;
            projections: {
              name: string;
              version: number;
              position: string | null;
              /** @description Whether it has read everything that is in the log */
              current: boolean;
            }[];
            /** @description Why the read models stand still */
            stopped: string | null;
            seals: {
              /**
               * @description broken: the log is not the one that was sealed
               * @enum {string}
               */
              standing: 'sealed' | 'waiting' | 'stuck' | 'broken';
              origin: string | null;
              /** @description Events that were read */
              size: number;
              accessSize: number;
              tail: {
                events: number;
                accessEvents: number;
                /** @description How long the oldest of them has waited */
                seconds: number;
              };
              latest: {
                number: number;
                size: number;
                accessSize: number;
                /** Format: date-time */
                time: string;
              } | null;
              /** @description Verifier key of the key that signs */
              key: string | null;
              keysFolder: string;
              problem: {
                code: string;
                message: string;
              } | null;
              publication: {
                kind: string;
                path: string;
                published: number;
                /** @description Checkpoints that do not stand there yet */
                lag: number;
                problem: string | null;
              }[];
            };
            /** @description Databases of the folder and their space */
            files: {
              name: string;
              bytes: number;
            }[];
            /** @description How both logs stand with where they live */
            logs: {
              ledger: {
                /** @enum {string} */
                state: 'ready' | 'catching-up' | 'disconnected' | 'alarm';
                /** @description Records that have arrived and are not read yet */
                lagEvents: number;
                /** @description Age of the newest record that was read, while the copy is behind */
                lagMs: number;
                detail: string | null;
              };
              access: {
                /** @enum {string} */
                state: 'ready' | 'catching-up' | 'disconnected' | 'alarm';
                /** @description Records that have arrived and are not read yet */
                lagEvents: number;
                /** @description Age of the newest record that was read, while the copy is behind */
                lagMs: number;
                detail: string | null;
              };
            };
            store: {
              atomicMultiStream: boolean;
              checksWithoutWrite: boolean;
              serverFilter: boolean;
              maxEventBytes: number;
              maxAppendBytes: number;
            };
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  rebuildProjections: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            schema: 'obligo.rebuild/1';
            position: string | null;
            /** @description Whether all are what they were */
            equal: boolean;
            projections: {
              name: string;
              version: number;
              before: {
                [key: string]: string;
              };
              after: {
                [key: string]: string;
              };
              equal: boolean;
            }[];
          };
        };
      };
      /** @description Refused; docs/refusals.md lists the codes */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Cannot be answered now; nothing was recorded */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
}
