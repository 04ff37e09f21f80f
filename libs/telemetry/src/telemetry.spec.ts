import { afterEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import {
  CATALOGUE,
  currentSpan,
  isAddress,
  startTelemetry,
  type Telemetry,
  tracePage,
  withSpan,
} from '#telemetry';
import { type OtlpReceiver, parseExposition, startOtlpReceiver } from '#telemetry/testing';

const ABOUT = { service: 'obligo-test', version: '1.2.3' };
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';
const COMMAND = '7b1f2a3c-0d4e-5f60-8a9b-0c1d2e3f4a5b';

let telemetry: Telemetry | undefined;
let collector: OtlpReceiver | undefined;
afterEach(async () => {
  await telemetry?.close();
  await collector?.close();
  [telemetry, collector] = [undefined, undefined];
});

const traced = async (): Promise<OtlpReceiver> => {
  collector = await startOtlpReceiver();
  telemetry = await startTelemetry({ ...ABOUT, otlp: collector.url });
  return collector;
};

describe('a process that nobody asked to tell of itself', () => {
  it('just runs what is to be run, and hears nothing of its stores', async () => {
    telemetry = await startTelemetry(ABOUT);
    expect(telemetry).toMatchObject({ tracing: false, metrics: undefined, metricsUrl: undefined });
    expect(telemetry.observer()).toBeUndefined();
    expect(withSpan('anything', {}, () => [7, currentSpan()])).toEqual([7, undefined]);
  });

  it('loads nothing of what would tell', async () => {
    const script = `
      const loaded = [];
      const { registerHooks } = await import('node:module');
      registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
      const { startTelemetry } = await import('#telemetry');
      await startTelemetry({ service: 'a', version: '1' });
      console.log(loaded.filter((url) => url.includes('/node_modules/')).join());`;
    const flags = ['--conditions=source', '--disable-warning=ExperimentalWarning', '--input-type=module'];
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, '-e', script]);
    expect(stdout).toContain('@opentelemetry/api');
    expect(stdout).not.toMatch(/sdk-|exporter|instrumentation|node_modules\/pg/);
  });
});

describe('traces', () => {
  it('arrive at the collector as they were nested, across what waits', async () => {
    const { until } = await traced();
    await withSpan('outer', { 'obligo.count': 2 }, async () => {
      await Promise.resolve();
      withSpan('inner', {}, () => currentSpan()?.addEvent('decided again'));
    });
    await telemetry?.close();
    const [inner, outer] = await until((spans) => spans.length === 2 && [...spans]);
    expect(inner).toMatchObject({ name: 'inner', events: ['decided again'], service: 'obligo-test' });
    expect(outer).toMatchObject({ name: 'outer', parentSpanId: '', attributes: { 'obligo.count': 2 } });
    expect(inner).toMatchObject({ traceId: outer?.traceId, parentSpanId: outer?.spanId });
  });

  it('tell that something failed, and not with which words', async () => {
    const { until } = await traced();
    const fail = () => withSpan('failing', {}, () => Promise.reject(new RangeError('1,000,000.00 baht')));
    await expect(fail()).rejects.toThrow(RangeError);
    await telemetry?.close();
    const span = await until(([first]) => first);
    expect(span).toMatchObject({ name: 'failing', failed: true, attributes: { 'error.type': 'RangeError' } });
    expect(JSON.stringify([span.attributes, span.events])).not.toContain('baht');
  });

  it('take in the page of a projector in any process, by what stands in the events', async () => {
    const { until } = await traced();
    const now = Date.now();
    const event = (position: number, correlationId: string, age = 0) => ({
      position: String(position),
      recordedAt: new Date(now - age).toISOString(),
      metadata: { correlationId, commandId: COMMAND },
    });
    const old = 3_600_000;
    tracePage('projection.page', [event(1, TRACE, old), event(2, COMMAND), event(3, TRACE)], now);
    tracePage('projection.page', [event(4, TRACE, old)], now);
    await telemetry?.close();
    const spans = await until((all) => all.length > 0 && [...all]);
    expect(spans).toHaveLength(1);
    expect(spans[0]).toMatchObject({
      traceId: TRACE,
      parentSpanId: '8a9b0c1d2e3f4a5b',
      attributes: { 'obligo.page.events': 3, 'obligo.page.first': '1', 'obligo.page.last': '3' },
    });
  });

  it('are not made where the caller makes none', async () => {
    const { spans } = await traced();
    const parent = { traceId: TRACE, spanId: CALLER, sampled: false };
    withSpan('not recorded', {}, () => withSpan('nor this', {}, () => undefined), { parent });
    await telemetry?.close();
    expect(spans).toEqual([]);
  });

  it('carry the headers that a collector asks for, as the standard variable has them', async () => {
    process.env['OTEL_EXPORTER_OTLP_HEADERS'] = 'x-api-key=open-sesame';
    try {
      const { until, headers } = await traced();
      withSpan('heard', {}, () => undefined);
      await telemetry?.close();
      await until(({ length }) => length === 1);
      expect(headers[0]?.['x-api-key']).toBe('open-sesame');
    } finally {
      delete process.env['OTEL_EXPORTER_OTLP_HEADERS'];
    }
  });

  it('are lost without harm when no collector answers', async () => {
    const { url, close } = await startOtlpReceiver();
    await close();
    telemetry = await startTelemetry({ ...ABOUT, otlp: url });
    expect(withSpan('unheard', {}, () => 7)).toBe(7);
    await expect(telemetry.close()).resolves.toBeUndefined();
  });
});

