/** The tables of accounts in PostgreSQL, step by step; a released one never changes. Texts sort by code points, as in SQLite. */
export const POSTGRES_STEPS: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: '1 accounts',
    sql: `
CREATE TABLE people (
  name text COLLATE "C" PRIMARY KEY,
  folded text COLLATE "C" NOT NULL UNIQUE,
  display_name text,
  email text,
  demo integer NOT NULL DEFAULT 0,
  state text COLLATE "C" NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'erased')),
  created_at text COLLATE "C" NOT NULL,
  password text COLLATE "C",
  factor bytea,
  factor_begun bytea,
  factor_counter integer NOT NULL DEFAULT 0
);
CREATE TABLE links (
  issuer text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL REFERENCES people (name),
  spoken_at bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (issuer, subject)
);
CREATE TABLE codes (
  digest text COLLATE "C" PRIMARY KEY,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('set-up', 'invitation')),
  name text COLLATE "C" REFERENCES people (name),
  expires_at text COLLATE "C" NOT NULL
);
CREATE TABLE tokens (
  id text COLLATE "C" PRIMARY KEY,
  digest text COLLATE "C" NOT NULL UNIQUE,
  name text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('service', 'person')),
  second_factor integer NOT NULL,
  created_at text COLLATE "C" NOT NULL,
  created_by text COLLATE "C" NOT NULL,
  expires_at text COLLATE "C" NOT NULL,
  last_used_at text COLLATE "C",
  revoked_at text COLLATE "C"
);
CREATE INDEX tokens_by_subject ON tokens (subject, created_at);
CREATE TABLE sessions (
  digest text COLLATE "C" PRIMARY KEY,
  name text COLLATE "C",
  data text NOT NULL,
  started_at text COLLATE "C" NOT NULL,
  seen_at text COLLATE "C" NOT NULL
);
CREATE INDEX sessions_by_name ON sessions (name);
CREATE INDEX sessions_by_age ON sessions (seen_at);
CREATE TABLE attempts (
  what text COLLATE "C" PRIMARY KEY,
  failures integer NOT NULL,
  last_at text COLLATE "C" NOT NULL
);
CREATE INDEX attempts_by_age ON attempts (last_at);
CREATE TABLE happenings (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  by text COLLATE "C" NOT NULL,
  address text
);
CREATE INDEX happenings_by_name ON happenings (name, number);
CREATE FUNCTION happenings_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what happened stays'; END $$;
CREATE TRIGGER happenings_stay BEFORE DELETE OR TRUNCATE ON happenings
FOR EACH STATEMENT EXECUTE FUNCTION happenings_stay();
CREATE FUNCTION happenings_are_not_rewritten() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what happened is not rewritten'; END $$;
CREATE TRIGGER happenings_are_not_rewritten BEFORE UPDATE ON happenings
FOR EACH ROW WHEN (NEW.address IS NOT NULL OR (NEW.number, NEW.at, NEW.kind, NEW.name, NEW.by) IS DISTINCT FROM (OLD.number, OLD.at, OLD.kind, OLD.name, OLD.by))
EXECUTE FUNCTION happenings_are_not_rewritten();
CREATE TABLE sealed_under (
  mark text COLLATE "C" PRIMARY KEY
);
`,
  },
];
