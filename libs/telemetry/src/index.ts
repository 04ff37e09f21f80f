/**
 * Traces and metrics of a process, where an operator asks for them; nothing is loaded and nothing is paid where
 * nobody does. Every process of a ledger uses the same names and the same way from an event to its trace.
 */
export { listeningRefusal } from './listening.ts';
export { CATALOGUE, type Metric, type MetricName } from './metrics/catalogue.ts';
export type { Metrics } from './metrics/metrics.ts';
export { isAddress, startTelemetry, type Telemetry, type TelemetryOptions } from './telemetry.ts';
export { commandSpanId, isTraceId } from './tracing/ids.ts';
export { type Projected, tracePage } from './tracing/projection-spans.ts';
export { type TraceParent, traceParentIn } from './tracing/traceparent.ts';
export { beginSpan, currentSpan, type SpanOptions, withSpan } from './tracing/with-span.ts';
