import type { Quarter, Satang } from '#kernel';
import type { Language, Measure, Origin, Status, Template } from './model.ts';

/** What the board report is made of: exact figures of one moment, as the reports of the ledger give them. */
export interface BoardData {
  readonly number?: string | undefined;
  readonly title: string;
  readonly language: Language;
  readonly template: Template;
  /** Stands before the first table. */
  readonly foreword?: string | undefined;
  readonly organisation: { readonly code: string; readonly name: string };
  readonly fiscalYear: number;
  readonly quarter: Quarter;
  readonly asOf?: string | undefined;
  readonly origin: Origin;
  readonly projects: readonly ProjectData[];
  /** Of all projects, to the end of the quarter. */
  readonly total: Figures;
}

/** Exact figures; an absent one means that nothing was posted. */
export type Figures = Readonly<Partial<Record<Measure, Satang | undefined>>>;

export interface ProjectData {
  readonly project: string;
  readonly name: string;
  /** From the beginning of the year to the end of the quarter. */
  readonly toDate: Figures;
  /** Movements of each quarter: plans of all, actuals up to the one reported. */
  readonly quarters: Readonly<Record<Quarter, Figures>>;
  /** The plan of the whole year, actuals up to the quarter. */
  readonly year: Figures;
  readonly status?:
    | {
        readonly status: Status;
        readonly text?: string | undefined;
        readonly achievedItems?: number | undefined;
      }
    | undefined;
  readonly kpis: readonly KpiData[];
}

/** A KPI beside the money; figures in its own unit. */
export interface KpiData {
  readonly kpi: string;
  readonly name: string;
  readonly unit?: string | undefined;
  readonly target?: string | undefined;
  readonly ofTarget?: string | undefined;
  readonly quarters: Readonly<Partial<Record<Quarter, KpiQuarterData>>>;
}

export interface KpiQuarterData {
  readonly plan?: string | undefined;
  /** What was planned in words, where that is more than fits a cell. */
  readonly planInWords?: string | undefined;
  readonly result?: string | undefined;
  /** What was reported in words. */
  readonly narrative?: string | undefined;
}
