/** What a form asks for, as the OpenAPI document of the ledger says it. */
export interface FieldShape {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Of a text. */
  readonly maxLength?: number;
  /** Of a choice. */
  readonly choices?: readonly string[];
  /** Of a group, and of each member of a list. */
  readonly fields?: readonly FieldShape[];
  /** How many members a list may have. */
  readonly most?: number;
}

export type FieldKind =
  | 'text'
  | 'long-text'
  | 'amount'
  | 'date'
  | 'choice'
  | 'flag'
  | 'count'
  | 'year'
  | 'line'
  | 'evidence'
  | 'group'
  | 'list'
  /** Written as JSON: free settings that have no form of their own. */
  | 'json';

/** One command of the ledger. */
export interface CommandShape {
  /** The operation, as the API names it. */
  readonly id: string;
  /** Address with `{parameters}`. */
  readonly path: string;
  /** What it records, as `category/command`, or the category alone. */
  readonly posts: string;
  /** May be handed in for approval instead of recorded. */
  readonly submittable: boolean;
  /** Those of the address, then those of the body. */
  readonly params: readonly FieldShape[];
  readonly fields: readonly FieldShape[];
}
