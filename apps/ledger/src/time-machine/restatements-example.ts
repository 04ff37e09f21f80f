/** What the restatements of the sample are, shortened; the suite holds it against the real answer. */
export const restatementsExample = {
  json: {
    schema: 'obligo.report.restatements/1',
    query: { organisation: 'etda', fiscalYear: 2569, byQuarter: false, knownAt: 'now', to: 'now' },
    unit: 'million baht',
    reports: [
      {
        report: 'Q1-2569',
        quarter: 'Q1',
        asOf: '2025-12-30',
        cells: [
          {
            project_code: 'P01',
            measure: 'disbursed',
            published_m: '0.6334',
            now_m: '1.7334',
            difference_m: '1.1000',
            events: [{ type: 'QuarterCorrected', movement_m: '1.1000', actor: 'operator' }],
          },
        ],
      },
    ],
  },
};
