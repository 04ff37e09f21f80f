import { add, negate, parseBaht, type Satang, subtract } from '#kernel/folding';
import type { AdvanceCleared } from './clear-advance.ts';

/** What a clearing takes of the advance, and what it changes of the money disbursed. */
export function clearedBy(data: Pick<AdvanceCleared['data'], 'spent' | 'excess' | 'returned'>): {
  readonly advanced: Satang;
  readonly disbursed: Satang;
} {
  const [spent, excess, returned] = [data.spent, data.excess, data.returned].map(parseBaht) as [
    Satang,
    Satang,
    Satang,
  ];
  return {
    advanced: negate(add(subtract(spent, excess), returned)),
    disbursed: subtract(excess, returned),
  };
}
