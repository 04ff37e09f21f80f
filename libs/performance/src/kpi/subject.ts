import type { Refusal } from '#kernel';
import { refuse, type Subject } from '../refusals.ts';

/** The KPI as refusals name it. */
export const kpiSubject = (kpi: { readonly kpi: string; readonly fiscalYear: number }): Subject => ({
  title: `KPI ${kpi.kpi} of fiscal year ${kpi.fiscalYear}`,
  details: { kpi: kpi.kpi, fiscalYear: kpi.fiscalYear },
});

/** A stream without a definition does not know its own name; whoever addressed it does. */
export const notDefined = (): Refusal =>
  refuse(
    { title: 'This KPI of this fiscal year', details: {} },
    'kpi-not-defined',
    'it is not defined',
    'define-kpi first',
  );
