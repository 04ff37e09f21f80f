import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { FixedIds } from './fixed-ids.ts';
import { tracePostgres } from './postgres-spans.ts';
import { useTracing } from './with-span.ts';

export interface TracingOptions {
  /** Where a collector takes OTLP over HTTP, such as `http://127.0.0.1:4318`. */
  readonly endpoint: string;
  readonly service: string;
  readonly version: string;
  /** Tells processes of one service apart. */
  readonly instance: string;
}

/** Spans wait this long for others, so that one request carries many. */
const DELAY_MS = 1_000;
/** How long a collector that does not answer may hold a process that ends. */
const TIMEOUT_MS = 5_000;

/**
 * Sends the spans of this process to a collector. A trace that its caller does not record is not recorded here. A
 * collector that is slow or away costs spans, never a posting.
 */
export async function startTracing(options: TracingOptions): Promise<{ close(): Promise<void> }> {
  const { endpoint, service, version, instance } = options;
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    timeoutMillis: TIMEOUT_MS,
  });
  const ids = new FixedIds();
  const provider = new TracerProvider({
    idGenerator: ids,
    sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }),
    resource: resourceFromAttributes({
      'service.name': service,
      'service.version': version,
      'service.instance.id': instance,
    }),
    spanProcessors: [
      new BatchSpanProcessor({ exporter, scheduledDelayMillis: DELAY_MS, exportTimeoutMillis: TIMEOUT_MS }),
    ],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(provider);
  useTracing({ tracer: provider.getTracer('obligo', version), ids });
  const untracePostgres = await tracePostgres(provider);
  return {
    close: async () => {
      useTracing(undefined);
      untracePostgres();
      // What a collector does not take is lost; the process ends all the same.
      await provider.shutdown().catch(() => undefined);
      trace.disable();
      context.disable();
    },
  };
}
