/** One text in both languages. */
export interface Bilingual {
  readonly th: string;
  readonly en: string;
}

/** A word of public budgets, or of this ledger, and what is meant by it. */
export interface Term {
  /** The word itself; words that mean the same follow after a slash. */
  readonly name: Bilingual;
  readonly meaning: Bilingual;
  /** Organisations or rules differ on it: whoever relies on it asks first. */
  readonly varies?: true;
}

/** Holds a group of terms to their form and keeps their ids. */
export const terms = <const Id extends string>(
  group: Readonly<Record<Id, Term>>,
): Readonly<Record<Id, Term>> => group;