describe('metrics', () => {
  it('are served at an address of their own, in the format of Prometheus, and nothing else is', async () => {
    telemetry = await startTelemetry({ ...ABOUT, metrics: '127.0.0.1:0' });
    const observer = telemetry.observer();
    observer?.queue?.(3);
    observer?.batch?.(2);
    observer?.appended?.({ ms: 4, events: 5, bytes: 600, batch: 2 });
    observer?.conflict?.('budgetaccount-etda.2569.P01');
    observer?.retried?.('timeout');
    const url = telemetry.metricsUrl ?? '';
    const answer = await fetch(url);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await answer.text();
    const families = parseExposition(text);
    const valueOf = (name: string) => families.get(name)?.samples[0]?.value;
    expect(valueOf('obligo_append_queue_depth')).toBe(3);
    expect(valueOf('obligo_append_conflicts_total')).toBe(1);
    expect(valueOf('obligo_appended_events_total')).toBe(5);
    expect(valueOf('obligo_appended_bytes_total')).toBe(600);
    const durations = families.get('obligo_append_duration_seconds')?.samples ?? [];
    expect(durations.find(({ name }) => name.endsWith('_sum'))?.value).toBeCloseTo(0.004);
    expect(durations.find(({ labels }) => labels['le'] === '0.005')?.value).toBe(1);
    expect(durations.find(({ labels }) => labels['le'] === '0.0025')?.value).toBe(0);
    expect(text).not.toContain('P01');
    expect((await fetch(new URL('/', url))).status).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
  });

  it('tell of the process under the names that dashboards know, and of no metric that is not in the list', async () => {
    telemetry = await startTelemetry({ ...ABOUT, metrics: true });
    const families = parseExposition((await telemetry.metrics?.text()) ?? '');
    expect(families.get('process_resident_memory_bytes')?.samples[0]?.value).toBeGreaterThan(1e6);
    expect(families.get('process_cpu_seconds_total')?.type).toBe('counter');
    expect(
      families.get('nodejs_eventloop_lag_seconds')?.samples.map(({ labels }) => labels['quantile']),
    ).toEqual(['0.5', '0.99']);
    expect(families.get('obligo_build_info')?.samples).toEqual([
      {
        name: 'obligo_build_info',
        value: 1,
        labels: { service: 'obligo-test', version: '1.2.3', node: process.version },
      },
    ]);
    for (const [name, { type, help }] of families)
      expect(CATALOGUE).toHaveProperty([name], expect.objectContaining({ kind: type, help }));
  });

  it('refuse an address that is taken, and one that is none', async () => {
    telemetry = await startTelemetry({ ...ABOUT, metrics: '127.0.0.1:0' });
    const { port } = new URL(telemetry.metricsUrl ?? '');
    await expect(startTelemetry({ ...ABOUT, metrics: `127.0.0.1:${port}` })).rejects.toThrow('EADDRINUSE');
    expect(['127.0.0.1:9464', '[::1]:9464', 'metrics.internal:1'].every(isAddress)).toBe(true);
    expect(['9464', ':9464', '127.0.0.1', '127.0.0.1:70000', 'http://a:1'].some(isAddress)).toBe(false);
  });
});
