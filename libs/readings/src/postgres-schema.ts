/**
 * The tables of the reading log in PostgreSQL, step by step; a released one never changes. The rules are those of the file, but
 * one: several processes add rows, so that a smaller number may arrive after a larger one.
 */
export const POSTGRES_STEPS: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: '1 readings',
    sql: `
CREATE TABLE readings (
  reading bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at bigint NOT NULL,
  who text COLLATE "C" NOT NULL,
  via text COLLATE "C" NOT NULL,
  address text COLLATE "C" NOT NULL,
  route text COLLATE "C" NOT NULL,
  method text COLLATE "C" NOT NULL,
  path text COLLATE "C" NOT NULL,
  query text COLLATE "C" NOT NULL,
  position text COLLATE "C",
  format text COLLATE "C",
  status integer NOT NULL,
  bytes bigint
);
CREATE INDEX readings_by_time ON readings (at, reading);
CREATE INDEX readings_by_who ON readings (who, at, reading);
CREATE INDEX readings_by_route ON readings (route, at, reading);

CREATE TABLE prunings (
  pruning bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at bigint NOT NULL,
  days integer NOT NULL CHECK (days >= 1),
  kept_from bigint NOT NULL CHECK (kept_from <= at - days * 86400000::bigint),
  removed bigint NOT NULL
);

CREATE FUNCTION readings_not_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'readings: a row is never changed'; END $$;
CREATE TRIGGER readings_not_updated BEFORE UPDATE ON readings
FOR EACH STATEMENT EXECUTE FUNCTION readings_not_updated();

CREATE FUNCTION readings_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE'
    OR OLD.at >= coalesce((SELECT kept_from FROM prunings ORDER BY pruning DESC LIMIT 1), OLD.at) THEN
    RAISE EXCEPTION 'readings: a row is kept until the retention ends';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER readings_kept BEFORE DELETE ON readings FOR EACH ROW EXECUTE FUNCTION readings_kept();
CREATE TRIGGER readings_not_emptied BEFORE TRUNCATE ON readings
FOR EACH STATEMENT EXECUTE FUNCTION readings_kept();

CREATE FUNCTION prunings_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN RAISE EXCEPTION 'prunings: a row is never changed'; END IF;
  RAISE EXCEPTION 'prunings: a row is never removed';
END $$;
CREATE TRIGGER prunings_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON prunings
FOR EACH STATEMENT EXECUTE FUNCTION prunings_stay();
`,
  },
];
