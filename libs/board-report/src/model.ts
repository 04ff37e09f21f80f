import type { Quarter } from '#kernel';

export type Language = 'th' | 'en';

/** How a report is laid out: `board` has all pages, `summary` those on all projects alone. */
export const TEMPLATES = ['board', 'summary'] as const;
export type Template = (typeof TEMPLATES)[number];

/** The board report as a document: what stands on its pages, and nothing of how it looks. Every form is made of it. */
export interface BoardReport {
  readonly schema: 'obligo.board-report/1';
  /** Absent while it is not published. */
  readonly number?: string | undefined;
  readonly title: string;
  readonly language: Language;
  readonly template: Template;
  readonly organisation: {
    readonly code: string;
    readonly name: string;
    /** Of its fiscal years; Buddhist when absent. */
    readonly era?: 'CE';
  };
  readonly fiscalYear: number;
  readonly quarter: Quarter;
  /** The day that the figures stand for. */
  readonly asOf?: string | undefined;
  readonly origin: Origin;
  readonly pages: readonly Page[];
}

/** Where the figures come from, so that they can be made again. */
export interface Origin {
  /** Address of the report. */
  readonly address: string;
  /** Up to where in the log the figures were known. */
  readonly position: string;
  /** When the last known event was booked, by the clock of the organisation. */
  readonly bookedAt?: string | undefined;
  readonly effectiveTo?: string | undefined;
  readonly projections: readonly { readonly name: string; readonly version: number }[];
  readonly software: string;
}

export interface Page {
  /** Unique in the report, such as `summary` or `project-P08`. */
  readonly id: string;
  /** Short, for the tab of a sheet. */
  readonly tab: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | Facts | ReportTable | Chart | Notes;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly heading?: string | undefined;
  readonly text: string;
}

/** Names with their values, such as the owner of a project. */
export interface Facts {
  readonly kind: 'facts';
  readonly facts: readonly { readonly name: string; readonly cell: Cell }[];
}

/** Footnotes of the table before. */
export interface Notes {
  readonly kind: 'notes';
  readonly notes: readonly string[];
}

export interface ReportTable {
  readonly kind: 'table';
  /** Unique in the report. */
  readonly id: string;
  readonly caption: string;
  readonly unit?: string | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly key: string;
  readonly title: string;
  /** Texts stand left, the others right. */
  readonly align: 'left' | 'right';
  /** Share of the width of the table. */
  readonly width: number;
}

export interface Row {
  /** Unique in the table. */
  readonly key: string;
  readonly total?: true | undefined;
  /** A cell for each column, in their order. */
  readonly cells: readonly Cell[];
}

export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | AmountCell
  | {
      readonly kind: 'percent';
      /** With two decimals; absent when there is nothing to compare with. */
      readonly value?: string | undefined;
      /** What it is of what. */
      readonly ratio: readonly [CellPlace, CellPlace];
    }
  | { readonly kind: 'number'; readonly value?: string | undefined }
  | { readonly kind: 'status'; readonly status?: Status | undefined };

export interface AmountCell {
  readonly kind: 'amount';
  /** Exact, in baht; absent when nothing was planned or posted. */
  readonly baht?: string | undefined;
  /** Which figure of the ledger it is. */
  readonly of: FigureOf;
  /** The cells of the same table that make it up, where they do. */
  readonly sum?: readonly CellPlace[] | undefined;
}

export interface CellPlace {
  readonly row: string;
  readonly column: string;
  readonly minus?: true | undefined;
}

/** The question to the ledger that explains a figure; the moment is that of the report. */
export interface FigureOf {
  readonly fiscalYear: number;
  /** Absent for all projects together. */
  readonly project?: string | undefined;
  readonly quarter: Quarter;
  readonly measure: Measure;
  readonly cumulative?: true | undefined;
}

export const MEASURES = ['budget', 'plan', 'spent', 'disbursed', 'committed', 'available'] as const;
export type Measure = (typeof MEASURES)[number];

export type Status = 'achieved' | 'on_plan' | 'late' | 'not_started';

/** Plan outlined, disbursed solid, committed hatched upon it; the table beside it has the same figures. */
export interface Chart {
  readonly kind: 'chart';
  readonly id: string;
  /** What it shows, as a sentence. */
  readonly title: string;
  readonly description: string;
  /** Projects run top to bottom in bars, time left to right in columns. */
  readonly shape: 'bars' | 'columns';
  /** Names of plan, disbursed and committed. */
  readonly legend: readonly [string, string, string];
  readonly points: readonly ChartPoint[];
}

/** Exact amounts in baht. */
export interface ChartPoint {
  readonly label: string;
  readonly plan?: string | undefined;
  readonly disbursed?: string | undefined;
  readonly committed?: string | undefined;
}
