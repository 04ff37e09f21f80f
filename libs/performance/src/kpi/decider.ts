import { guarded } from '#access';
import type { Decider } from '#kernel';
import type { KpiCommand } from './commands.ts';
import { decideAchieve } from './decide/achieve.ts';
import { decideDefine } from './decide/define.ts';
import { decideRevisePlan, decideSetPlan } from './decide/plan.ts';
import { decideCorrectResult, decideRecordResult } from './decide/result.ts';
import { decideReviseTarget, decideSetTarget } from './decide/target.ts';
import type { KpiEvent } from './events.ts';
import { evolveKpi, initialKpi, type KpiState } from './state.ts';

const indicator: Decider<KpiState, KpiCommand, KpiEvent> = {
  category: 'kpi',
  initial: initialKpi,
  decide(state, command, context) {
    switch (command.type) {
      case 'define-kpi':
        return decideDefine(state, command, context);
      case 'set-target':
        return decideSetTarget(state, command, context);
      case 'revise-target':
        return decideReviseTarget(state, command, context);
      case 'set-plan':
        return decideSetPlan(state, command, context);
      case 'revise-plan':
        return decideRevisePlan(state, command, context);
      case 'record-result':
        return decideRecordResult(state, command, context);
      case 'correct-result':
        return decideCorrectResult(state, command, context);
      case 'mark-achieved':
        return decideAchieve(state, command, context);
    }
  },
  evolve: evolveKpi,
};

/** One indicator in one fiscal year. */
export const kpi = guarded(indicator);
