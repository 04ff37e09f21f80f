/** A report as rows of printed cells. An absent cell means that there is nothing yet; "0.0000" is a real zero. */
export interface Table {
  readonly title: string;
  /** Lines under the title: unit, knowledge, filters. */
  readonly caption: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly footnotes: readonly string[];
  /** Columns of figures of which no row has any are left out for people; CSV and JSON keep them. */
  readonly hidesEmpty?: true;
}

export interface Column {
  /** Name in CSV and JSON; stable. */
  readonly key: string;
  /** Heading for people. */
  readonly title: string;
  /** Figures are aligned right and never escaped; text is. */
  readonly kind: 'text' | 'figure';
}

export type Row = Readonly<Record<string, string | undefined>>;

export const textColumn = (key: string, title: string): Column => ({ key, title, kind: 'text' });
export const figureColumn = (key: string, title: string): Column => ({ key, title, kind: 'figure' });
