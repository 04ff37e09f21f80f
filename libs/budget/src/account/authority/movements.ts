import { negate, parseBaht, type Satang } from '#kernel/folding';
import type { Line } from '../../line.ts';
import type { BudgetPart, Measure } from '../../movements.ts';
import type { AuthorityEvent } from './events.ts';

/** What moves on a line; the quarter is that of the day of the event. */
export interface LineMovement {
  readonly measure: Measure;
  readonly line: Line;
  readonly amount: Satang;
}

/** The events of authority that move lines; the plan belongs to the whole account. */
type MovingEvent = Exclude<AuthorityEvent, { type: 'QuarterlyPlanSet' | 'QuarterlyPlanRevised' }>;

/** What an event moves; a change of the budget moves the budget and the part that it is of. */
export function authorityMovements(event: MovingEvent): LineMovement[] {
  switch (event.type) {
    case 'BudgetAccountOpened':
    case 'TransferReported':
      return [];
    case 'BudgetEstimated':
      return [moved('estimated', event.data.line, parseBaht(event.data.amount))];
    case 'BudgetReleased':
      return [moved('released', event.data.line, parseBaht(event.data.amount))];
    case 'BudgetAllocated':
      return budget('original', event.data.line, parseBaht(event.data.amount));
    case 'BudgetSupplemented':
      return budget('supplement', event.data.line, parseBaht(event.data.amount));
    case 'BudgetCut': {
      const { line, amount, releasedTakenBack } = event.data;
      return [
        ...budget('cut', line, negate(parseBaht(amount))),
        ...released(line, releasedTakenBack, negate),
      ];
    }
    case 'BudgetTransferredOut': {
      const { line, amount, released: along } = event.data;
      return [...budget('transfer', line, negate(parseBaht(amount))), ...released(line, along, negate)];
    }
    case 'BudgetTransferredIn': {
      const { line, amount, released: along } = event.data;
      return [...budget('transfer', line, parseBaht(amount)), ...released(line, along)];
    }
  }
}

const moved = (measure: Measure, line: Line, amount: Satang): LineMovement => ({ measure, line, amount });

const budget = (part: BudgetPart, line: Line, amount: Satang): LineMovement[] => [
  moved('budget', line, amount),
  moved(part, line, amount),
];

const released = (
  line: Line,
  amount: string | undefined,
  sign: (amount: Satang) => Satang = (same) => same,
): LineMovement[] => (amount === undefined ? [] : [moved('released', line, sign(parseBaht(amount)))]);
