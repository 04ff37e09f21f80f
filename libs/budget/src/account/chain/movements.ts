import { add, negate, parseBaht, type Satang, subtract, ZERO } from '#kernel/folding';
import type { Line } from '../../line.ts';
import type { Measure } from '../../movements.ts';
import type { ChainEvent } from './events.ts';

/** What an event of the chain moves on a line; the quarter is that of its day. */
export interface LineMovement {
  readonly measure: Measure;
  readonly line: Line;
  readonly amount: Satang;
}

type Moves = Partial<Record<'pre-committed' | 'committed' | 'accepted' | 'disbursed', Satang>>;

export function chainMovements(event: ChainEvent): LineMovement[] {
  if (event.type === 'ContractYearTakenUp' || event.type === 'OffBudgetLineNoted') return [];
  const { line } = event.data;
  return Object.entries(movesOf(event))
    .filter(([, amount]) => amount !== 0)
    .map(([measure, amount]) => ({ measure: measure as Measure, line, amount }));
}

type MovingEvent = Exclude<ChainEvent, { type: 'ContractYearTakenUp' | 'OffBudgetLineNoted' }>;

function movesOf(event: MovingEvent): Moves {
  switch (event.type) {
    case 'RequestMade':
      return { 'pre-committed': parseBaht(event.data.amount) };
    case 'RequestReleased':
      return { 'pre-committed': negate(parseBaht(event.data.amount)) };
    case 'CommitmentMade':
      return {
        'pre-committed': negate(orNothing(event.data.draws?.amount)),
        committed: parseBaht(event.data.amount),
      };
    case 'CommitmentAmended':
      return { committed: parseBaht(event.data.change) };
    case 'CommitmentReleased':
      return { committed: negate(parseBaht(event.data.amount)) };
    case 'CommitmentReversed':
      return {
        'pre-committed': orNothing(event.data.restores?.amount),
        committed: negate(parseBaht(event.data.amount)),
      };
    case 'WorkAccepted': {
      const amount = parseBaht(event.data.amount);
      return { committed: subtract(amount, parseBaht(event.data.draws.amount)), accepted: amount };
    }
    case 'AcceptanceReleased': {
      const less = negate(parseBaht(event.data.amount));
      return { committed: less, accepted: less };
    }
    case 'AcceptanceReversed': {
      const amount = parseBaht(event.data.amount);
      return {
        committed: subtract(orNothing(event.data.restores?.amount), amount),
        accepted: negate(amount),
      };
    }
    case 'DisbursementMade':
      return paid(
        event.data,
        parseBaht(event.data.amount),
        negate(orNothing(event.data.drawn ?? event.data.amount)),
      );
    case 'DisbursementReversed':
      return paid(event.data, negate(parseBaht(event.data.amount)), restoredOf(event.data));
    case 'DisbursementRefunded':
      return { disbursed: negate(parseBaht(event.data.amount)) };
  }
}

const orNothing = (amount: string | undefined): Satang => (amount === undefined ? ZERO : parseBaht(amount));

/** What is outstanding again: what the payment had taken, and what it had released by closing. */
const restoredOf = (data: {
  readonly amount: string;
  readonly restored?: string | undefined;
  readonly reopened?: string | undefined;
}): Satang => add(parseBaht(data.restored ?? data.amount), orNothing(data.reopened));

/** A payment of an earlier document frees what it takes of it; a direct one has none. */
function paid(
  data: { readonly commitment?: string | undefined; readonly acceptance?: string | undefined },
  amount: Satang,
  committed: Satang,
): Moves {
  if (data.acceptance !== undefined) return { disbursed: amount, committed, accepted: committed };
  return data.commitment === undefined ? { disbursed: amount } : { disbursed: amount, committed };
}
