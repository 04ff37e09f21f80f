import { createHash } from 'node:crypto';

const TRACE_ID = /^(?!0{32})[0-9a-f]{32}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Whether a correlation id is the id of a trace that is recorded (W3C: 32 hex digits in lower case, not all 0). The
 * correlation id of events of a request without such a trace is the id of their command, a UUID with its dashes.
 */
export const isTraceId = (correlationId: string): boolean => TRACE_ID.test(correlationId);

/**
 * The span of a command: 16 hex digits from its id, which stands in every one of its events. A projector in another
 * process names it as the parent of its own span, so that nothing travels beside the event.
 */
export const commandSpanId = (commandId: string): string =>
  UUID.test(commandId)
    ? commandId.replaceAll('-', '').slice(16)
    : createHash('sha256').update(commandId).digest('hex').slice(0, 16);
