/** Report tables and their renderings: pure functions from figures to rows, and from rows to text, CSV and JSON. */
export * from './diff.ts';
export * from './explain.ts';
export * from './figures.ts';
export * from './kpi.ts';
export * from './lists.ts';
export * from './published-table.ts';
export * from './quarterly.ts';
export * from './reconcile.ts';
export { reportingRefusals } from './refusals.ts';
export * from './render-csv.ts';
export * from './render-text.ts';
export * from './table.ts';
