/**
 * One row per cell (line, quarter, measure) and one per change of a cell with the balance after it,
 * so that "as known at P" is one index seek per cell, whatever the length of the log. Every so many changes of a cell
 * are also kept rolled up by the day on which they take effect, under the position of the last of them: so what took
 * effect up to a day is a sum over days.
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

CREATE TABLE pva_rollup (
  cell INTEGER NOT NULL,
  position INTEGER NOT NULL,
  effective_on TEXT NOT NULL,
  moved INTEGER NOT NULL,
  PRIMARY KEY (cell, position, effective_on)
) STRICT, WITHOUT ROWID;
`;
