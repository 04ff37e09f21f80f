import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Attributes, Counter, Gauge, Histogram, Meter, ObservableGauge } from '@opentelemetry/api';
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import type { StoreObserver } from '#event-store';
import { CATALOGUE, type NameOf } from './catalogue.ts';
import { storeObserver } from './store-observer.ts';

/** Tells one value of a gauge, or of a counter that something else keeps. */
export type Tell = (name: NameOf<'gauge'>, value: number, labels?: Attributes) => void;

const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** The metrics of one process, in memory, as Prometheus reads them. Nobody is told but who asks. */
export class Metrics {
  readonly #reader = new PrometheusExporter({ preventServerStart: true });
  readonly #serializer = new PrometheusSerializer(undefined, false, undefined, true, true);
  readonly #provider = new MeterProvider({ readers: [this.#reader] });
  readonly #meter: Meter = this.#provider.getMeter('obligo');
  readonly #counters = new Map<string, Counter>();
  readonly #histograms = new Map<string, Histogram>();
  readonly #gauges = new Map<string, Gauge>();

  /** Adds to what only grows; adding 0 shows it before anything happened. */
  count(name: NameOf<'counter'>, more = 1, labels?: Attributes): void {
    let counter = this.#counters.get(name);
    if (!counter) {
      counter = this.#meter.createCounter(name, { description: CATALOGUE[name].help });
      this.#counters.set(name, counter);
    }
    counter.add(more, labels);
  }

  record(name: NameOf<'histogram'>, value: number, labels?: Attributes): void {
    let histogram = this.#histograms.get(name);
    if (!histogram) {
      const { help, buckets } = CATALOGUE[name];
      const advice = { explicitBucketBoundaries: [...buckets] };
      histogram = this.#meter.createHistogram(name, { description: help, advice });
      this.#histograms.set(name, histogram);
    }
    histogram.record(value, labels);
  }

  /** Sets a gauge that is told of when it changes. */
  set(name: NameOf<'gauge'>, value: number, labels?: Attributes): void {
    let gauge = this.#gauges.get(name);
    if (!gauge) {
      gauge = this.#meter.createGauge(name, { description: CATALOGUE[name].help });
      this.#gauges.set(name, gauge);
    }
    gauge.record(value, labels);
  }

  /** Reads gauges whenever somebody asks for the metrics. One that cannot be read is missing that time. */
  observe(names: readonly NameOf<'gauge'>[], read: (tell: Tell) => void | Promise<void>): void {
    const gauges = new Map<string, ObservableGauge>(
      names.map((name) => [
        name,
        this.#meter.createObservableGauge(name, { description: CATALOGUE[name].help }),
      ]),
    );
    this.#meter.addBatchObservableCallback(
      (result) =>
        read((name, value, labels) => {
          const gauge = gauges.get(name);
          if (gauge) result.observe(gauge, value, labels);
        }),
      [...gauges.values()],
    );
  }

  /** Keeps a counter that something else counts. */
  follow(name: NameOf<'counter'>, read: () => number): void {
    this.#meter
      .createObservableCounter(name, { description: CATALOGUE[name].help })
      .addCallback((result) => result.observe(read()));
  }

  /** Counts what a store does with one of the logs. */
  observer(log: 'ledger' | 'access' = 'ledger'): StoreObserver {
    return storeObserver(this, log);
  }

  /** All of it in the text format of Prometheus. */
  async text(): Promise<string> {
    const { resourceMetrics } = await this.#reader.collect();
    return this.#serializer.serialize(resourceMetrics);
  }

  /** Answers one request: the metrics at `/metrics`, whatever else is not there. */
  async handle({ method, url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (url.split('?')[0] !== '/metrics') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('The metrics are at /metrics.\n');
    } else if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
    } else {
      const text = await this.text();
      response.writeHead(200, { 'content-type': CONTENT_TYPE, 'cache-control': 'no-store' });
      response.end(method === 'HEAD' ? undefined : text);
    }
  }

  close(): Promise<void> {
    return this.#provider.shutdown();
  }
}
