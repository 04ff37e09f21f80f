import type { StoreObserver } from '#event-store';
import { currentSpan } from '../tracing/with-span.ts';
import type { Metrics } from './metrics.ts';

/** Counts what a store does, and tells the span of an append how large its batch was. */
export function storeObserver(metrics: Metrics, log: string): StoreObserver {
  const labels = { log };
  metrics.count('obligo_append_conflicts_total', 0, labels);
  metrics.count('obligo_appended_events_total', 0, labels);
  metrics.count('obligo_appended_bytes_total', 0, labels);
  metrics.set('obligo_append_queue_depth', 0, labels);
  const { appended } = tracedStore;
  return {
    appended: (facts) => {
      metrics.record('obligo_append_duration_seconds', facts.ms / 1000, labels);
      metrics.count('obligo_appended_events_total', facts.events, labels);
      metrics.count('obligo_appended_bytes_total', facts.bytes, labels);
      appended(facts);
    },
    batch: (appends) => metrics.record('obligo_append_batch_appends', appends, labels),
    queue: (depth) => metrics.set('obligo_append_queue_depth', depth, labels),
    conflict: () => metrics.count('obligo_append_conflicts_total', 1, labels),
    retried: (reason) => metrics.count('obligo_store_retries_total', 1, { log, reason }),
  };
}

/** For a process that has traces and no metrics. */
export const tracedStore = {
  appended: ({ events, bytes, batch }) => {
    currentSpan()?.setAttributes({
      'obligo.append.events': events,
      'obligo.append.bytes': bytes,
      ...(batch === undefined ? {} : { 'obligo.append.batch': batch }),
    });
  },
} as const satisfies StoreObserver;
