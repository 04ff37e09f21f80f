import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { LoadGenerator } from './load-generator.ts';
import { NUMBER, type Request } from './orders.ts';

type Seen = { readonly key: string; readonly body: string; readonly path: string };

let generator: LoadGenerator;
let server: Server;
let seen: Seen[];
/** What the server does with a request. */
let answer: (response: ServerResponse, number: number) => void;

beforeEach(async () => {
  generator = await LoadGenerator.start();
  seen = [];
  answer = (response) => respond(response, 201);
  server = createServer((request, response) => void receive(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await generator.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  seen.push({ key: String(request.headers['idempotency-key']), body, path: request.url ?? '' });
  answer(response, seen.length);
}

function respond(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  const said = JSON.stringify({ status });
  response.writeHead(status, { 'content-length': said.length, ...headers }).end(said);
}

const request = (path: string): Request => ({
  method: 'POST',
  path,
  headers: { 'Idempotency-Key': `bench-${NUMBER}` },
  body: JSON.stringify({ disbursement: `DV-${NUMBER}`, name: 'โครงการ' }),
});

const common = () => ({
  host: '127.0.0.1',
  port: (server.address() as AddressInfo).port,
  requests: [request('/one'), request('/two')],
  warmUpSeconds: 0,
});

const total = (statuses: Readonly<Record<string, number>>): number =>
  Object.values(statuses).reduce((sum, count) => sum + count, 0);

describe('a load of requests', () => {
  it('gives every request a number of its own, in its key and in its body', async () => {
    await generator.run({ ...common(), loop: 'closed', connections: 4, seconds: 0.2 });
    await generator.run({ ...common(), loop: 'closed', connections: 4, seconds: 0.1 });
    expect(seen.length).toBeGreaterThan(8);
    expect(new Set(seen.map(({ key }) => key)).size).toBe(seen.length);
    for (const { key, body } of seen)
      expect(JSON.parse(body)).toEqual({ disbursement: key.replace('bench', 'DV'), name: 'โครงการ' });
    expect(new Set(seen.map(({ path }) => path))).toEqual(new Set(['/one', '/two']));
  });

  it('counts every answer, and acknowledges what was answered with success', async () => {
    const result = await generator.run({ ...common(), loop: 'closed', connections: 4, seconds: 0.2 });
    expect(result.statuses).toEqual({ 201: seen.length });
    const numbers = seen.map(({ key }) => Number(key.slice('bench-'.length))).sort((a, b) => a - b);
    expect([...result.acknowledged].sort((a, b) => a - b)).toEqual(numbers);
  });

  it('counts refusals by their status, and those that say when to come again', async () => {
    answer = (response, number) =>
      number % 3 === 0 ? respond(response, 503, { 'retry-after': '1' }) : respond(response, 201);
    const result = await generator.run({
      ...common(),
      loop: 'open',
      connections: 4,
      rate: 300,
      seconds: 0.2,
    });
    expect(result.statuses).toEqual({ 201: 40, 503: 20 });
    expect([result.retryAfter, result.acknowledged.length, result.lastRefusal]).toEqual([
      20,
      40,
      '{"status":503}',
    ]);
  });

  it('counts what was asked over a connection that broke, and goes on over another', async () => {
    answer = (response, number) => (number % 10 === 0 ? response.destroy() : respond(response, 201));
    const result = await generator.run({
      ...common(),
      loop: 'open',
      connections: 4,
      rate: 200,
      seconds: 0.2,
    });
    expect([result.broken, total(result.statuses)]).toEqual([4, 36]);
  });

  it('charges a server that stalls for all who waited, when they came without waiting for each other', async () => {
    answer = stalling(20, 300);
    const { latency, statuses } = await generator.run({
      ...common(),
      loop: 'open',
      connections: 1,
      rate: 100,
      seconds: 0.6,
    });
    expect(total(statuses)).toBe(60);
    expect(latency.p99).toBeGreaterThanOrEqual(250);
    // About thirty came during the stall; most of the later half of all requests waited.
    expect(latency.p90).toBeGreaterThanOrEqual(150);
  });

  it('is told nothing but one slow answer by a loop that waits', async () => {
    answer = stalling(20, 300);
    const { latency } = await generator.run({ ...common(), loop: 'closed', connections: 1, seconds: 0.6 });
    expect(latency.max).toBeGreaterThanOrEqual(300);
    expect(latency.p90).toBeLessThan(150);
  });
});

/** One request, and all behind it on its connection, waits so many milliseconds. */
function stalling(at: number, milliseconds: number): typeof answer {
  return (response, number) => {
    if (number === at) setTimeout(() => respond(response, 201), milliseconds);
    else respond(response, 201);
  };
}
