import type { IncomingMessage } from 'node:http';
import { isTraceId, traceParentIn } from '#telemetry';

/** What the line of a request in the log says beside the request itself; never an amount, a name or a secret. */
export interface RequestFacts {
  /** Trace that the request belongs to, 32 hex digits. */
  traceId?: string | undefined;
  /** Stands in every event that the request recorded. */
  correlationId?: string | undefined;
  /** Handle of the one who asks. */
  actor?: string | undefined;
  /** Name of the operation. */
  operation?: string | undefined;
  /** What the route records: category, or category and command. */
  posts?: string | undefined;
  /** Position of the last event that was recorded, or up to which was read. */
  position?: string | undefined;
  /** Code of the refusal. */
  refusal?: string | undefined;
}

const noted = new WeakMap<object, RequestFacts>();

/** Notes what is known of a request by now. */
export function note(request: object, facts: RequestFacts): void {
  const known = noted.get(request);
  if (known) Object.assign(known, facts);
  else noted.set(request, { ...facts });
}

/** What is known of a request. */
export const notedOf = (request: object): RequestFacts => noted.get(request) ?? {};

/**
 * The trace that a request belongs to and that somebody records, which then is the correlation id of its events: its
 * own while this process traces, else the caller's. Nothing where nobody records one.
 */
export function recordedTraceOf(request: IncomingMessage): string | undefined {
  const { traceId } = notedOf(request);
  if (traceId !== undefined) return isTraceId(traceId) ? traceId : undefined;
  const parent = traceParentIn(request.headers['traceparent']);
  return parent?.sampled ? parent.traceId : undefined;
}
