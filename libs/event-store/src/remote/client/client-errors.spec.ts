import { describe, expect, it } from '@jest/globals';
import { clientError } from './client-errors.ts';

/** As the library of EventStoreDB gives an error of gRPC. */
const given = (type: string, message: string) => Object.assign(new Error(message), { type });

describe('an error of a client library', () => {
  it.each([
    [
      'timeout',
      '10 ABORTED: Operation timed out: Consumer too slow to handle event while live. Client resubscription required.',
      'too-slow',
    ],
    ['timeout', '10 ABORTED: Operation timed out', 'timeout'],
    ['unavailable', '14 UNAVAILABLE: No connection established', 'unavailable'],
    ['unknown', 'what nobody has heard of', 'unknown'],
  ])('of the type %s, %s: gave no answer, %s', (type, message, reason) => {
    expect(clientError(given(type, message))).toMatchObject({ name: 'NoAnswer', reason });
  });
});
