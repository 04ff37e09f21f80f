import type { Quarter } from '#kernel';
import type { KpiDefined } from './define.ts';
import type { KpiEvent } from './events.ts';
import type { PlannedQuarters } from './plan.ts';
import type { ResultContent } from './result.ts';
import type { Target } from './target.ts';

export type KpiDefinition = KpiDefined['data'];

/** What decisions about a KPI need to know of its past. */
export interface KpiState {
  definition?: KpiDefinition;
  target?: Target;
  plan?: PlannedQuarters;
  readonly results: Map<string, ResultContent>;
  achieved?: Quarter;
}

export const initialKpi = (): KpiState => ({ results: new Map() });

export function evolveKpi(state: KpiState, event: KpiEvent): KpiState {
  switch (event.type) {
    case 'KpiDefined':
      state.definition = event.data;
      break;
    case 'KpiTargetSet':
      state.target = event.data;
      break;
    case 'KpiTargetRevised': {
      const { previous: _, ...target } = event.data;
      state.target = target;
      break;
    }
    case 'KpiPlanSet':
    case 'KpiPlanRevised':
      state.plan = event.data.quarters;
      break;
    case 'KpiResultRecorded': {
      const { result, ...content } = event.data;
      state.results.set(result, content);
      break;
    }
    case 'KpiResultCorrected': {
      const { result, previous: _, ...content } = event.data;
      state.results.set(result, content);
      break;
    }
    case 'KpiAchieved':
      state.achieved = event.data.quarter;
  }
  return state;
}
