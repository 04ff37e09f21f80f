import { commandSpanId, isTraceId } from './ids.ts';
import { beginSpan } from './with-span.ts';

/** What is needed of an event to know its trace. */
export interface Projected {
  readonly position: string;
  /** ISO 8601. */
  readonly recordedAt: string;
  readonly metadata: { readonly correlationId: string; readonly commandId: string };
}

/** Older events are read by a rebuild or by a new reader: nobody waits for those. */
const RECENT_MS = 10 * 60_000;
/** Traces of one page that get a span. */
const MOST_TRACES = 100;

/**
 * Ends the traces of the events of one page: each gets a span for the transaction that took the page to the read
 * models, below the span of its command, in whatever process that ran. `startedAt` is in milliseconds since 1970.
 */
export function tracePage(name: string, page: readonly Projected[], startedAt: number): void {
  const [first, last] = [page[0], page.at(-1)];
  // One look: pages are read in order, so the newest event is the last.
  if (!first || !last || startedAt - Date.parse(last.recordedAt) > RECENT_MS) return;
  const commands = new Map<string, string>();
  for (const { metadata, recordedAt } of page) {
    if (commands.size >= MOST_TRACES) break;
    const { correlationId, commandId } = metadata;
    if (!isTraceId(correlationId) || startedAt - Date.parse(recordedAt) > RECENT_MS) continue;
    commands.set(correlationId, commandId);
  }
  const attributes = {
    'obligo.page.events': page.length,
    'obligo.page.first': first.position,
    'obligo.page.last': last.position,
  };
  for (const [traceId, commandId] of commands) {
    const parent = { traceId, spanId: commandSpanId(commandId), sampled: true };
    beginSpan(name, attributes, { parent, startedAt })?.span.end();
  }
}
