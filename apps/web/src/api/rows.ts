/** A row of an answer whose columns the description of the API does not name. */
export type Row = Readonly<Record<string, unknown>>;

/** The rows of an answer; none while it is not there. */
export const rowsIn = (answer: unknown): readonly Row[] =>
  (answer as { readonly rows?: readonly Row[] } | undefined)?.rows ?? [];

/** What a row says in a column; empty where it says nothing. */
export const textIn = (row: Row, name: string): string => (typeof row[name] === 'string' ? row[name] : '');
