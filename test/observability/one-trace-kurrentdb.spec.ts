import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { describeOnEventDatabase, freshLog, withLog } from '#event-store/testing';
import { parseExposition } from '#telemetry/testing';
import { allocation, TracedLedger } from './traced-ledger.fixture.ts';

const TRACE = 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee';

// A whole service is started, and machines differ.
jest.setTimeout(120_000);

describeOnEventDatabase('kurrentdb', 'a posting to a ledger in KurrentDB', (server) => {
  const home = withLog(server, freshLog());
  let ledger: TracedLedger;
  beforeAll(async () => {
    ledger = await TracedLedger.open(home);
  });
  afterAll(() => ledger.close());

  it('is one trace from the request by the append to the read models of another process with a copy of its own', async () => {
    const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`;
    const posted = await ledger.post('budget-accounts/2569/P01/allocations', {
      body: allocation('AP-1'),
      headers: { traceparent },
    });
    expect(posted.status).toBe(201);
    const { position } = (await posted.json()) as { position: string };
    await ledger.projectElsewhere(position, home);
    const spans = await ledger.collector.until((all) => {
      const own = all.filter(({ traceId }) => traceId === TRACE);
      return own.some(({ service }) => service === 'obligo-projector') && own.length >= 5 && own;
    });
    const of = (name: string, service = 'obligo-ledger') =>
      spans.find((span) => span.name === name && span.service === service);
    const command = of('posting.command');
    expect(of('posting.append')).toMatchObject({
      parentSpanId: command?.spanId,
      attributes: { 'obligo.append.events': 1 },
    });
    expect(of('projection.page', 'obligo-projector')).toMatchObject({ parentSpanId: command?.spanId });
  });

  it('tells how the copy stands with the event database', async () => {
    const families = parseExposition(await ledger.metrics());
    const standing = families.get('obligo_store_standing')?.samples ?? [];
    expect(standing.filter(({ value }) => value === 1).map(({ labels }) => labels)).toEqual([
      { log: 'ledger', standing: 'ready' },
      { log: 'access', standing: 'ready' },
    ]);
    expect(families.get('obligo_append_duration_seconds')?.samples.length).toBeGreaterThan(0);
    expect(families.get('obligo_subscription_lag_events')?.samples.map(({ value }) => value)).toEqual([0, 0]);
  });
});
