import { type CivilDate, orThrow, type Quarter, THAI_CALENDAR } from '#kernel';
import { kpi, type KpiCommand, type KpiEvent, type ResultContent } from '#performance';
import type { KpiProgress, QuarterProgress } from './kpi-progress.ts';
import { kpiFactsOf } from './facts.ts';
import { kpiProgress } from './fold.ts';

const day = (text: string): CivilDate => text as CivilDate;
export const start = day('2025-10-01');
/** The last day of the fiscal year, on which every quarter has begun. */
export const end = day('2026-09-30');

type Definition = Extract<KpiCommand, { type: 'define-kpi' }>;

export const define = (changes: Partial<Definition> = {}): Definition => ({
  type: 'define-kpi',
  organisation: 'etda',
  fiscalYear: 2569,
  kpi: 'P08-K1',
  project: 'P08',
  name: 'พัฒนาศักยภาพแรงงานดิจิทัล',
  kind: 'count',
  accumulation: 'incremental',
  effectiveOn: start,
  ...changes,
});

export const target = (value: string, operator: '>=' | '>' | '=' | '<=' | '<' = '='): KpiCommand => ({
  type: 'set-target',
  operator,
  value,
  text: value,
  effectiveOn: start,
});

/** A plan of figures alone. */
export const plan = (figures: Partial<Record<Quarter, string>>): KpiCommand => ({
  type: 'set-plan',
  quarters: Object.fromEntries(Object.entries(figures).map(([quarter, value]) => [quarter, { value }])),
  effectiveOn: start,
});

export const result = (number: string, content: ResultContent): KpiCommand => ({
  type: 'record-result',
  result: number,
  ...content,
  effectiveOn: end,
});

export const correct = (number: string, content: ResultContent): KpiCommand => ({
  type: 'correct-result',
  result: number,
  reason: 'ตรวจทานแล้ว',
  ...content,
  effectiveOn: end,
});

export function eventsOf(commands: readonly KpiCommand[]): KpiEvent[] {
  let state = kpi.initial();
  const events: KpiEvent[] = [];
  for (const command of commands) {
    for (const event of orThrow(kpi.decide(state, command, { calendar: THAI_CALENDAR, bookedOn: end }))) {
      events.push(event);
      state = kpi.evolve(state, event);
    }
  }
  return events;
}

/** The facts known after some events, read back from JSON as from a table. */
export function factsAfter(events: readonly KpiEvent[]): Map<string, unknown> {
  const facts = new Map<string, unknown>();
  events.forEach((event, revision) => {
    for (const { key, value } of kpiFactsOf(event, BigInt(revision))) {
      facts.set(key, JSON.parse(JSON.stringify(value)));
    }
  });
  return facts;
}

export function quarterOf(progress: KpiProgress | undefined, quarter: Quarter): QuarterProgress {
  const found = progress?.quarters.find((entry) => entry.quarter === quarter);
  if (!found) throw new Error(`no ${quarter}`);
  return found;
}

/** The progress after some commands that must all be accepted. */
export const progressOf = (upTo: Quarter, ...commands: KpiCommand[]) =>
  kpiProgress(factsAfter(eventsOf(commands)), upTo);
