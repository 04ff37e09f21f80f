import { negate, parseBaht, type Satang } from '#kernel/folding';
import type { Line } from '../../line.ts';
import type { Measure } from '../../movements.ts';
import { clearedBy } from './cleared-by.ts';
import type { CashEvent } from './events.ts';

/** What moves on a line; the quarter is that of the day of the event. */
export interface LineMovement {
  readonly measure: Measure;
  readonly line: Line;
  readonly amount: Satang;
}

/** What an event moves: advances are disbursed money, and what is held for others moves no budget. */
export function cashMovements(event: CashEvent): LineMovement[] {
  switch (event.type) {
    case 'AdvancePaid': {
      const amount = parseBaht(event.data.amount);
      return moved(event.data.line, amount, amount);
    }
    case 'AdvanceCleared': {
      const { disbursed, advanced } = clearedBy(event.data);
      return moved(event.data.line, disbursed, advanced);
    }
    case 'AdvanceReturned': {
      const amount = negate(parseBaht(event.data.amount));
      return moved(event.data.line, amount, amount);
    }
    case 'AdvanceClearingReversed': {
      const { disbursed, advanced } = clearedBy(event.data);
      return moved(event.data.line, negate(disbursed), negate(advanced));
    }
    case 'GuaranteeHeld':
    case 'HeldCashReturned':
      return [];
  }
}

function moved(line: Line, disbursed: Satang, advanced: Satang): LineMovement[] {
  const both: LineMovement[] = [
    { measure: 'disbursed', line, amount: disbursed },
    { measure: 'advanced', line, amount: advanced },
  ];
  return both.filter(({ amount }) => amount !== 0);
}
