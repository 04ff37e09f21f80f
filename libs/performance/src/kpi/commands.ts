import type { MarkAchieved } from './achieve.ts';
import type { CorrectResult } from './correct.ts';
import type { DefineKpi } from './define.ts';
import type { ReviseKpiPlan, SetKpiPlan } from './plan.ts';
import type { RecordResult } from './record.ts';
import type { ReviseTarget, SetTarget } from './target.ts';

/** All that can be asked of a KPI. */
export type KpiCommand =
  | DefineKpi
  | SetTarget
  | ReviseTarget
  | SetKpiPlan
  | ReviseKpiPlan
  | RecordResult
  | CorrectResult
  | MarkAchieved;
