import { type CivilDate, isRefusal, orThrow, type Refusal, THAI_CALENDAR } from '#kernel';
import type { KpiCommand } from './commands.ts';
import { kpi } from './decider.ts';
import type { DefineKpi } from './define.ts';
import type { KpiEvent } from './events.ts';
import type { KpiState } from './state.ts';

export const day = (text: string): CivilDate => text as CivilDate;

export const context = { calendar: THAI_CALENDAR, bookedOn: day('2026-03-31') };

/** Fiscal year 2569 runs from 2025-10-01 to 2026-09-30. */
export const define = (changes: Partial<DefineKpi> = {}): DefineKpi => ({
  type: 'define-kpi',
  organisation: 'etda',
  fiscalYear: 2569,
  kpi: 'P08-K1',
  project: 'P08',
  name: 'พัฒนาศักยภาพแรงงานดิจิทัล',
  kind: 'count',
  accumulation: 'incremental',
  unit: 'ราย',
  effectiveOn: day('2025-10-01'),
  ...changes,
});

/** What a stream knows after some commands that must all be accepted. */
export function after(commands: readonly KpiCommand[]): { state: KpiState; events: KpiEvent[] } {
  let state = kpi.initial();
  const events: KpiEvent[] = [];
  for (const command of commands) {
    for (const event of orThrow(kpi.decide(state, command, context))) {
      events.push(event);
      state = kpi.evolve(state, event);
    }
  }
  return { state, events };
}

/** The refusal of the last command, the earlier ones being accepted. */
export function refused(commands: readonly KpiCommand[]): Refusal {
  const last = commands.at(-1);
  if (!last) throw new Error('nothing was asked');
  const outcome = kpi.decide(after(commands.slice(0, -1)).state, last, context);
  if (isRefusal(outcome)) return outcome;
  throw new Error(`${last.type} was accepted`);
}
