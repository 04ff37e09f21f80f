import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import type { Instant } from '#kernel';
import { Readings } from '#readings';
import { type AccessRule, ruleOf } from '../access/access.ts';
import { noteAddresses, recordReadings } from './reading-hook.ts';

const NOON = Date.parse('2026-03-31T05:00:00.000Z');
const REPORT = 'project,amount\nP01,633400.00\n';

let dir: string;
let file: string;
let now: number;
let readings: Readings;
let fastify: FastifyInstance;
let exported: Readable;

const access = (rule: AccessRule) => ({ config: { access: rule } });

/** A service of a few routes, as the ledger has them; whoever sends x-name is that one. */
async function service(): Promise<FastifyInstance> {
  const app = Fastify();
  recordReadings(app, {
    addressOf: noteAddresses(app),
    readings,
    ruleOf,
    whoOf: ({ headers }) =>
      typeof headers['x-name'] === 'string' ? { name: headers['x-name'], via: 'token' } : undefined,
    nameOf: ({ routeOptions }) => (routeOptions.url === '/api/v1/journal' ? 'journal' : undefined),
  });
  app.addHook('onSend', async (_request, reply) => void reply.header('obligo-version', '1'));
  app.addHook('onRequest', async (request, reply) => {
    if (request.headers['x-name'] === undefined)
      await reply.code(401).type('application/problem+json').send('{}');
  });
  app.get('/api/v1/journal', access({ may: 'read-journal' }), async (request, reply) => {
    const { format, status } = request.query as Record<string, string | undefined>;
    if (status !== undefined)
      return reply.code(Number(status)).type('application/problem+json').send('{"code":"input-invalid"}');
    reply.headers({
      'obligo-position': '42',
      'obligo-query': 'project=P01',
      'content-disposition': 'attachment',
    });
    return format === 'csv' ? reply.type('text/csv; charset=utf-8').send(REPORT) : { rows: ['ปิ่น'] };
  });
  app.get('/api/v1/export', access({ may: ['administer', 'read-reports'] }), async (_request, reply) => {
    exported = Readable.from(['a', 'b']);
    return reply.type('text/csv').send(exported);
  });
  app.get('/api/v1/events/:position', access({ may: 'read-journal' }), async () => ({ event: 1 }));
  app.post('/api/v1/re-runs', access({ may: 'replay' }), async () => ({ rows: [] }));
  app.post('/api/v1/postings', access({ posts: 'budgetaccount/allocate' }), async () => ({ position: '43' }));
  app.get('/api/v1/me', access({ signedIn: true }), async () => ({ name: 'malee' }));
  app.get('/api/v1/people', access({ may: 'administer' }), async () => ({ people: [] }));
  await app.ready();
  return app;
}

const AS_MALEE = {
  'x-name': 'malee',
  authorization: 'Bearer obligo_0123456789abcdef0123456789',
  cookie: 'a=b',
};
const get = (url: string, headers: Record<string, string> = AS_MALEE) => fastify.inject({ url, headers });
const recorded = async () => (await readings.list({ limit: 100 })).reverse();

