import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type INestApplication, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { parse } from 'csv-parse/sync';
import type { FastifyRequest } from 'fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '#kernel';
import { Readings } from '#readings';
import { ruleOf } from '../access/access.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { Organisations } from '../http/organisations.ts';
import { ProblemFilter } from '../http/problem.filter.ts';
import { validation } from '../http/validation.ts';
import { EventContexts } from '../journal/event-context.ts';
import { EventReader } from '../journal/event-reader.ts';
import { EventsController } from '../journal/events.controller.ts';
import { JournalController } from '../journal/journal.controller.ts';
import { JournalSearch } from '../journal/journal-search.ts';
import { ListsController } from '../journal/lists.controller.ts';
import { KnownAtResolver } from '../reports/known-at.ts';
import { Today } from '../reports/today.ts';
import { operationsOf } from '../http/operations.ts';
import { noteAddresses, recordReadings } from './reading-hook.ts';
import { ReadingsController } from './readings.controller.ts';

/** Midnight in Bangkok between 30 and 31 March. */
const MIDNIGHT = Date.parse('2026-03-30T17:00:00.000Z');
const HOSTILE = '=HYPERLINK("https://example.org","x")';

let now = MIDNIGHT;
let dir: string;
let ledger: EmbeddedLedger;
let readings: Readings;
let app: NestFastifyApplication;

/** The controllers around an empty ledger, with a reading log. */
async function start(): Promise<NestFastifyApplication> {
  @Module({
    controllers: [ReadingsController, ListsController, JournalController, EventsController],
    providers: [
      { provide: EmbeddedLedger, useValue: ledger },
      { provide: Readings, useValue: readings },
      Organisations,
      KnownAtResolver,
      EventReader,
      EventContexts,
      JournalSearch,
      Today,
    ],
  })
  class ReadingsUnderTest {}
  const adapter = new FastifyAdapter();
  const made = await NestFactory.create<NestFastifyApplication>(ReadingsUnderTest, adapter, {
    logger: false,
  });
  const operationOf = operationsOf(made as INestApplication);
  const nameOf = (request: FastifyRequest) => operationOf(request)?.name;
  recordReadings(adapter.getInstance(), {
    addressOf: noteAddresses(adapter.getInstance()),
    readings,
    ruleOf,
    nameOf,
    whoOf: ({ headers }) => ({ name: String(headers['x-name'] ?? 'auditor'), via: 'session' }),
  });
  made.setGlobalPrefix('api/v1');
  made.useGlobalPipes(validation());
  made.useGlobalFilters(new ProblemFilter());
  await made.init();
  await adapter.getInstance().ready();
  return made;
}

interface Answer {
  readonly schema: string;
  readonly code: string;
  readonly retention: object;
  readonly rows: readonly { readonly reading: string }[];
  readonly next: object | null;
}

async function get(path: string, name?: string) {
  const headers = name === undefined ? {} : { 'x-name': name };
  const { statusCode: status, headers: given, body } = await app.inject({ url: `/api/v1/${path}`, headers });
  return { status, headers: given, body, json: () => JSON.parse(body) as Answer };
}

async function numbers(query: string): Promise<string[]> {
  const answer = await get(`readings?${query}`);
  expect(answer.status).toBe(200);
  return answer.json().rows.map(({ reading }) => reading);
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'obligo-readings-route-'));
  ledger = await EmbeddedLedger.open({ data: join(dir, 'ledger'), create: true, purpose: 'test' });
  readings = await Readings.open({
    home: { file: join(dir, 'readings.sqlite') },
    days: 730,
    clock: () => new Date(now).toISOString() as Instant,
  });
  app = await start();
  for (const [before, path, name] of [
    [-1, 'journal?format=csv', 'malee'],
    [0, `journal?project=P01&actor=${encodeURIComponent(HOSTILE)}`, 'somchai'],
    [1, 'events/999?=1+1', 'malee'],
    [86_399_999, 'budget-accounts?fiscalYear=69', 'malee'],
  ] as const) {
    now = MIDNIGHT + before;
    await get(path, name);
  }
  now = MIDNIGHT + 2 * 86_400_000;
});
afterAll(async () => {
  await app.close();
  await ledger.close();
  await readings.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('the list of who looked at what', () => {
  it('names operations as the API does, and has refused questions beside answered ones', async () => {
    const { rows, schema, retention, next } = (await get('readings?until=2026-03-31')).json();
    expect([schema, retention, next]).toEqual(['obligo.readings/1', { days: 730, keptFrom: null }, null]);
    expect(rows).toMatchObject([
      { reading: '4', who: 'malee', route: 'listAccounts', status: '400' },
      { reading: '3', who: 'malee', route: 'showEvent', path: '/api/v1/events/999', status: '400' },
      { reading: '2', who: 'somchai', route: 'journal', status: '200', format: 'json' },
      { reading: '1', at: '2026-03-30T16:59:59.999Z', route: 'journal', query: 'format=csv', format: 'csv' },
    ]);
  });

  it('records those who look at it, too', async () => {
    await get('readings?who=malee', 'curious');
    expect((await get('readings?who=curious')).json().rows).toMatchObject([
      { route: 'listReadings', query: 'who=malee' },
    ]);
  });

  it('is bounded by days of the organisation or by moments, by person and by operation', async () => {
    expect(await numbers('since=2026-03-31&until=2026-03-31')).toEqual(['4', '3', '2']);
    expect(await numbers('until=2026-03-30')).toEqual(['1']);
    expect(await numbers('until=2026-03-31T00:00:00.000%2B07:00')).toEqual(['2', '1']);
    expect(await numbers('until=2026-03-31&who=malee')).toEqual(['4', '3', '1']);
    expect(await numbers('until=2026-03-31&route=journal&since=2026-03-30T17:00:00Z')).toEqual(['2']);
  });

  it('goes on from page to page', async () => {
    const first = (await get('readings?until=2026-03-31&limit=3')).json();
    expect(first.next).toEqual({ before: '2' });
    const rest = (await get('readings?until=2026-03-31&limit=3&before=2')).json();
    expect([rest.rows.length, rest.next]).toEqual([1, null]);
  });

  it('is given as CSV that no spreadsheet runs', async () => {
    const answer = await get('readings?until=2026-03-31&format=csv');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    const rows = parse<Record<string, string>>(answer.body, { columns: true });
    expect(rows.map(({ who, status, known_position }) => [who, status, known_position])).toEqual([
      ['malee', '400', ''],
      ['malee', '400', ''],
      ['somchai', '200', '0'],
      ['malee', '200', '0'],
    ]);
    expect(rows[1]?.['query']).toBe("'=1+1");
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect((await get('readings?until=2026-03-31&format=table')).body).toContain('Kept for 730 days');
  });

  it.each([
    ['limit=0', 'input-invalid'],
    ['before=last', 'input-invalid'],
    ['since=yesterday', 'instant-malformed'],
    ['since=2026-02-30', 'date-malformed'],
    ['whom=malee', 'input-invalid'],
  ])('refuses %s', async (query, code) => {
    const answer = await get(`readings?${query}`);
    expect([answer.status, answer.json().code]).toEqual([400, code]);
  });
});
