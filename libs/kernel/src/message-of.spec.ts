import { describe, expect, it } from '@jest/globals';
import { runInNewContext } from 'node:vm';
import { messageOf } from './message-of.ts';

describe('what an error says', () => {
  it('is its message, of whatever realm it is', () => {
    expect(messageOf(new RangeError('too far'))).toBe('too far');
    expect(messageOf(runInNewContext('new Error("from elsewhere")'))).toBe('from elsewhere');
  });

  it('is the text of what is thrown without being an error', () => {
    expect(['no error', undefined, null, 7].map(messageOf)).toEqual(['no error', 'undefined', 'null', '7']);
  });
});