beforeEach(async () => {
  Logger.overrideLogger(false);
  dir = mkdtempSync(join(tmpdir(), 'obligo-reading-hook-'));
  file = join(dir, 'readings.sqlite');
  now = NOON;
  readings = await Readings.open({
    home: { file },
    days: 30,
    clock: () => new Date(now).toISOString() as Instant,
  });
  fastify = await service();
});
afterEach(async () => {
  jest.useRealTimers();
  await fastify.close();
  await readings.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('who looks at the ledger', () => {
  it('is recorded with what was asked, how far it was known, and what was given', async () => {
    const answer = await get('/api/v1/journal?project=P01&format=csv');
    expect([answer.statusCode, answer.body]).toEqual([200, REPORT]);
    expect(await recorded()).toEqual([
      {
        reading: '1',
        at: '2026-03-31T05:00:00.000Z',
        who: 'malee',
        via: 'token',
        address: '127.0.0.1',
        route: 'journal',
        method: 'GET',
        path: '/api/v1/journal',
        query: 'project=P01&format=csv',
        position: '42',
        format: 'csv',
        status: 200,
        bytes: REPORT.length,
      },
    ]);
  });

  it('is recorded in bytes, for a question with a body without it, and by the pattern where there is no name', async () => {
    await get('/api/v1/journal');
    await fastify.inject({
      method: 'POST',
      url: '/api/v1/re-runs',
      headers: AS_MALEE,
      payload: { policy: 'body-text' },
    });
    await get('/api/v1/events/17');
    await get('/api/v1/export');
    await fastify.inject({ method: 'HEAD', url: '/api/v1/journal', headers: AS_MALEE });
    expect(await recorded()).toMatchObject([
      { route: 'journal', format: 'json', bytes: Buffer.byteLength('{"rows":["ปิ่น"]}') },
      { route: '/api/v1/re-runs', method: 'POST', query: '' },
      { route: '/api/v1/events/:position', path: '/api/v1/events/17' },
      { route: '/api/v1/export', format: 'csv' },
      { route: 'journal', method: 'HEAD', status: 200 },
    ]);
    const text = JSON.stringify(await recorded());
    for (const hidden of ['body-text', 'obligo_', 'a=b', 'Bearer']) expect(text).not.toContain(hidden);
  });

  it.each([400, 403, 404, 422, 503])('is recorded when the answer is the refusal %d', async (status) => {
    await get(`/api/v1/journal?status=${status}`);
    const [row] = await recorded();
    expect(row).toMatchObject({ who: 'malee', status });
    expect(row).not.toHaveProperty('format');
  });

  it('is recorded with its address also when who asked is gone before the answer is ready', async () => {
    const failed = jest.spyOn(Logger.prototype, 'error');
    const begun = Promise.withResolvers<Socket>();
    const app = Fastify();
    recordReadings(app, {
      readings,
      addressOf: noteAddresses(app),
      ruleOf,
      whoOf: () => ({ name: 'malee', via: 'token' }),
    });
    app.get('/api/v1/journal', access({ may: 'read-journal' }), async ({ raw }) => {
      begun.resolve(raw.socket);
      await once(raw.socket, 'close');
      return REPORT;
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const client = connect(Number(new URL(app.listeningOrigin).port), '127.0.0.1');
    client.write('GET /api/v1/journal HTTP/1.1\r\nHost: ledger\r\n\r\n');
    await begun.promise;
    client.resetAndDestroy();
    let rows: readonly object[] = [];
    while (rows.length === 0 && failed.mock.calls.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      rows = await recorded();
    }
    await app.close();
    expect(failed).not.toHaveBeenCalled();
    expect(rows).toMatchObject([{ who: 'malee', address: '127.0.0.1' }]);
  });

  it('is nobody where it is not known who asks', async () => {
    expect((await get('/api/v1/journal?project=P01', {})).statusCode).toBe(401);
    expect(await recorded()).toMatchObject([
      { who: 'nobody', via: 'none', status: 401, query: 'project=P01' },
    ]);
  });

  it('cannot fill the disk by asking too often', async () => {
    expect((await get('/api/v1/journal?status=429')).statusCode).toBe(429);
    expect(await recorded()).toEqual([]);
  });

  it('is not recorded for what is no reading of the ledger', async () => {
    await fastify.inject({ method: 'POST', url: '/api/v1/postings', headers: AS_MALEE, payload: {} });
    await get('/api/v1/me');
    await get('/api/v1/people');
    await get('/api/v1/nowhere');
    expect(await recorded()).toEqual([]);
  });

  it('leaves no secret in the log that was put into an address', async () => {
    const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtYWxlZSJ9.c2lnbmF0dXJl';
    await get(`/api/v1/journal?access_token=${jwt}&project=P01&x=${jwt}&y=obligo_abcdefghijklmnopqrstuvwxyz`);
    await get('/api/v1/journal?password=hunter2hunter2&knownAt=42&client_secret=s3cr3t');
    await get(`/api/v1/events/obligo_abcdefghijklmnopqrstuvwxyz`);
    expect((await recorded()).map(({ path, query }) => [path, query])).toEqual([
      ['/api/v1/journal', 'access_token=***&project=P01&x=***&y=***'],
      ['/api/v1/journal', 'password=***&knownAt=42&client_secret=***'],
      ['/api/v1/events/***', ''],
    ]);
  });
});

describe('a reading that cannot be recorded', () => {
  const refused = async (url: string) => {
    const { statusCode, headers, body } = await get(url);
    expect(statusCode).toBe(503);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
    expect(JSON.parse(body)).toMatchObject({ code: 'readings-unavailable', status: 503 });
    expect(Object.keys(headers).filter((name) => /^obligo-|disposition/.test(name))).toEqual([
      'obligo-version',
    ]);
    for (const hidden of ['633400', 'ปิ่น', dir, 'sqlite']) expect(body).not.toContain(hidden);
  };

  it('shows nothing where the log is closed', async () => {
    await readings.close();
    await refused('/api/v1/journal');
    await refused('/api/v1/journal?format=csv');
    await refused('/api/v1/journal?status=404');
  });

  it('lets go of a file that it was about to send', async () => {
    await readings.close();
    await refused('/api/v1/export');
    expect(exported.destroyed).toBe(true);
  });

  it('shows nothing while another program holds the log, and everything afterwards', async () => {
    const holder = new DatabaseSync(file);
    holder.exec('BEGIN IMMEDIATE');
    await refused('/api/v1/journal?format=csv');
    holder.exec('ROLLBACK');
    holder.close();
    expect((await get('/api/v1/journal?format=csv')).body).toBe(REPORT);
    expect(await recorded()).toMatchObject([{ reading: '1' }]);
  });

  it('keeps no one from posting', async () => {
    await readings.close();
    const posted = await fastify.inject({
      method: 'POST',
      url: '/api/v1/postings',
      headers: AS_MALEE,
      payload: {},
    });
    expect(posted.statusCode).toBe(200);
  });
});

describe('the retention of readings', () => {
  it('is kept day by day while the service runs', async () => {
    await get('/api/v1/journal');
    await fastify.close();
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    fastify = await service();
    now = NOON + 31 * 86_400_000;
    jest.advanceTimersByTime(86_400_000 - 1);
    expect(await recorded()).toHaveLength(1);
    jest.advanceTimersByTime(1);
    expect(await recorded()).toHaveLength(0);
    await fastify.close();
    expect(jest.getTimerCount()).toBe(0);
  });
});
