import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonExcess } from './json-shape.ts';

const excess = (text: string, depth = 3, members = 5) => jsonExcess(Buffer.from(text), { depth, members });

describe('the shape of a body', () => {
  it('is held at the limit and refused one step beyond', () => {
    expect(excess('[[[1]]]')).toBeUndefined();
    expect(excess('[[[[1]]]]')).toBe('depth');
    expect(excess('{"a":1,"b":2,"c":3,"d":4,"e":5}')).toBeUndefined();
    expect(excess('{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}')).toBe('members');
    expect(excess('[1,2,[3,4,5]]')).toBe('members');
  });

  it('does not count what stands in text, however it is quoted', () => {
    expect(excess(JSON.stringify({ note: '[[[[{{{{,,,,,,"\\' }))).toBeUndefined();
    expect(excess(String.raw`["\\",[[["\""]]]]`)).toBe('depth');
    expect(excess(String.raw`["\\\"[[[[[[",1]`)).toBeUndefined();
  });

  it('has no member twice, however its name is spelt, and says which', () => {
    expect(excess('{"amount":"1.00", "amount" :"2.00"}')).toEqual({ twice: 'amount' });
    expect(excess(String.raw`{"amount":1,"amoun\u0074":2}`)).toEqual({ twice: 'amount' });
    expect(excess(String.raw`{"ถ":1,"\u0e16":2}`)).toEqual({ twice: 'ถ' });
    expect(excess('{"a":{"b":1},"a":2}')).toEqual({ twice: 'a' });
    expect(excess('[{"a":1},{"a":{"a":["a","a"]}}]', 9, 99)).toBeUndefined();
    expect(excess('{"a":"a:\\":","b":"a"}')).toBeUndefined();
  });

  it('lists that stand beside one another are not deep', () => {
    expect(excess('[[[]],[[]]]', 3, 9)).toBeUndefined();
  });

  it('is found in any text, JSON or not, without failing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect([undefined, 'depth', 'members']).toContain(
          jsonExcess(Buffer.from(bytes), { depth: 3, members: 5 }),
        );
      }),
    );
  });

  it('is for every JSON value what the value itself shows', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const deep = depthOf(value) > 3;
        const found = jsonExcess(Buffer.from(JSON.stringify(value)), { depth: 3, members: 1_000_000 });
        expect(found).toBe(deep ? 'depth' : undefined);
      }),
    );
  });
});

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
