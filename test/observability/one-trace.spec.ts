import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ReceivedSpan } from '#telemetry/testing';
import { allocation, TracedLedger } from './traced-ledger.fixture.ts';

// Processes are started, and machines differ.
jest.setTimeout(120_000);

const CALLER = '00f067aa0ba902b7';
const PATH = 'budget-accounts/2569/P01/allocations';

let ledger: TracedLedger;
beforeAll(async () => {
  ledger = await TracedLedger.open();
});
afterAll(() => ledger.close());

/** Posts under a trace of the caller; `flags` 01 says that the caller records it. */
const post = (traceId: string, document: string, flags = '01') =>
  ledger.post(PATH, {
    body: allocation(document),
    headers: { traceparent: `00-${traceId}-${CALLER}-${flags}`, 'idempotency-key': document },
  });

/** Waits until a trace holds spans of these names, and gives all that it holds by name. */
const traceWith = (traceId: string, ...names: readonly string[]): Promise<Map<string, ReceivedSpan>> =>
  ledger.collector.until((spans) => {
    const own = new Map(spans.filter((span) => span.traceId === traceId).map((span) => [span.name, span]));
    return names.every((name) => own.has(name)) && own;
  });

const lastEvent = async () => {
  for await (const event of ledger.served.ledger.embedded.store.readAll({ direction: 'backwards', limit: 1 }))
    return event;
  throw new Error('the log is empty');
};

describe('a posting under the trace of its caller', () => {
  const traceId = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
  let spans: Map<string, ReceivedSpan>;
  const span = (name: string): ReceivedSpan => {
    const found = spans.get(name);
    if (!found) throw new Error(`no span ${name}`);
    return found;
  };
  const route = 'POST /api/v1/budget-accounts/:fiscalYear/:project/allocations';

  beforeAll(async () => {
    expect((await post(traceId, 'AP-1')).status).toBe(201);
    await ledger.served.ledger.embedded.projector.catchUp();
    spans = await traceWith(traceId, route, 'posting.command', 'posting.append', 'projection.page');
  });

  it('is one trace from the request by the decision and the append to the read models', () => {
    expect(span(route).parentSpanId).toBe(CALLER);
    expect(span('posting.command').parentSpanId).toBe(span(route).spanId);
    expect(span('posting.decide').parentSpanId).toBe(span('posting.command').spanId);
    expect(span('posting.append').parentSpanId).toBe(span('posting.command').spanId);
    expect(span('projection.page').parentSpanId).toBe(span('posting.command').spanId);
    expect([...spans.values()].some(({ failed }) => failed)).toBe(false);
  });

  it('tells what was done, where it stands in the log, and how many shared its commit', () => {
    expect(span(route).attributes).toMatchObject({
      'http.route': '/api/v1/budget-accounts/:fiscalYear/:project/allocations',
      'http.response.status_code': 201,
      'obligo.position': expect.stringMatching(/^\d+$/),
    });
    expect(span('posting.command').attributes).toMatchObject({
      'obligo.command': 'allocate',
      'obligo.organisation': 'main',
    });
    expect(span('posting.append').attributes).toMatchObject({ 'obligo.append.batch': 1 });
    // Each span begins at a whole millisecond of the clock, so that ends compare to a millisecond only.
    expect(span('posting.append').end).toBeLessThan(span(route).end + 1_000_000n);
  });

  it('tells neither amounts nor projects nor names', () => {
    const all = JSON.stringify(
      [...spans.values()].map(({ name, attributes, events }) => [name, attributes, events]),
    );
    for (const secret of ['1234567', 'P01', 'สมหญิง', 'AP-1', ledger.maker]) expect(all).not.toContain(secret);
  });

  it('carries the trace in its events as their correlation id, and nothing else new', async () => {
    const { metadata } = await lastEvent();
    expect(metadata.correlationId).toBe(traceId);
    const known = [
      'actor',
      'asked',
      'causationId',
      'commandId',
      'correlationId',
      'decision',
      'effectiveOn',
      'previous',
    ];
    expect(Object.keys(metadata).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('is joined by the projector of another process, which knows the log alone', async () => {
    await ledger.projectElsewhere((await lastEvent()).position);
    const elsewhere = await ledger.collector.until((all) =>
      all.find((each) => each.service === 'obligo-projector' && each.traceId === traceId),
    );
    expect(elsewhere).toMatchObject({
      name: 'projection.page',
      parentSpanId: span('posting.command').spanId,
    });
  });

  it('is not recorded a second time when the caller asks again under the same key', async () => {
    const again = await post(traceId, 'AP-1');
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const own = await ledger.collector.until((all) => {
      const found = all.filter((each) => each.traceId === traceId && each.service === 'obligo-ledger');
      return found.filter(({ name }) => name === route).length === 2 && found;
    });
    expect(own.filter(({ name }) => name === 'posting.command')).toHaveLength(1);
    expect(new Set(own.map(({ spanId }) => spanId)).size).toBe(own.length);
  });
});

describe('a posting', () => {
  it('has a trace of its own when its caller has none, and events that lead to it', async () => {
    expect((await ledger.post(PATH, { body: allocation('AP-2') })).status).toBe(201);
    const { metadata } = await lastEvent();
    const spans = await traceWith(metadata.correlationId, 'posting.command', 'posting.append');
    expect(spans.get('posting.command')?.attributes['obligo.command.id']).toBe(metadata.commandId);
  });

  it('leaves no mark of a trace that its caller does not record', async () => {
    const traceId = 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb';
    expect((await post(traceId, 'AP-3', '00')).status).toBe(201);
    const { metadata } = await lastEvent();
    expect(metadata.correlationId).toBe(metadata.commandId);
    expect(ledger.collector.spans.some((span) => span.traceId === traceId)).toBe(false);
  });

  it('is traced with the code of its refusal when it is refused', async () => {
    const traceId = 'cccccccccccccccccccccccccccccccc';
    const refused = await ledger.post('budget-accounts/2569/P01/disbursements', {
      body: { disbursement: 'DV-1', commitment: 'PO-9', amount: '1.00', effectiveOn: '2025-11-01' },
      headers: { traceparent: `00-${traceId}-${CALLER}-01` },
    });
    const { code } = (await refused.json()) as { code: string };
    const spans = await traceWith(traceId, 'posting.command');
    expect(spans.get('posting.command')).toMatchObject({ failed: false, attributes: { 'error.type': code } });
  });
});
