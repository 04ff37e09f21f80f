import { compareFigures, type KpiDefinition } from '#performance';
import type { KpiProgress, QuarterProgress } from './kpi-progress.ts';
import type { KpiStatus } from './status.ts';

/** The KPIs that name the composite as theirs, in code order. */
export function partsOf(composite: KpiDefinition, others: readonly KpiProgress[]): KpiProgress[] {
  return others
    .filter(
      ({ definition }) =>
        definition.partOf === composite.kpi &&
        definition.organisation === composite.organisation &&
        definition.fiscalYear === composite.fiscalYear,
    )
    .sort((a, b) => (a.definition.kpi < b.definition.kpi ? -1 : 1));
}

/**
 * A composite has no figure of its own. It stands as its weakest part: its percentages are the smallest of
 * its parts', absent unless every part has one, since no weights are published.
 */
export function compositeQuarters(
  quarters: readonly QuarterProgress[],
  parts: readonly KpiProgress[],
): QuarterProgress[] {
  return quarters.map((quarter, index) => {
    const ofParts = parts.flatMap((part) => part.quarters[index] ?? []);
    const ofPlanToDate = smallest(ofParts.map((part) => part.ofPlanToDate));
    const ofTarget = smallest(ofParts.map((part) => part.ofTarget));
    return {
      ...quarter,
      ...(ofPlanToDate !== undefined && { ofPlanToDate }),
      ...(ofTarget !== undefined && { ofTarget }),
      status: compositeStatus(
        quarter.status,
        ofParts.map((part) => part.status),
      ),
    };
  });
}

const REACHED: ReadonlySet<KpiStatus> = new Set(['achieved', 'met']);
const IN_TIME: ReadonlySet<KpiStatus> = new Set(['achieved', 'met', 'on_plan']);

/** Met when every part is; behind when one part is; on plan when every part is at least that. */
function compositeStatus(own: KpiStatus, parts: readonly KpiStatus[]): KpiStatus {
  if (own === 'achieved' || own === 'not_due' || parts.length === 0) return own;
  if (parts.every((part) => REACHED.has(part))) return 'met';
  if (parts.includes('behind')) return 'behind';
  if (parts.every((part) => IN_TIME.has(part))) return 'on_plan';
  return own === 'no_result' && parts.every((part) => part === 'no_result') ? 'no_result' : 'reported';
}

function smallest(percentages: readonly (string | undefined)[]): string | undefined {
  let least: string | undefined;
  for (const percentage of percentages) {
    if (percentage === undefined) return undefined;
    if (least === undefined || compareFigures(percentage, least) < 0) least = percentage;
  }
  return least;
}
