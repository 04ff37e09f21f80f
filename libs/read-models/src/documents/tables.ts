/**
 * One row per document and one per change of a document, with what it holds after it and by how much it moved: what is
 * known at a position is one seek per document, what was so on a day is a sum over the changes of one document.
 * An absent item is the empty text. Documents are numbered in the order of the log. The documents of a stage in an account
 * make a book, and what they were made for is a line: both stand once. The words of a document stand in the journal, at
 * the event that it names. Of a document of which nothing is left to accept or to pay it is kept since which position that
 * is so, and the last day on which any of its changes takes effect: whoever looks for open documents, at that position and
 * on that day or later, passes over it.
 */
export const schema = `
CREATE TABLE doc_book (
  id INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  stage TEXT NOT NULL,
  project TEXT NOT NULL,
  UNIQUE (organisation, fiscal_year, stage, project)
) STRICT;

CREATE TABLE doc_line (
  id INTEGER PRIMARY KEY,
  fund_source TEXT NOT NULL,
  category TEXT NOT NULL,
  UNIQUE (fund_source, category)
) STRICT;

CREATE TABLE doc_document (
  id INTEGER PRIMARY KEY,
  book_id INTEGER NOT NULL,
  number TEXT NOT NULL,
  item TEXT NOT NULL,
  line_id INTEGER NOT NULL,
  made_on TEXT NOT NULL,
  due_on TEXT,
  previous INTEGER,
  worded_at INTEGER,
  UNIQUE (book_id, number, item)
) STRICT;

CREATE TABLE doc_entry (
  document INTEGER NOT NULL,
  position INTEGER NOT NULL,
  effective_on TEXT NOT NULL,
  amount INTEGER NOT NULL,
  accepted INTEGER NOT NULL,
  used INTEGER NOT NULL,
  amount_by INTEGER NOT NULL,
  accepted_by INTEGER NOT NULL,
  used_by INTEGER NOT NULL,
  until TEXT,
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE doc_settled (
  book_id INTEGER NOT NULL,
  document INTEGER NOT NULL,
  settled_at INTEGER NOT NULL,
  last_on TEXT NOT NULL,
  PRIMARY KEY (book_id, document)
) STRICT, WITHOUT ROWID;
`;

export const indexes = 'CREATE INDEX doc_by_previous ON doc_document (previous) WHERE previous IS NOT NULL;';

/** SQL of whole documents, for a question to read from: SQLite seeks in the tables behind it. */
export const DOCUMENTS = `(SELECT r.id, b.organisation, b.fiscal_year, b.stage, b.project, r.number, r.item, l.fund_source, l.category,
    r.made_on, r.due_on, r.previous, w.counterparty, w.description
  FROM doc_document r JOIN doc_book b ON b.id = r.book_id JOIN doc_line l ON l.id = r.line_id
  LEFT JOIN journal_row w ON w.position = r.worded_at)`;
