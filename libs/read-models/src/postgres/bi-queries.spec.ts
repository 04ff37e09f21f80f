import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { approvalEvents, controlPolicyEvents, fiscalPeriodsEvents, remarksEvents } from '#control';
import { accountEvents } from '#budget';
import { createMemoryEventStore, type EventStore } from '#event-store';
import { importKey, planImport } from '#importing';
import {
  type CivilDate,
  EventCatalogue,
  formatBaht,
  type Instant,
  type Quarter,
  type Satang,
  streams,
  THAI_CALENDAR,
} from '#kernel';
import { organisationEvents } from '#organisation';
import { kpiEvents, quarterlyReport, type QuarterlyReportCommand, quarterlyReportEvents } from '#performance';
import { openPool, type Pool } from '#postgres';
import { posting, Recorder } from '#posting';
import { cumulativeReport, type QuarterlyRow } from '#reporting';
import {
  DisbursementMonthsQueries,
  effectiveTo,
  EffectiveQueries,
  OrganisationQueries,
  OutstandingCommitmentsQueries,
  PlanVersusActualQueries,
  projections,
  Projector,
} from '../index.ts';
import { YEAR } from '../ledger.fixture.ts';
import { PostgresWithProjectors, until } from './projected.fixture.ts';
import { prepareReaders, READER } from './reader.ts';
import { prepareRegistry } from './registry.ts';
import { viewsOf } from './views/views.ts';

const catalogue = new EventCatalogue([
  ...[...organisationEvents, ...accountEvents, ...controlPolicyEvents, ...approvalEvents],
  ...[...fiscalPeriodsEvents, ...remarksEvents, ...kpiEvents, ...quarterlyReportEvents],
]);
const SAMPLE = new URL('../../../../deploy/samples/etda-fy2569/', import.meta.url);
const PAGE = new URL('../../../../docs/read-models.md', import.meta.url);

let postgres: PostgresWithProjectors;
let store: EventStore;
let sqlite: Projector;
let reader: Pool;
let position: string;

beforeAll(async () => {
  postgres = await PostgresWithProjectors.start();
  await postgres.freshDatabase();
  store = createMemoryEventStore();
  await importSample();
  sqlite = new Projector({ store, catalogue, projections, path: ':memory:' });
  await sqlite.catchUp();
  postgres.run(store, { catalogue });
  await postgres.reached(store);
  position = (await store.head()) as string;
  await postgres.query(`CREATE ROLE bi LOGIN PASSWORD 'bi' IN ROLE ${READER}`);
  const url = new URL(postgres.url);
  [url.username, url.password] = ['bi', 'bi'];
  reader = openPool({ url: url.href, application: 'bi' });
}, 120_000);
afterAll(async () => {
  await reader.end();
  sqlite.close();
  await postgres.cleanUp();
  await store.close();
  await postgres.server.stop();
});

async function importSample(): Promise<void> {
  const files = readdirSync(SAMPLE)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => ({ name, content: readFileSync(new URL(name, SAMPLE), 'utf8') }));
  const nothing = () => Promise.resolve(undefined);
  const unknown = {
    organisation: 'etda',
    settings: undefined,
    account: nothing,
    kpi: nothing,
    report: nothing,
  };
  const { postings } = await planImport(files, unknown);
  const recorder = new Recorder({ store, catalogue, clock: () => new Date().toISOString() as Instant });
  await recorder.postAll(postings, {
    organisation: 'etda',
    actor: 'importer',
    idempotencyKey: importKey(files),
  });
}

const ask = async (query: string, ...values: unknown[]) =>
  (await reader.query(query, values)).rows as Record<string, unknown>[];

