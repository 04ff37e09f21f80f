/**
 * One row per event, and one index per thing that people look for, each in the order of the log behind it, as the position
 * is the number of the row. Moments are milliseconds since 1970. Names that stand in many rows are numbers, each of one
 * organisation. What follows from other columns is left out: when it was
 * booked, where that is when it was recorded, and the stream of a budget account. Words are
 * found by runs of three letters, which also works for Thai, where no blank ends a word; the words themselves stand in
 * the rows alone. Of every letter the first rows are noted, so that shorter texts are found too.
 */
export const schema = `
CREATE TABLE journal_name (
  id INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (organisation, kind, name)
) STRICT;
CREATE TABLE journal_row (
  position INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL,
  fiscal_year INTEGER,
  project_id INTEGER,
  type_id INTEGER NOT NULL,
  document TEXT,
  item TEXT,
  satang INTEGER,
  effective_on TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  booked_at INTEGER,
  actor_id INTEGER NOT NULL,
  reason TEXT,
  source TEXT,
  counterparty TEXT,
  description TEXT,
  imported INTEGER NOT NULL,
  reverses INTEGER,
  reversed_by INTEGER,
  event_id BLOB NOT NULL,
  stream TEXT,
  month TEXT GENERATED ALWAYS AS (substr(effective_on, 1, 7)) VIRTUAL
) STRICT;
CREATE TABLE journal_letter (
  letter TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (letter, position)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE journal_words USING fts5(words, content='', columnsize=0, detail=none, tokenize='trigram');
`;

/** Of the rows; only a reversal is looked for by them while the journal is written. */
export const indexes = `
CREATE INDEX journal_by_organisation ON journal_row (organisation_id);
CREATE INDEX journal_by_year ON journal_row (organisation_id, fiscal_year);
CREATE INDEX journal_by_project ON journal_row (project_id);
CREATE INDEX journal_by_type ON journal_row (type_id);
CREATE INDEX journal_by_actor ON journal_row (actor_id);
CREATE INDEX journal_by_document ON journal_row (organisation_id, document);
CREATE INDEX journal_by_month ON journal_row (organisation_id, month);
CREATE INDEX journal_by_amount ON journal_row (organisation_id, satang) WHERE satang IS NOT NULL;
CREATE INDEX journal_by_import ON journal_row (organisation_id) WHERE imported = 1;
CREATE INDEX journal_by_reversal ON journal_row (organisation_id) WHERE reversed_by IS NOT NULL;
`;
