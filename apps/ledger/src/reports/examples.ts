/** What the sample answers, shortened; the suite holds these against the real answers. */
const knownAt = (asked: string, position: string, bookedAt: string) => ({ asked, position, bookedAt });
const december = knownAt('2025-12-30', '190', '2025-12-30T00:00:00+07:00');
const march = knownAt('2026-03-31', '267', '2026-03-31T00:00:00+07:00');
const projection = { name: 'plan-versus-actual', version: 4 };

export const quarterlyExample = {
  json: {
    schema: 'obligo.report.quarterly/1',
    query: { organisation: 'etda', fiscalYear: 2569, quarter: 'Q1', byQuarter: false, knownAt: '2025-12-30' },
    knownAt: december,
    projection,
    unit: 'million baht',
    rows: [
      {
        project_code: 'P01',
        budget_m: '42.7377',
        plan_m: '20.2320',
        spent_m: '15.0334',
        disbursed_m: '0.6334',
        committed_m: '14.4000',
        available_m: '27.7043',
        baht: {
          budget: '42737700.00',
          plan: '20232000.00',
          spent: '15033400.00',
          disbursed: '633400.00',
          committed: '14400000.00',
          available: '27704300.00',
        },
      },
    ],
  },
  csv: 'project_code,budget_m,plan_m,spent_m,disbursed_m,committed_m,available_m\nP01,42.7377,20.2320,15.0334,0.6334,14.4000,27.7043\n',
};

/** Of the sample of fiscal year 2563. */
export const budgetBookExample = {
  json: {
    schema: 'obligo.report.budget-book/1',
    query: { organisation: 'etda', fiscalYear: 2563, knownAt: 'now' },
    projection: { name: 'plan-versus-actual' },
    unit: 'million baht',
    rows: [
      {
        side: 'revenue',
        level: 'fund-source',
        fund_source: 'estimated-income',
        name: 'ประมาณการรายได้',
        estimated_m: '20.0869',
        budget_m: '13.5522',
        baht: { estimated: '20086900.00', budget: '13552200.00' },
      },
      {
        side: 'expenditure',
        level: 'total',
        project_code: 'TOTAL',
        name: 'รวมทั้งสิ้น',
        estimated_m: '595.3293',
        budget_m: '588.7946',
        baht: { estimated: '595329300.00', budget: '588794600.00' },
      },
    ],
  },
  csv: 'side,level,project_code,fund_source,category,name,estimated_m,budget_m\nexpenditure,line,W01,annual-appropriation,personnel,,134.1005,134.1005\n',
};

export const explainExample = {
  json: {
    schema: 'obligo.explain/1',
    cell: { project_code: 'P08', quarter: 'Q2', measure: 'committed', basis: 'quarter' },
    value: '-32136900.00',
    value_m: '-32.1369',
    to_date_m: '45.5431',
    opening: '0.00',
    closing: '-32136900.00',
    events: [
      {
        position: '209',
        type: 'DisbursementMade',
        document: 'P08-Q2-L',
        effectiveOn: '2026-03-31',
        movement: '-32136900.00',
        running: '-32136900.00',
      },
    ],
    next: null,
  },
};

export const diffExample = {
  json: {
    schema: 'obligo.diff/1',
    from: december,
    to: march,
    cells: [
      {
        project_code: 'P01',
        measure: 'disbursed',
        from_m: '0.6334',
        to_m: '1.7334',
        change_m: '1.1000',
        events: [{ type: 'QuarterCorrected', movement_m: '1.1000' }],
      },
    ],
  },
};

export const reconcileExample = {
  json: {
    schema: 'obligo.reconcile/1',
    equal: 34,
    differing: [
      {
        line: 12,
        project_code: 'P02',
        measure: 'disbursed',
        published_m: '21.0094',
        ledger_m: '21.0095',
        difference_m: '-0.0001',
      },
    ],
    unknown: [],
    missing: [],
  },
};

export const kpiExample = {
  json: {
    schema: 'obligo.report.kpi/1',
    rows: [
      {
        kpi_code: 'P08-K1',
        project_code: 'P08',
        quarter: 'Q2',
        target_op: '=',
        target: '10000',
        plan: '1500',
        plan_to_date: '1500',
        result: '3961',
        result_to_date: '4556',
        of_target_percent: '45.56',
        status: 'on_plan',
      },
    ],
  },
};
