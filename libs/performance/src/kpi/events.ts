import { KpiAchieved } from './achieve.ts';
import { KpiResultCorrected } from './correct.ts';
import { KpiDefined } from './define.ts';
import { KpiPlanRevised, KpiPlanSet } from './plan.ts';
import { KpiResultRecorded } from './record.ts';
import { KpiTargetRevised, KpiTargetSet } from './target.ts';

/** Every event of a KPI, in the order of its life. */
export const kpiEvents = [
  KpiDefined,
  KpiTargetSet,
  KpiTargetRevised,
  KpiPlanSet,
  KpiPlanRevised,
  KpiResultRecorded,
  KpiResultCorrected,
  KpiAchieved,
] as const;

export type KpiEvent =
  | KpiDefined
  | KpiTargetSet
  | KpiTargetRevised
  | KpiPlanSet
  | KpiPlanRevised
  | KpiResultRecorded
  | KpiResultCorrected
  | KpiAchieved;
