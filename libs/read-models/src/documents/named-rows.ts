import type { DatabaseSync } from 'node:sqlite';
import type { Line } from '#budget';
import { Recent } from '../recent.ts';
import type { DocumentStage } from './change.ts';

/** A budget account, as its columns name it. */
export type Account = readonly [organisation: string, fiscalYear: number, project: string];

/** Books and lines that are kept at hand: those of some hundred organisations. */
const AT_HAND = 16_384;

/** The numbers of books and lines, in the order in which the first documents of them came. */
export class NamedRows {
  readonly #atHand = new Recent<string, number>(AT_HAND);
  readonly #findBook;
  readonly #insertBook;
  readonly #findLine;
  readonly #insertLine;

  constructor(database: DatabaseSync) {
    this.#findBook = database.prepare(
      'SELECT id FROM doc_book WHERE organisation = ? AND fiscal_year = ? AND project = ? AND stage = ?',
    );
    this.#insertBook = database.prepare(
      'INSERT INTO doc_book (organisation, fiscal_year, project, stage) VALUES (?, ?, ?, ?)',
    );
    this.#findLine = database.prepare('SELECT id FROM doc_line WHERE fund_source = ? AND category = ?');
    this.#insertLine = database.prepare('INSERT INTO doc_line (fund_source, category) VALUES (?, ?)');
  }

  /** Nothing where no document of the stage was made in the account. */
  findBook(account: Account, stage: DocumentStage): number | undefined {
    const [organisation, fiscalYear, project] = account;
    const name = `${organisation} ${fiscalYear} ${stage} ${project}`;
    return this.#kept(name, () => numberIn(this.#findBook.get(...account, stage)));
  }

  bookOf(account: Account, stage: DocumentStage): number {
    return this.findBook(account, stage) ?? Number(this.#insertBook.run(...account, stage).lastInsertRowid);
  }

  lineOf({ fundSource, category }: Line): number {
    const find = () => numberIn(this.#findLine.get(fundSource, category));
    const insert = () => Number(this.#insertLine.run(fundSource, category).lastInsertRowid);
    return this.#kept(`${fundSource}\n${category}`, () => find() ?? insert());
  }

  #kept<Id extends number | undefined>(name: string, find: () => Id): Id | number {
    const known = this.#atHand.get(name);
    if (known !== undefined) return known;
    const id = find();
    if (id !== undefined) this.#atHand.set(name, id);
    return id;
  }
}

const numberIn = (row: Readonly<Record<string, unknown>> | undefined): number | undefined =>
  row?.['id'] as number | undefined;
