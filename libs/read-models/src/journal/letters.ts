import type { DatabaseSync } from 'node:sqlite';
import type { Statements } from './statements.ts';

/** So many rows of a letter are noted: enough to tell a rare one from the others. */
const NOTED = 32;

/** More letters than any two scripts have; to ask for a run with each of them would take too long. */
const MOST_LETTERS = 1_000;

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

/**
 * Notes the letters that words are made of, each with the first rows that have it. So a text of two letters is found by
 * the runs of three that begin with it, and one rare letter by its rows.
 */
export class LetterRows {
  /** By code unit: 1 where nothing is to be noted any more. */
  readonly #common = new Uint8Array(65_536).fill(1, 0xdc00, 0xe000);
  readonly #rows = new Map<string, number>();
  readonly #insert;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare('INSERT OR IGNORE INTO journal_letter VALUES (?, ?)');
    const counted = database.prepare('SELECT letter, count(*) AS noted FROM journal_letter GROUP BY letter');
    for (const { letter, noted } of counted.all()) this.#count(letter as string, noted as number);
  }

  note(words: string, position: bigint): void {
    for (let index = 0; index < words.length; index += 1) {
      const unit = words.charCodeAt(index);
      if (this.#common[unit] === 1) continue;
      const letter = isHighSurrogate(unit)
        ? String.fromCodePoint(words.codePointAt(index) ?? unit)
        : words.charAt(index);
      const noted = this.#rows.get(letter) ?? 0;
      if (noted < NOTED) this.#count(letter, noted + Number(this.#insert.run(letter, position).changes));
    }
  }

  #count(letter: string, noted: number): void {
    this.#rows.set(letter, noted);
    // A code unit that stands for many letters is never common.
    if (noted >= NOTED && letter.length === 1) this.#common[letter.charCodeAt(0)] = 1;
  }
}

/** Every letter that any word has; nothing where there are too many. */
export function lettersOf(statements: Statements): readonly string[] | undefined {
  const letters = statements
    .prepare(`SELECT DISTINCT letter FROM journal_letter LIMIT ${MOST_LETTERS + 1}`)
    .all()
    .map(({ letter }) => letter as string);
  return letters.length > MOST_LETTERS ? undefined : letters;
}

/** The rows that have a rare letter, written large or small; nothing where it stands in many. */
export function rowsWithLetter(statements: Statements, letter: string): readonly number[] | undefined {
  const rows = statements.prepare('SELECT position FROM journal_letter WHERE letter = ?');
  const found = new Set<number>();
  for (const form of new Set([letter, letter.toLowerCase(), letter.toUpperCase()])) {
    const noted = rows.all(form);
    if (noted.length >= NOTED) return undefined;
    for (const { position } of noted) found.add(position as number);
  }
  return [...found];
}
