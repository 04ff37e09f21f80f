import { codeOf, inTransaction, type Pool } from '#postgres';

/** The schema that reporting programs read. */
export const SURFACE = 'obligo';

/** Group role of those who may read it, and nothing else: give it to the logins of reporting programs. */
export const READER = 'obligo_reader';

/** Asked first, since whoever may not make roles may not try either; another projector may be just as far. */
const MAKE_READER = `DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = '${READER}') THEN
    CREATE ROLE ${READER} NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$`;

/** Makes the role and lets it read the views. Says whether it is there: making roles may be the right of others. */
export async function prepareReaders(pool: Pool): Promise<boolean> {
  try {
    await inTransaction(pool, async (client) => {
      await client.query(MAKE_READER);
      await client.query(`GRANT USAGE ON SCHEMA ${SURFACE} TO ${READER}`);
      await client.query(`GRANT SELECT ON ALL TABLES IN SCHEMA ${SURFACE} TO ${READER}`);
    });
    return true;
  } catch (error) {
    if (codeOf(error) === '42501') return false;
    throw error;
  }
}
