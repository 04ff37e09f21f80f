import { describe, expect, it } from '@jest/globals';
import { refusalThrownBy } from './refusal.fixture.ts';
import { isRefusal, orThrow, refusal, RefusalError } from './refusal.ts';

const missing = refusal('rule', 'budget-exceeded', '0.01 is missing.', { shortBy: '0.01' });

describe('a refusal', () => {
  it('is told from an answer by what it is, not by how it looks', () => {
    expect(isRefusal(missing)).toBe(true);
    for (const answer of [[], {}, { refused: false }, { refused: 'true' }, null, undefined, 'refused']) {
      expect(isRefusal(answer)).toBe(false);
    }
  });

  it('goes unchanged through code that can only throw', () => {
    expect(refusalThrownBy(() => orThrow(missing))).toBe(missing);
    expect(orThrow(['an event'])).toEqual(['an event']);
  });

  it('says its sentence as an error, too', () => {
    const error = new RefusalError(missing);
    expect(error).toBeInstanceOf(Error);
    expect(error.message).toBe('0.01 is missing.');
    expect(error.name).toBe('RefusalError');
  });

  it('has no details unless some are given', () => {
    expect(refusal('conflict', 'a-code', 'A sentence.')).toEqual({
      refused: true,
      kind: 'conflict',
      code: 'a-code',
      message: 'A sentence.',
      details: {},
    });
  });
});
