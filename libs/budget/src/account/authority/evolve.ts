import type { AccountState } from '../state.ts';
import { evolveAllocated } from './allocate.ts';
import { evolveCut } from './cut.ts';
import { evolveEstimated } from './estimate.ts';
import type { AuthorityEvent } from './events.ts';
import { evolveOpened } from './open.ts';
import { evolvePlanned } from './plan.ts';
import { evolveBudgetReleased } from './release-budget.ts';
import { evolveReported } from './report-transfer.ts';
import { evolveSupplemented } from './supplement.ts';
import { evolveTransferredIn, evolveTransferredOut } from './transfer-ends.ts';

export function evolveAuthority(state: AccountState, event: AuthorityEvent): void {
  switch (event.type) {
    case 'BudgetAccountOpened':
      return evolveOpened(state, event);
    case 'BudgetEstimated':
      return evolveEstimated(state, event);
    case 'BudgetAllocated':
      return evolveAllocated(state, event);
    case 'BudgetReleased':
      return evolveBudgetReleased(state, event);
    case 'BudgetSupplemented':
      return evolveSupplemented(state, event);
    case 'BudgetCut':
      return evolveCut(state, event);
    case 'BudgetTransferredOut':
      return evolveTransferredOut(state, event);
    case 'BudgetTransferredIn':
      return evolveTransferredIn(state, event);
    case 'TransferReported':
      return evolveReported(state, event);
    case 'QuarterlyPlanSet':
    case 'QuarterlyPlanRevised':
      return evolvePlanned(state, event);
  }
}
