import { UnknownCommit } from './errors.ts';
import type { Client, Pool } from './pool.ts';

export type Isolation = 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';

/**
 * Runs work in one transaction on one connection. An error of the work rolls back and goes through; when the COMMIT
 * itself gets no answer, `UnknownCommit` says so.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: Client) => Promise<T>,
  isolation: Isolation = 'READ COMMITTED',
): Promise<T> {
  const client = await pool.connect();
  // A connection that breaks between two statements says so by an event as well.
  let broken: Error | undefined;
  const onBroken = (error: Error) => {
    broken = error;
  };
  client.on('error', onBroken);
  try {
    await client.query(`BEGIN ISOLATION LEVEL ${isolation}`);
    const result = await work(client);
    await commit(client);
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failed: unknown) => {
      broken ??= failed as Error;
    });
    throw error;
  } finally {
    client.off('error', onBroken);
    client.release(broken);
  }
}

async function commit(client: Client): Promise<void> {
  let answer: string;
  try {
    answer = (await client.query('COMMIT')).command;
  } catch (error) {
    // A constraint that is checked at the end is an answer: nothing was committed.
    if (error instanceof Error && 'severity' in error && error.severity === 'ERROR') throw error;
    throw new UnknownCommit(error);
  }
  if (answer !== 'COMMIT') throw new Error('the transaction had failed and was rolled back');
}
