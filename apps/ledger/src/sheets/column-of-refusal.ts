import type { Refusal } from '#kernel';
import type { KindOfSheet } from '#sheets';

/** Which columns a refusal of a posting may be about, in the order in which they are looked for. */
const ABOUT: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:commitment-(?:exists|unknown)|nothing-outstanding|line-differs)/, ['commitment']],
  [/^request-(?:exists|unknown)/, ['request']],
  [/^acceptance-(?:exists|unknown)|^document-ambiguous/, ['acceptance']],
  [/^disbursement-exists/, ['disbursement']],
  [/^(?:document-(?:unknown|reversed|in-use))/, ['acceptance', 'commitment', 'request']],
  [/^line-/, ['fundSource', 'category']],
  [/^(?:account-|project-|outside-your|role-)/, ['project', 'kpi']],
  [/^(?:date-|period-|year-|restatement-|booked-)/, ['effectiveOn']],
  [/^fiscal-year-/, ['fiscalYear', 'effectiveOn']],
  [/^reason-/, ['reason']],
  [/^plan-/, ['Q1']],
  [/^(?:result-|quarter-)/, ['result', 'quarter']],
  [/^kpi-/, ['kpi']],
  [/^(?:value-|figure-|parts-)/, ['value', 'text']],
  [/./, ['amount', 'Q1', 'value', 'project']],
];

/** The column of the sheet that a refusal is shown at. */
export function columnOfRefusal(
  { columns }: KindOfSheet,
  { code, details }: Pick<Refusal, 'code' | 'details'>,
): string {
  const quarter = columns.find(({ key }) => key === details['quarter']);
  if (quarter) return quarter.key;
  for (const [pattern, candidates] of ABOUT) {
    if (!pattern.test(code)) continue;
    const found = candidates.find((key) => columns.some((column) => column.key === key));
    if (found) return found;
  }
  return columns[0]?.key ?? '';
}
