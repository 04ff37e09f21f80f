import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainCopy } from './plain-values.ts';

class Line {
  fundSource = 'annual-appropriation';
  category: string | undefined = undefined;
}

describe('the copy of a command', () => {
  it('is the one that a structured clone makes, member by member', () => {
    const value = fc.letrec((tie) => ({
      part: fc.oneof(
        { maxDepth: 3 },
        fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined)),
        fc.array(tie('part'), { maxLength: 3 }),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('part'), { maxKeys: 4 }),
        fc.constant(new Line()),
      ),
    })).part;
    fc.assert(
      fc.property(value, (command) => {
        expect(plainCopy(command)).toStrictEqual(structuredClone(command));
      }),
    );
  });

  it('shares nothing with what it was made of, and has no class', () => {
    const command = { type: 'commit', line: new Line(), list: [new Line()] };
    const copy = plainCopy(command);
    command.line.fundSource = 'another';
    command.list.length = 0;
    expect(copy).toStrictEqual({
      type: 'commit',
      line: { fundSource: 'annual-appropriation', category: undefined },
      list: [{ fundSource: 'annual-appropriation', category: undefined }],
    });
  });
});
