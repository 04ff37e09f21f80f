import {
  type Attributes,
  context,
  type Context,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer,
} from '@opentelemetry/api';
import type { FixedIds } from './fixed-ids.ts';
import type { TraceParent } from './traceparent.ts';

/** Where spans go while tracing is on. */
interface Tracing {
  readonly tracer: Tracer;
  readonly ids: FixedIds;
}

let tracing: Tracing | undefined;

/** Switches the spans of this process on, or off with nothing. */
export function useTracing(now: Tracing | undefined): void {
  tracing = now;
}

export interface SpanOptions {
  readonly kind?: 'internal' | 'server' | 'client';
  /** 16 hex digits; made up when absent. */
  readonly spanId?: string;
  /** A span of another process, or none at all with `null`; the active one when absent. */
  readonly parent?: TraceParent | null;
  /** When it began, in milliseconds since 1970; now when absent. */
  readonly startedAt?: number;
}

const KINDS = { internal: SpanKind.INTERNAL, server: SpanKind.SERVER, client: SpanKind.CLIENT } as const;

/** A span that its caller ends; nothing while tracing is off. */
export function beginSpan(
  name: string,
  attributes: Attributes,
  { kind = 'internal', spanId, parent, startedAt }: SpanOptions = {},
): { readonly span: Span; readonly within: Context } | undefined {
  if (!tracing) return undefined;
  const { tracer, ids } = tracing;
  const outer = parent === undefined ? context.active() : contextOf(parent);
  const options = {
    kind: KINDS[kind],
    attributes,
    ...(startedAt === undefined ? {} : { startTime: startedAt }),
  };
  const span = ids.with(spanId, () => tracer.startSpan(name, options, outer));
  return { span, within: trace.setSpan(outer, span) };
}

function contextOf(parent: TraceParent | null): Context {
  const outside = trace.deleteSpan(context.active());
  if (parent === null) return outside;
  const { traceId, spanId, sampled } = parent;
  const traceFlags = sampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(outside, { traceId, spanId, traceFlags, isRemote: true });
}

/**
 * Runs something within a span; what it begins is a child of it. While tracing is off it just runs. An error marks the
 * span with its name, never with its message, which may hold amounts.
 */
export function withSpan<T>(name: string, attributes: Attributes, run: () => T, options?: SpanOptions): T {
  const begun = beginSpan(name, attributes, options);
  if (!begun) return run();
  const { span, within } = begun;
  try {
    const result = context.with(within, run);
    if (!(result instanceof Promise)) {
      span.end();
      return result;
    }
    return result.then(
      (value: unknown) => {
        span.end();
        return value;
      },
      (error: unknown) => {
        endFailed(span, error);
        throw error;
      },
    ) as T;
  } catch (error) {
    endFailed(span, error);
    throw error;
  }
}

function endFailed(span: Span, error: unknown): void {
  const { refusal } = error as { readonly refusal?: { readonly code: string } };
  span.setAttribute('error.type', refusal?.code ?? (error instanceof Error ? error.name : typeof error));
  // A refusal is an answer; whatever else was thrown is a failure.
  if (refusal === undefined) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** The span that is open here; nothing while tracing is off, or outside of any. */
export const currentSpan = (): Span | undefined => (tracing ? trace.getActiveSpan() : undefined);
