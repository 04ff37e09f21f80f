/**
 * One row per event, and one index per thing that people look for, each in the order of the log behind it. Words are
 * found by runs of three letters, which also works for Thai, where no blank ends a word; the words themselves stand in
 * the rows alone.
 */
export const schema = `
CREATE TABLE journal_row (
  position INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  fiscal_year INTEGER,
  project TEXT,
  type TEXT NOT NULL,
  document TEXT,
  item TEXT,
  amount TEXT,
  satang INTEGER,
  effective_on TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  booked_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT,
  source TEXT,
  counterparty TEXT,
  description TEXT,
  imported INTEGER NOT NULL,
  reverses INTEGER,
  reversed_by INTEGER,
  event_id TEXT NOT NULL,
  stream TEXT NOT NULL,
  month TEXT GENERATED ALWAYS AS (substr(effective_on, 1, 7)) VIRTUAL
) STRICT;
CREATE VIRTUAL TABLE journal_words USING fts5(words, content='', columnsize=0, detail=none, tokenize='trigram');
`;

/** Of the rows; only a reversal is looked for by them while the journal is written. */
export const indexes = `
CREATE INDEX journal_by_organisation ON journal_row (organisation, position);
CREATE INDEX journal_by_year ON journal_row (organisation, fiscal_year, position);
CREATE INDEX journal_by_project ON journal_row (organisation, project, position);
CREATE INDEX journal_by_type ON journal_row (organisation, type, position);
CREATE INDEX journal_by_actor ON journal_row (organisation, actor, position);
CREATE INDEX journal_by_document ON journal_row (organisation, document, position);
CREATE INDEX journal_by_month ON journal_row (organisation, month, position);
CREATE INDEX journal_by_amount ON journal_row (organisation, satang, position) WHERE satang IS NOT NULL;
CREATE INDEX journal_by_reversal ON journal_row (organisation, position) WHERE reversed_by IS NOT NULL;
`;
