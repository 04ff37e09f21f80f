import { negate, parseBaht, type Satang, ZERO } from '#kernel/folding';
import type { Line } from '../../line.ts';
import type { BudgetPart, Movement } from '../../movements.ts';
import type { OutstandingStage, StagedDocument } from './document.ts';
import type { YearEndEvent } from './events.ts';
import { undoneEvent } from './undone-event.ts';

/** A movement whose quarter follows from the date of its event. */
export type LineMovement = Omit<Required<Movement>, 'quarter'>;

/** What an event of the year-end moves; the state and the reports are made of the same movements. */
export function yearEndMovements(event: YearEndEvent): LineMovement[] {
  switch (event.type) {
    case 'YearEndReserved':
    case 'ReservationConfirmed':
    case 'ReservationExtended':
    case 'YearClosed':
      return [];
    case 'DocumentReleasedAtYearEnd':
      return outstanding(event.data.document.stage, event.data.line, taken(event.data.amount));
    case 'CommitmentCarriedForward':
      return [
        ...outstanding(event.data.document.stage, event.data.line, taken(event.data.amount)),
        ...budgetTaken('carried-forward', event.data),
      ];
    case 'BudgetCarriedForward':
      return budgetTaken('carried-forward', event.data);
    case 'BudgetReturned':
      return budgetTaken('returned', event.data);
    case 'BudgetLapsed':
      return budgetTaken('lapsed', event.data);
    case 'ReservationLapsed':
      return [
        ...event.data.documents.flatMap(({ document, amount }) =>
          outstanding(document.stage, event.data.line, taken(amount)),
        ),
        ...budgetTaken('lapsed', event.data),
      ];
    case 'YearEndStepReversed':
      return yearEndMovements(undoneEvent(event)).map((each) => ({ ...each, amount: negate(each.amount) }));
    case 'BudgetBroughtForward':
      return brought(event.data.line, parseBaht(event.data.amount));
    case 'CommitmentBroughtForward':
      return broughtBy(event.data.document, event.data.line, parseBaht(event.data.amount));
    case 'BroughtForwardReturned':
      return broughtBy(event.data.document, event.data.line, taken(event.data.amount));
  }
}

const taken = (amount: string): Satang => negate(parseBaht(amount));

/** Accepted money stays committed until it is paid. */
function outstanding(stage: OutstandingStage, line: Line, amount: Satang): LineMovement[] {
  if (stage === 'request') return [{ measure: 'pre-committed', line, amount }];
  const committed: LineMovement = { measure: 'committed', line, amount };
  return stage === 'commitment' ? [committed] : [committed, { measure: 'accepted', line, amount }];
}

function budgetTaken(
  part: BudgetPart,
  {
    line,
    amount,
    released,
  }: { readonly line: Line; readonly amount: string; readonly released?: string | undefined },
): LineMovement[] {
  return [
    { measure: 'budget', line, amount: taken(amount) },
    { measure: part, line, amount: taken(amount) },
    ...(released === undefined ? [] : [{ measure: 'released', line, amount: taken(released) } as const]),
  ];
}

/** What comes from the year before was released there: it can be used at once. */
const brought = (line: Line, amount: Satang): LineMovement[] =>
  (['budget', 'brought-forward', 'released'] as const).map((measure) => ({ measure, line, amount }));

const broughtBy = (document: StagedDocument | undefined, line: Line, amount: Satang): LineMovement[] => [
  ...brought(line, amount),
  ...(document === undefined || amount === ZERO ? [] : outstanding(document.stage, line, amount)),
];
