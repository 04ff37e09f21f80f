import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { projections } from '../index.ts';
import { BusyLedger } from './busy-ledger.fixture.ts';
import { PostgresWithProjectors, until } from './projected.fixture.ts';
import { askForRebuild, findRequest } from './rebuild-requests.ts';
import { dropSchemas, rollBack } from './switch-schema.ts';

let postgres: PostgresWithProjectors;
let ledger: BusyLedger;
beforeAll(async () => {
  postgres = await PostgresWithProjectors.start();
}, 120_000);
afterAll(() => postgres.server.stop());
beforeEach(async () => {
  await postgres.freshDatabase();
  ledger = new BusyLedger();
  await ledger.work();
});
afterEach(async () => {
  await postgres.cleanUp();
  await ledger.close();
});

const [first, ...others] = projections;
const newer = [{ ...first!, version: first!.version + 1 }, ...others];

const read = async (what: string) =>
  (await postgres.query(`SELECT ${what} AS said FROM obligo.checkpoint`))[0]?.['said'];

/** Asks for a rebuild and waits for its end. */
async function rebuilt(mayGoBack = false): Promise<string> {
  const { id } = await askForRebuild(postgres.pool, { mayGoBack });
  return until(async () => (await findRequest(postgres.pool, id))?.outcome ?? undefined, 'the rebuild');
}

describe('a newer version of a projection', () => {
  it('is built beside and switched to, the former one is kept, and an older program changes nothing', async () => {
    const old = postgres.run(ledger.store);
    await old.is('following');
    const young = postgres.run(ledger.store, { projections: newer });
    await young.is('following');
    await old.is('set-aside');
    expect(old.projector.standing.detail).toBe('the read models were made by a newer version');
    expect(await postgres.schemas()).toEqual(['obligo_2 current', 'obligo_1 former']);
    await ledger.work('P02');
    await ledger.mustEqual(postgres);
    expect(await read('schema')).toBe('obligo_2');
  });

  it('leaves the views to their readers while they read, and switches afterwards', async () => {
    const old = postgres.run(ledger.store);
    await old.is('following');
    const reader = await postgres.pool.connect();
    await reader.query('BEGIN; SELECT * FROM obligo.journal');
    const young = postgres.run(ledger.store, { projections: newer });
    await until(async () => (await postgres.schemas()).includes('obligo_2 building'));
    await ledger.work('P02');
    await postgres.reached(ledger.store);
    expect((await reader.query('SELECT schema FROM obligo.checkpoint')).rows).toEqual([
      { schema: 'obligo_1' },
    ]);
    await reader.query('COMMIT');
    reader.release();
    await young.is('following');
    await ledger.mustEqual(postgres);
  });

  it('can be gone back from, stays so, and comes again when an operator asks', async () => {
    const old = postgres.run(ledger.store);
    await old.is('following');
    const young = postgres.run(ledger.store, { projections: newer });
    await young.is('following');
    expect(await rollBack(postgres.pool)).toEqual({ from: 'obligo_2', to: 'obligo_1' });
    await young.is('set-aside');
    await old.is('following');
    await ledger.work('P02');
    await ledger.mustEqual(postgres);
    expect(await read('schema')).toBe('obligo_1');
    await old.stop();
    expect(await rebuilt()).toBe('switched to obligo_3');
    await young.is('following');
    await ledger.work('P03');
    await ledger.mustEqual(postgres);
  });
});

describe('a rebuild that an operator asks for', () => {
  it('gives the same rows, while the present ones are followed', async () => {
    const running = postgres.run(ledger.store);
    await running.is('following');
    expect(await rebuilt()).toBe('switched to obligo_2');
    await ledger.work('P02');
    await ledger.mustEqual(postgres);
    expect(await postgres.schemas()).toEqual(['obligo_2 current', 'obligo_1 former']);
    expect(running.state).toBe('following');
  });

  it('cures what somebody changed by hand, and says what the totals are', async () => {
    postgres.run(ledger.store);
    await ledger.mustEqual(postgres);
    await postgres.query('UPDATE obligo_1.pva_entry SET movement = movement + 1');
    await expect(ledger.mustEqual(postgres)).rejects.toThrow();
    await rebuilt();
    await ledger.mustEqual(postgres);
    const totals =
      await postgres.query(`SELECT totals->'plan-versus-actual'->>'budget' AS budget, totals->'tables' AS tables
        FROM obligo_projector.read_model WHERE state = 'current'`);
    expect(totals).toEqual([
      {
        budget: '10500000',
        tables: expect.objectContaining({ journal_row: expect.stringMatching(/^[1-9]/) }),
      },
    ]);
  });

  it('is refused after the log was replaced, until it is said that readers may go back', async () => {
    const running = postgres.run(ledger.store);
    await ledger.mustEqual(postgres);
    await running.stop();
    await ledger.close();
    ledger = new BusyLedger();
    const other = postgres.run(ledger.store);
    await other.is('waiting-for-log');
    expect(await rebuilt()).toContain(
      'not done: the log is not the one that PostgreSQL has read, or it is shorter',
    );
    expect(await rebuilt(true)).toBe('switched to obligo_2');
    await ledger.work('P07');
    await ledger.mustEqual(postgres);
  });

  it('leaves former ones until they are dropped', async () => {
    postgres.run(ledger.store);
    await ledger.mustEqual(postgres);
    await rebuilt();
    expect(await dropSchemas(postgres.pool, 'former')).toEqual(['obligo_1']);
    expect(
      await postgres.query(`SELECT nspname FROM pg_namespace WHERE nspname LIKE 'obligo\\_%' ORDER BY 1`),
    ).toEqual([{ nspname: 'obligo_2' }, { nspname: 'obligo_projector' }]);
    expect(await rollBack(postgres.pool)).toBeUndefined();
    await ledger.mustEqual(postgres);
  });
});
