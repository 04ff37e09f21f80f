import { describe, expect, it } from '@jest/globals';
import { commandSpanId, isTraceId } from './ids.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const COMMAND = '7b1f2a3c-0d4e-5f60-8a9b-0c1d2e3f4a5b';

describe('the way from an event to its trace', () => {
  it('is the correlation id where a recorded trace gave it', () => {
    expect(isTraceId(TRACE)).toBe(true);
  });

  it('does not take the id of a command, nothing, or half a trace for a trace that somebody records', () => {
    for (const text of [COMMAND, '', '0'.repeat(32), TRACE.slice(1), TRACE.toUpperCase()])
      expect(isTraceId(text)).toBe(false);
  });

  it('leads from a command to its span, the same in every process', () => {
    expect(commandSpanId(COMMAND)).toBe('8a9b0c1d2e3f4a5b');
    // SHA-256 of "request-7", as any other tool gives it.
    expect(commandSpanId('request-7')).toBe('a8fbf5f18c10907f');
  });
});
