import { describe, expect, it } from '@jest/globals';
import { withoutNulls } from './without-nulls.ts';

class Preview {
  language: string | null = 'th';
  title?: string | null;
  /** Plain JSON that somebody keeps. */
  kept: unknown;
}

describe('a field that somebody wrote as null', () => {
  it('is as one that is left out: what holds without it holds', () => {
    const preview = Object.assign(new Preview(), { language: null, title: null });
    expect(withoutNulls(preview)).toEqual(new Preview());
  });

  it('stays in what is kept as it was given', () => {
    const preview = Object.assign(new Preview(), { kept: { title: null } });
    expect(withoutNulls(preview).kept).toEqual({ title: null });
  });
});
