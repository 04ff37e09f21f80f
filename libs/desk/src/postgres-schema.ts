/** The tables of the desk in PostgreSQL, step by step; a released one never changes. */
export const POSTGRES_STEPS: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: '1 desk',
    sql: `
CREATE TABLE drafts (
  owner text COLLATE "C" NOT NULL,
  draft text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  title text NOT NULL,
  content text NOT NULL,
  revision integer NOT NULL CHECK (revision >= 1),
  created_at bigint NOT NULL,
  changed_at bigint NOT NULL,
  PRIMARY KEY (owner, draft)
);
CREATE INDEX drafts_by_change ON drafts (owner, changed_at);

CREATE TABLE preferences (
  owner text COLLATE "C" NOT NULL PRIMARY KEY,
  content text NOT NULL
);

CREATE TABLE visits (
  owner text COLLATE "C" NOT NULL PRIMARY KEY,
  before_at bigint,
  before_position text,
  seen_at bigint NOT NULL,
  seen_position text NOT NULL
);

CREATE TABLE attempts (
  attempt bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at bigint NOT NULL,
  who text COLLATE "C" NOT NULL,
  operation text COLLATE "C" NOT NULL,
  organisation text COLLATE "C",
  fiscal_year text COLLATE "C",
  project text COLLATE "C",
  path text COLLATE "C" NOT NULL,
  idempotency_key text COLLATE "C",
  status integer NOT NULL,
  code text COLLATE "C" NOT NULL,
  message text COLLATE "C" NOT NULL,
  shortfall text COLLATE "C",
  body text COLLATE "C" NOT NULL
);
CREATE INDEX attempts_by_time ON attempts (at);
CREATE INDEX attempts_by_who ON attempts (who, attempt);

CREATE FUNCTION attempts_not_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'attempts: a row is never changed'; END $$;
CREATE TRIGGER attempts_not_updated BEFORE UPDATE ON attempts
FOR EACH STATEMENT EXECUTE FUNCTION attempts_not_updated();
`,
  },
  {
    name: '2 visits of each organisation',
    sql: `
ALTER TABLE visits ADD COLUMN organisation text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE visits DROP CONSTRAINT visits_pkey, ADD PRIMARY KEY (owner, organisation);
`,
  },
];
