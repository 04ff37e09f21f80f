/**
 * One row per cell (line, quarter, measure) and one per change of a cell with the balance after it,
 * so that "as known at P" is one index seek per cell, whatever the length of the log.
 */
export const schema = `
CREATE TABLE pva_account (
  organisation TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  project TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT,
  position INTEGER NOT NULL,
  effective_on TEXT NOT NULL,
  PRIMARY KEY (organisation, fiscal_year, project)
) STRICT, WITHOUT ROWID;

CREATE TABLE pva_cell (
  id INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  project TEXT NOT NULL,
  fund_source TEXT NOT NULL,
  category TEXT NOT NULL,
  quarter TEXT NOT NULL,
  measure TEXT NOT NULL,
  UNIQUE (organisation, fiscal_year, project, measure, quarter, fund_source, category)
) STRICT;

CREATE TABLE pva_entry (
  cell INTEGER NOT NULL,
  position INTEGER NOT NULL,
  movement INTEGER NOT NULL,
  balance INTEGER NOT NULL,
  effective_on TEXT NOT NULL,
  PRIMARY KEY (cell, position)
) STRICT, WITHOUT ROWID;
`;
