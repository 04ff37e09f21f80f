/**
 * One row per document and one per change of a document, with what it holds after it and by how much it moved: what is
 * known at a position is one seek per document, what was so on a day is a sum over the changes of one document.
 * An absent item is the empty text.
 */
export const schema = `
CREATE TABLE doc_document (
  id INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  stage TEXT NOT NULL,
  project TEXT NOT NULL,
  number TEXT NOT NULL,
  item TEXT NOT NULL,
  fund_source TEXT NOT NULL,
  category TEXT NOT NULL,
  made_on TEXT NOT NULL,
  due_on TEXT,
  previous INTEGER,
  counterparty TEXT,
  description TEXT,
  UNIQUE (organisation, fiscal_year, stage, project, number, item)
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
`;

export const indexes = 'CREATE INDEX doc_by_previous ON doc_document (previous) WHERE previous IS NOT NULL;';
