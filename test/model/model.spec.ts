import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stories } from './asked.ts';
import { compare } from './compare.ts';

const STORIES = 2_000;
/** Everything that can be asked, `asked.ts`. */
const KINDS = 18;

describe('the ledger beside a reference that was written without it', () => {
  it(`takes and refuses the same in ${STORIES} stories, with the same balances after every step`, () => {
    const taken = new Map<string, number>();
    fc.assert(
      fc.property(stories, (story) => compare(story, taken)),
      { numRuns: STORIES },
    );
    // Were hardly anything taken, the two would agree for want of events.
    const rare = [...taken].filter(([, count]) => count < 20).map(([kind]) => kind);
    expect([taken.size, rare]).toEqual([KINDS, []]);
  });
});
