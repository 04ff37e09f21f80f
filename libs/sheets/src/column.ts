/** What a cell of a column holds. */
export type CellForm =
  | 'amount'
  | 'date'
  /** A document number or another code of up to 64 characters. */
  | 'code'
  /** A code that names a project or KPI. */
  | 'name'
  | 'text'
  | 'year'
  | 'quarter'
  /** A figure of a KPI: a decimal number without sign. */
  | 'figure'
  | 'flag'
  | 'choice';

/** A column of a sheet. */
export interface SheetColumn {
  /** As the API names the field, and as the header of a sheet may name it. */
  readonly key: string;
  readonly form: CellForm;
  readonly required: boolean;
  /** Names of the column as people write them, the first one in templates. */
  readonly names: { readonly th: readonly string[]; readonly en: readonly string[] };
  /** What a cell may hold, for templates and hints. */
  readonly example: string;
  readonly longest?: number;
  /** The values of a choice, with the words that stand for them. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** What a dash stands for; for nothing when absent. */
  readonly dash?: 'zero';
}

type Names = readonly string[];

/** A column with its Thai and English names. */
export const column = (
  key: string,
  form: CellForm,
  th: Names,
  en: Names,
  example: string,
  more: Partial<Pick<SheetColumn, 'choices' | 'longest' | 'dash'>> = {},
): SheetColumn => ({ key, form, required: true, names: { th, en }, example, ...more });

export const optional = (of: SheetColumn): SheetColumn => ({ ...of, required: false });
