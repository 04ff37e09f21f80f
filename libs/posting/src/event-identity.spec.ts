import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventIdOf as ofKernel } from '#kernel';
import { eventIdOf } from './event-identity.ts';

describe('the identity of an event', () => {
  it('is the one that the kernel gives it, whatever the command is called', () => {
    const names = fc.oneof(fc.uuid(), fc.string({ unit: 'grapheme' }), fc.constant('สพธอ./key-1'));
    fc.assert(
      fc.property(names, fc.integer({ min: -1 }), (command, index) => {
        expect(eventIdOf(command, index)).toBe(ofKernel(command, index));
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused to a command whose name is no text', () => {
    expect(() => eventIdOf('\ud83d', 0)).toThrow(URIError);
  });
});
