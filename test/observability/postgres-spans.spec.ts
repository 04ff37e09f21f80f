import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPool, type Pool } from '#postgres';
import { postgresForTests } from '#postgres/testing';
import { startTelemetry, type Telemetry, withSpan } from '#telemetry';
import { type OtlpReceiver, startOtlpReceiver } from '#telemetry/testing';

let server: Awaited<ReturnType<typeof postgresForTests>>;
let pool: Pool;
let collector: OtlpReceiver;
let telemetry: Telemetry;

beforeAll(async () => {
  server = await postgresForTests();
  pool = openPool({ url: await server.createDatabase(), application: 'traced' });
  collector = await startOtlpReceiver();
  telemetry = await startTelemetry({ service: 'obligo-ledger', version: 'test', otlp: collector.url });
}, 180_000);
afterAll(async () => {
  await pool.end();
  await telemetry.close();
  await collector.close();
  await server.stop();
});

describe('a query to PostgreSQL', () => {
  it('is a span of the trace that it belongs to, with its text and without its values', async () => {
    await pool.query('SELECT 1');
    await withSpan('report', {}, () => pool.query('SELECT $1::text AS who', ['สมหญิง']));
    const spans = await collector.until((all) => all.some(({ name }) => name === 'report') && [...all]);
    const report = spans.find(({ name }) => name === 'report');
    const queries = spans.filter(({ name }) => name.startsWith('pg.query'));
    expect(queries).toHaveLength(1);
    expect(queries[0]).toMatchObject({ traceId: report?.traceId, failed: false });
    expect(JSON.stringify(queries[0]?.attributes)).toContain('SELECT $1::text AS who');
    expect(JSON.stringify(spans.map(({ attributes }) => attributes))).not.toContain('สมหญิง');
  });

  it('is none any more when the process has stopped telling', async () => {
    await telemetry.close();
    const before = collector.spans.length;
    await withSpan('unheard', {}, () => pool.query('SELECT 2'));
    expect(collector.spans).toHaveLength(before);
  });
});
