import { randomUUID } from 'node:crypto';
import type { StoreObserver } from '#event-store';
import type { Metrics } from './metrics/metrics.ts';

export interface TelemetryOptions {
  /** `obligo-ledger`, `obligo-projector`. */
  readonly service: string;
  readonly version: string;
  /** Tells processes of one service apart; made up when absent. */
  readonly instance?: string;
  /** Base address of a collector that takes OTLP over HTTP; no traces when absent. */
  readonly otlp?: string | undefined;
  /** `host:port` to serve `/metrics` at; `true` to keep metrics and serve them by `handle`; none when absent. */
  readonly metrics?: string | true | undefined;
}

/** What a process tells of itself. */
export interface Telemetry {
  readonly tracing: boolean;
  readonly metrics: Metrics | undefined;
  /** Where the metrics are, when they have an address of their own. */
  readonly metricsUrl: string | undefined;
  /** Who hears what a store does; nobody where neither traces nor metrics are kept. */
  observer(log?: 'ledger' | 'access'): StoreObserver | undefined;
  /** Sends what was not sent yet, and lets go. */
  close(): Promise<void>;
}

/** Begins what is asked for; loads nothing for what is not. One per process. */
export async function startTelemetry(options: TelemetryOptions): Promise<Telemetry> {
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    const { otlp, instance = randomUUID(), service, version } = options;
    if (otlp !== undefined) {
      const { startTracing } = await import('./tracing/tracing.ts');
      const tracing = await startTracing({ endpoint: otlp, service, version, instance });
      closing.push(() => tracing.close());
    }
    const { metrics, metricsUrl } = await startMetrics(options, closing);
    const { tracedStore } = await import('./metrics/store-observer.ts');
    const traced = otlp === undefined ? undefined : tracedStore;
    return {
      tracing: otlp !== undefined,
      metrics,
      metricsUrl,
      observer: (log) => metrics?.observer(log) ?? traced,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startMetrics(
  { metrics: wanted, service, version }: TelemetryOptions,
  closing: (() => unknown)[],
): Promise<Pick<Telemetry, 'metrics' | 'metricsUrl'>> {
  if (wanted === undefined) return { metrics: undefined, metricsUrl: undefined };
  const { Metrics: Kept } = await import('./metrics/metrics.ts');
  const { tellOfProcess } = await import('./metrics/process-metrics.ts');
  const metrics = new Kept();
  closing.push(() => metrics.close(), tellOfProcess(metrics));
  metrics.set('obligo_build_info', 1, { service, version, node: process.version });
  if (wanted === true) return { metrics, metricsUrl: undefined };
  const { serveMetrics } = await import('./metrics/metrics-server.ts');
  const server = await serveMetrics(metrics, addressOf(wanted));
  closing.push(() => server.close());
  return { metrics, metricsUrl: server.url };
}

/** `host:port`, an IPv6 address in brackets. */
export function addressOf(text: string): { readonly host: string; readonly port: number } {
  const [, bracketed, plain, port] = ADDRESS.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || Number(port) > 65_535) throw new Error(`${text}: expected host:port`);
  return { host, port: Number(port) };
}

/** Whether a text is `host:port`; an IPv6 address stands in brackets. */
export const isAddress = (text: string): boolean => {
  const port = ADDRESS.exec(text)?.[3];
  return port !== undefined && Number(port) <= 65_535;
};

const ADDRESS = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+)):(\d{1,5})$/i;
