import type { Migration } from '#postgres';

/** Where the projector keeps its books; readers do not see it. */
export const REGISTRY = 'obligo_projector';

/** What readers see: views, and two functions to wait for what they know to be in the log. */
const SURFACE_SQL = `
CREATE SCHEMA obligo;
COMMENT ON SCHEMA obligo IS 'Read models of the ledger for reporting programs; documented view by view.';
CREATE FUNCTION obligo.reached("position" bigint) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path TO pg_catalog AS $$
BEGIN
  RETURN EXISTS (SELECT FROM obligo.checkpoint c WHERE c.position >= $1);
END $$;
COMMENT ON FUNCTION obligo.reached(bigint) IS
  'Whether these views have read the log up to a position, such as the one in the answer to a posting.';

CREATE FUNCTION obligo.wait_until("position" bigint, timeout interval DEFAULT '5 seconds') RETURNS bigint
  LANGUAGE plpgsql VOLATILE SET search_path TO pg_catalog AS $$
DECLARE
  until timestamptz := clock_timestamp() + timeout;
  reached bigint;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'obligo.wait_until needs the isolation level READ COMMITTED: this transaction sees no later moment'
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  LOOP
    SELECT c.position INTO reached FROM obligo.checkpoint c;
    IF reached >= $1 THEN
      RETURN reached;
    END IF;
    IF clock_timestamp() >= until THEN
      RAISE EXCEPTION 'the read models have not reached position % within %: they stand at %', $1, timeout,
        coalesce(reached::text, 'the beginning')
        USING ERRCODE = 'query_canceled', HINT = 'Ask again later, or look at the health of the projector.';
    END IF;
    PERFORM pg_sleep(0.02);
  END LOOP;
END $$;
COMMENT ON FUNCTION obligo.wait_until(bigint, interval) IS
  'Waits until these views have read the log up to a position, then answers where they stand. Call it in a statement of its own before the query; it fails when the time is over.';
`;

/** The steps of the bookkeeping; a released one never changes. */
export const REGISTRY_STEPS: readonly Migration[] = [
  {
    name: '1-read-models',
    sql: `
CREATE SEQUENCE read_model_number;
CREATE TABLE read_model (
  schema text PRIMARY KEY,
  contents jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('building', 'current', 'former')),
  position bigint,
  event_id text,
  moved_at timestamptz,
  totals jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  switched_at timestamptz,
  rolled_back_at timestamptz,
  CHECK ((position IS NULL) = (event_id IS NULL))
);
COMMENT ON TABLE read_model IS 'One row per schema of read models: what it holds, and up to where it has read the log.';
CREATE UNIQUE INDEX read_model_current ON read_model (state) WHERE state = 'current';
CREATE TABLE rebuild (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  may_go_back boolean NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  outcome text
);
COMMENT ON TABLE rebuild IS 'Rebuilds that operators asked for; the running projector takes them.';
`,
  },
  { name: '2-surface', sql: SURFACE_SQL },
];
