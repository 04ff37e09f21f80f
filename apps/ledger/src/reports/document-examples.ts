/** What the reports on documents answer, shortened; the suite holds these against real answers. */

export const ageingExample = {
  json: {
    schema: 'obligo.report.ageing/1',
    query: { organisation: 'main', fiscalYear: 2569, on: '2026-03-31', knownAt: 'now' },
    projection: { name: 'documents' },
    unit: 'baht',
    rows: [
      {
        level: 'document',
        stage: 'acceptance',
        bucket: '91-180',
        project_code: 'P01',
        document: 'IV-1',
        fund_source: 'annual-appropriation',
        category: 'operating',
        made_on: '2025-12-01',
        due_on: '2025-12-31',
        age_days: '120',
        overdue_days: '90',
        outstanding: '50000.00',
      },
      {
        level: 'total',
        stage: 'acceptance',
        bucket: 'TOTAL',
        project_code: 'TOTAL',
        documents: '1',
        outstanding: '50000.00',
      },
    ],
  },
  csv: 'level,stage,bucket,project_code,document,item,fund_source,category,made_on,due_on,age_days,overdue_days,documents,outstanding,counterparty,description\ndocument,acceptance,91-180,P01,IV-1,,annual-appropriation,operating,2025-12-01,2025-12-31,120,90,,50000.00,,\n',
};

export const likelyToLapseExample = {
  json: {
    schema: 'obligo.report.likely-to-lapse/1',
    query: { organisation: 'main', fiscalYear: 2569, on: '2026-08-31', knownAt: 'now' },
    projection: { name: 'documents' },
    unit: 'baht',
    policy: { version: 1 },
    rows: [
      {
        project_code: 'P01',
        fund_source: 'annual-appropriation',
        category: 'operating',
        what: 'available',
        amount: '540000.00',
        at_risk: '540000.00',
        carry: 'commitments',
        rest: 'lapse',
        deadline: '2026-09-30',
        days_left: '30',
      },
      {
        project_code: 'P01',
        fund_source: 'annual-appropriation',
        category: 'operating',
        what: 'request',
        document: 'PR-2',
        amount: '40000.00',
        at_risk: '40000.00',
        carry: 'commitments',
        rest: 'lapse',
        deadline: '2026-09-30',
        days_left: '30',
      },
    ],
  },
  csv: 'project_code,fund_source,category,what,document,item,amount,at_risk,carry,rest,deadline,days_left,counterparty\nP01,annual-appropriation,operating,request,PR-2,,40000.00,40000.00,commitments,lapse,2026-09-30,30,\n',
};

export const paymentDaysExample = {
  json: {
    schema: 'obligo.report.payment-days/1',
    query: { organisation: 'main', fiscalYear: 2569, limitDays: 30, knownAt: 'now' },
    projection: { name: 'documents' },
    unit: 'days',
    limitDays: 30,
    rows: [
      {
        level: 'payment',
        project_code: 'P01',
        document: 'DV-1',
        request: 'PR-1',
        order: 'PO-1',
        acceptance: 'IV-1',
        paid_on: '2026-01-15',
        amount: '150000.00',
        request_to_order_days: '10',
        order_to_acceptance_days: '11',
        acceptance_to_payment_days: '45',
        whole_days: '66',
        late_days: '15',
      },
      {
        level: 'median',
        project_code: 'TOTAL',
        request_to_order_days: '10',
        order_to_acceptance_days: '11',
        acceptance_to_payment_days: '45',
        whole_days: '66',
      },
    ],
  },
  csv: 'level,project_code,document,item,request,order,acceptance,paid_on,amount,request_to_order_days,order_to_acceptance_days,acceptance_to_payment_days,whole_days,late_days\npayment,P01,DV-1,,PR-1,PO-1,IV-1,2026-01-15,150000.00,10,11,45,66,15\n',
};

export const transferReportsExample = {
  json: {
    schema: 'obligo.report.transfer-reports/1',
    query: { organisation: 'main', fiscalYear: 2569, on: '2025-12-10', knownAt: 'now' },
    projection: { name: 'documents' },
    unit: 'baht',
    rows: [
      {
        project_code: 'P01',
        document: 'TR-1',
        fund_source: 'annual-appropriation',
        category: 'operating',
        made_on: '2025-11-05',
        amount: '100000.00',
        status: 'overdue',
        due_on: '2025-12-05',
        days_left: '-5',
      },
    ],
  },
  csv: 'project_code,document,fund_source,category,made_on,amount,status,due_on,reported_on,days_left\nP01,TR-1,annual-appropriation,operating,2025-11-05,100000.00,overdue,2025-12-05,,-5\n',
};
