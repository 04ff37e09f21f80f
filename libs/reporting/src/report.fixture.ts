import type { Measure, MovementQuarter } from '#budget';
import { parseBaht } from '#kernel';
import type { CoveredLine, DocumentStage } from './documents.ts';
import type { LineCell } from './line-cells.ts';

/** What moved on the operating line of a project, in baht. */
export const cell = (
  measure: Measure,
  amount: string,
  more: Partial<Omit<LineCell, 'measure' | 'balance'>> & { readonly quarter?: MovementQuarter } = {},
): LineCell => ({
  project: 'P01',
  fundSource: 'annual-appropriation',
  category: 'operating',
  quarter: 'Q1',
  measure,
  balance: parseBaht(amount),
  ...more,
});

/** An open document on the operating line of P01, in baht. */
export const document = (
  stage: DocumentStage,
  number: string,
  outstanding: string,
  more: Partial<CoveredLine> = {},
): CoveredLine => ({
  stage,
  project: 'P01',
  number,
  item: null,
  fundSource: 'annual-appropriation',
  category: 'operating',
  madeOn: '2025-11-15',
  lastMovedOn: '2025-11-15',
  dueOn: null,
  counterparty: null,
  description: null,
  amount: parseBaht(outstanding),
  outstanding: parseBaht(outstanding),
  reservedUntil: null,
  ...more,
});