/** The queries of the documentation, by the line of comment that begins each. */
const documented = new Map(
  [...readFileSync(PAGE, 'utf8').matchAll(/```sql\n-- (.*)\n([^`]*)```/g)].map(
    ([, name = '', query = '']) => [name, query],
  ),
);

function example(name: string): string {
  const query = documented.get(name);
  if (query === undefined) throw new Error(`docs/read-models.md has no query "${name}"`);
  return query;
}

const baht = (amount: Satang | undefined): string | null =>
  amount === undefined ? null : formatBaht(amount);

/** The report of the ledger itself at the end of a quarter. */
function reported(quarter: Quarter): QuarterlyRow[] {
  const queries = new PlanVersusActualQueries(sqlite.database);
  const scope = { organisation: 'etda', fiscalYear: YEAR };
  const cells = queries.cells(scope, BigInt(position));
  return [...cumulativeReport({ projects: queries.accounts(scope, BigInt(position)), cells, quarter }).rows];
}

describe('the queries of the documentation', () => {
  it('give the quarterly report of the sample, project by project', async () => {
    const rows = await ask(example('The quarterly report: each project up to the end of the second quarter'));
    const expected = reported('Q2').map(({ project, figures }) => ({
      project,
      budget: baht(figures.budget),
      plan: baht(figures.plan),
      spent: baht(figures.spent),
      disbursed: baht(figures.disbursed),
      committed: baht(figures.committed),
      available: baht(figures.available),
    }));
    expect(rows).toEqual(expected);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.some(({ disbursed }) => Number(disbursed) > 0)).toBe(true);
  });

  it('give the figures as they were known at a place of the log, and as effective on a day', async () => {
    const queries = new EffectiveQueries(sqlite.database);
    const [organisation] = new OrganisationQueries(sqlite.database).list();
    const to = effectiveTo('2025-12-30' as CivilDate, {
      fiscalYear: YEAR,
      calendar: organisation?.calendar ?? THAI_CALENDAR,
    });
    const half = String(BigInt(position) / 2n);
    for (const known of [position, half]) {
      const rows = await ask(
        example('What was known at a position, of what had taken effect by a day'),
        known,
        '2025-12-30',
      );
      const cells = queries.cells({ organisation: 'etda', fiscalYear: YEAR }, BigInt(known), to);
      const expected = new Map<string, bigint>();
      for (const { project, measure, balance } of cells) {
        const key = `${project} ${measure}`;
        expected.set(key, (expected.get(key) ?? 0n) + BigInt(balance));
      }
      expect(
        new Map(rows.map((row) => [`${String(row['project'])} ${String(row['measure'])}`, row['satang']])),
      ).toEqual(expected);
      expect(expected.size).toBeGreaterThan(3);
    }
  });

  it('give the outstanding commitments', async () => {
    const list = new OutstandingCommitmentsQueries(sqlite.database).list(
      { organisation: 'etda', fiscalYear: YEAR },
      BigInt(position),
      { includeSettled: false, after: { project: '', commitment: '' }, limit: 1_000 },
    );
    const rows = await ask(example('Orders and contracts that are not paid yet, the largest first'));
    const expected = list.map((row) => ({
      project: row.project,
      commitment: row.commitment,
      outstanding: baht(row.outstanding),
    }));
    const byNumber = (a: Record<string, unknown>, b: Record<string, unknown>) =>
      String(a['project']).localeCompare(String(b['project'])) ||
      String(a['commitment']).localeCompare(String(b['commitment']));
    expect(
      rows
        .map(({ project, commitment, outstanding }) => ({ project, commitment, outstanding }))
        .sort(byNumber),
    ).toEqual(expected.sort(byNumber));
    expect(rows.length).toBeGreaterThan(0);
  });

  it('give what was disbursed month by month', async () => {
    const months = new Map<string, bigint>();
    for (const { month, balance } of new DisbursementMonthsQueries(sqlite.database).months(
      { organisation: 'etda', fiscalYear: YEAR },
      BigInt(position),
    )) {
      months.set(month, (months.get(month) ?? 0n) + BigInt(balance));
    }
    const rows = await ask(example('What was disbursed, month by month'));
    const expected = [...months]
      .sort()
      .map(([month, satang]) => ({ month, disbursed: formatBaht(Number(satang) as Satang) }));
    expect(rows).toEqual(expected);
  });

  it.each([...documented.keys()])('run: %s', async (name) => {
    const query = example(name);
    const values = [position, '2025-12-30'].slice(0, new Set(query.match(/\$\d/g)).size);
    expect(Array.isArray(await ask(query, ...values))).toBe(true);
  });
});

describe('every view', () => {
  it('is there with the columns, types and words of the documentation, and can be read', async () => {
    const views = viewsOf('obligo_1');
    for (const { name, about, columns } of views) {
      const { rows } = await reader.query<{ name: string; type: string; about: string }>(
        `SELECT a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS type, col_description(a.attrelid, a.attnum) AS about
           FROM pg_attribute a WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 ORDER BY a.attnum`,
        [`obligo.${name}`],
      );
      const typed = columns.map((column) => ({
        name: column.name,
        type: typeNamed(column.type),
        about: column.about,
      }));
      expect(rows).toEqual(typed);
      const [said] = await ask(
        `SELECT obj_description(to_regclass($1), 'pg_class') AS about`,
        `obligo.${name}`,
      );
      expect(said?.['about']).toBe(about);
      await ask(`SELECT * FROM obligo.${name}`);
    }
    const found = await ask(
      `SELECT count(*) AS views FROM pg_class WHERE relnamespace = to_regnamespace('obligo')`,
    );
    expect(found).toEqual([{ views: BigInt(views.length) }]);
  });

  it('says every amount in satang and in baht alike', async () => {
    for (const { name, columns } of viewsOf('obligo_1')) {
      const amounts = columns.map((column) => column.name).filter((each) => each.endsWith('_satang'));
      for (const satang of amounts) {
        const differ = `SELECT 1 FROM obligo.${name} WHERE ${satang} IS DISTINCT FROM (${satang.replace('_satang', '_baht')} * 100)::bigint`;
        expect(await ask(differ)).toEqual([]);
      }
    }
  });
});

const typeNamed = (type: string): string => (type === 'timestamptz' ? 'timestamp with time zone' : type);

describe('a reporting program', () => {
  it.each([
    ['UPDATE obligo.organisations SET name = name', 'permission denied for view organisations'],
    ['DELETE FROM obligo.organisations', 'permission denied for view organisations'],
    ['DROP VIEW obligo.journal', 'must be owner of view journal'],
    ['CREATE TABLE obligo.mine (n int)', 'permission denied for schema obligo'],
    ['CREATE TABLE public.mine (n int)', 'permission denied for schema public'],
    ['SELECT * FROM obligo_1.journal_row', 'permission denied for schema obligo_1'],
    ['SELECT * FROM obligo_projector.read_model', 'permission denied for schema obligo_projector'],
    ['UPDATE obligo_projector.read_model SET position = 1', 'permission denied for schema obligo_projector'],
  ])('may not: %s', async (statement, refused) => {
    await expect(ask(statement)).rejects.toThrow(refused);
  });

  it('waits for what it knows to be in the log', async () => {
    expect(await ask('SELECT obligo.reached($1) AS reached', position)).toEqual([{ reached: true }]);
    expect(await ask('SELECT obligo.wait_until($1) AS at', position)).toEqual([{ at: BigInt(position) }]);
    const next = String(BigInt(position) + 1n);
    expect(await ask('SELECT obligo.reached($1) AS reached', next)).toEqual([{ reached: false }]);
    let arrived: bigint | undefined;
    const waiting = ask(`SELECT obligo.wait_until($1, '20 seconds') AS at`, next).then(([row]) => {
      arrived = row?.['at'] as bigint;
    });
    await until(
      async () =>
        (await postgres.query(`SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'`)).length > 0,
    );
    expect(arrived).toBeUndefined();
    const recorder = new Recorder({ store, catalogue, clock: () => new Date().toISOString() as Instant });
    const day = '2026-06-30' as CivilDate;
    const command: QuarterlyReportCommand = {
      ...{ type: 'date-report', organisation: 'etda', fiscalYear: YEAR, report: 'Q3-2569' },
      ...{ quarter: 'Q3', asOf: day, effectiveOn: day },
    };
    await recorder.post(posting(quarterlyReport, streams.quarterlyReport('etda', YEAR, 'Q3-2569'), command), {
      organisation: 'etda',
      actor: 'officer-1',
      idempotencyKey: 'late',
    });
    await waiting;
    expect(arrived).toBeGreaterThanOrEqual(BigInt(next));
  });

  it('is told clearly when that does not come in time, or cannot come', async () => {
    const beyond = '9007199254740993';
    await expect(ask(`SELECT obligo.wait_until($1, '50 milliseconds')`, beyond)).rejects.toThrow(
      `the read models have not reached position ${beyond} within 00:00:00.05: they stand at`,
    );
    const client = await reader.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await expect(client.query('SELECT obligo.wait_until($1)', [beyond])).rejects.toThrow(
        'needs the isolation level READ COMMITTED',
      );
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });
});

describe('a projector whose login may not make roles', () => {
  it('says so, writes all the same, and lets readers in once somebody has made the role', async () => {
    const url = new URL(await postgres.server.createDatabase());
    await postgres.query('CREATE ROLE writer LOGIN PASSWORD $$writer$$');
    await postgres.query(`GRANT CREATE ON DATABASE ${url.pathname.slice(1)} TO writer`);
    [url.username, url.password] = ['writer', 'writer'];
    const pool = openPool({ url: url.href, application: 'writer' });
    await prepareRegistry(pool);
    await postgres.query(`ALTER ROLE ${READER} RENAME TO absent`);
    expect(await prepareReaders(pool)).toBe(false);
    await postgres.query(`ALTER ROLE absent RENAME TO ${READER}`);
    expect(await prepareReaders(pool)).toBe(true);
    const { rows } = await pool.query(`SELECT has_schema_privilege($1, 'obligo', 'USAGE') AS may`, [READER]);
    expect(rows).toEqual([{ may: true }]);
    await pool.end();
  });
});
