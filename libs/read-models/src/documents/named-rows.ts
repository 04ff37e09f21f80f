import type { DatabaseSync } from 'node:sqlite';
import type { Line } from '#budget';
import type { DocumentStage } from './change.ts';

/** A budget account, as its columns name it. */
export type Account = readonly [organisation: string, fiscalYear: number, project: string];

/** Books that are kept at hand: those of some hundred organisations. */
const AT_HAND = 32_768;

/** By stage and fiscal year. */
type BooksOfProject = Map<DocumentStage, Map<number, number>>;

/** The numbers of books and lines, in the order in which the first documents of them came. */
export class NamedRows {
  /** By project in each organisation: no name is put together for a look-up. */
  #books = new Map<string, Map<string, BooksOfProject>>();
  #count = 0;
  readonly #lines = new Map<string, number>();
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
    const known = this.#books.get(organisation)?.get(project)?.get(stage)?.get(fiscalYear);
    if (known !== undefined) return known;
    const stored = numberIn(this.#findBook.get(...account, stage));
    return stored === undefined ? undefined : this.#kept(account, stage, stored);
  }

  bookOf(account: Account, stage: DocumentStage): number {
    const known = this.findBook(account, stage);
    if (known !== undefined) return known;
    const { lastInsertRowid } = this.#insertBook.run(...account, stage);
    return this.#kept(account, stage, Number(lastInsertRowid));
  }

  lineOf({ fundSource, category }: Line): number {
    const name = `${fundSource}\n${category}`;
    const known = this.#lines.get(name);
    if (known !== undefined) return known;
    const id =
      numberIn(this.#findLine.get(fundSource, category)) ??
      Number(this.#insertLine.run(fundSource, category).lastInsertRowid);
    // However many organisations there are, sources of money and kinds of expenditure are few.
    if (this.#lines.size < AT_HAND) this.#lines.set(name, id);
    return id;
  }

  #kept([organisation, fiscalYear, project]: Account, stage: DocumentStage, id: number): number {
    if (this.#count === AT_HAND) {
      this.#books = new Map();
      this.#count = 0;
    }
    const projects = within(this.#books, organisation, () => new Map<string, BooksOfProject>());
    const stages = within(projects, project, (): BooksOfProject => new Map());
    within(stages, stage, () => new Map<number, number>()).set(fiscalYear, id);
    this.#count += 1;
    return id;
  }
}

function within<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

const numberIn = (row: Readonly<Record<string, unknown>> | undefined): number | undefined =>
  row?.['id'] as number | undefined;
