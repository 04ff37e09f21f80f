/**
 * A finding has versions by position, so that it can be told as it was known at any moment. Events and people add up:
 * each is linked at the position at which it became part of the finding. What rules remember is found by a digest
 * of its scope, a rule in an organisation, and its key; the count tells the id that was given last.
 */
export const schema = `
CREATE TABLE audit_memory (
  id INTEGER PRIMARY KEY,
  hash INTEGER NOT NULL,
  rest INTEGER NOT NULL,
  value TEXT NOT NULL
) STRICT;
CREATE INDEX audit_memory_by_hash ON audit_memory (hash);
CREATE TABLE audit_memory_scope (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  organisation TEXT NOT NULL
) STRICT;
CREATE TABLE audit_memory_count (
  one INTEGER PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT;
CREATE TABLE audit_finding (
  id TEXT PRIMARY KEY,
  organisation TEXT NOT NULL,
  rule TEXT NOT NULL,
  key TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_finding_by_position ON audit_finding (organisation, position, id);
CREATE INDEX audit_finding_by_rule ON audit_finding (organisation, rule, position, id);
CREATE TABLE audit_finding_version (
  finding TEXT NOT NULL,
  position INTEGER NOT NULL,
  since INTEGER NOT NULL,
  holds INTEGER NOT NULL,
  severity TEXT NOT NULL,
  sentence TEXT NOT NULL,
  sentence_th TEXT NOT NULL,
  project TEXT,
  fiscal_year INTEGER,
  effective_on TEXT NOT NULL,
  amount INTEGER,
  PRIMARY KEY (finding, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit_finding_event (
  finding TEXT NOT NULL,
  event INTEGER NOT NULL,
  linked_at INTEGER NOT NULL,
  PRIMARY KEY (finding, event)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit_finding_person (
  finding TEXT NOT NULL,
  person TEXT NOT NULL,
  linked_at INTEGER NOT NULL,
  PRIMARY KEY (finding, person)
) STRICT, WITHOUT ROWID;
`;
