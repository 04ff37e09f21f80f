import { describe, expect, it } from '@jest/globals';
import { traceParentIn } from './traceparent.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';

describe('the trace that a caller names', () => {
  it('is read with whether the caller records it', () => {
    expect(traceParentIn(`00-${TRACE}-${SPAN}-01`)).toEqual({ traceId: TRACE, spanId: SPAN, sampled: true });
    expect(traceParentIn(`00-${TRACE}-${SPAN}-02`)).toMatchObject({ sampled: false });
  });

  it('may be of a version to come, which adds fields at its end', () => {
    expect(traceParentIn(`cc-${TRACE}-${SPAN}-01-what-the-future-brings`)).toMatchObject({ traceId: TRACE });
  });

  it.each([
    ['absent', undefined],
    ['given twice', [`00-${TRACE}-${SPAN}-01`, `00-${TRACE}-${SPAN}-01`]],
    ['empty', ''],
    ['of nobody', `00-${'0'.repeat(32)}-${SPAN}-01`],
    ['below no span', `00-${TRACE}-${'0'.repeat(16)}-01`],
    ['in capitals', `00-${TRACE.toUpperCase()}-${SPAN}-01`],
    ['of a version that cannot be', `ff-${TRACE}-${SPAN}-01`],
    ['of this version with more behind it', `00-${TRACE}-${SPAN}-01-more`],
    ['cut short', `00-${TRACE}-${SPAN}`],
  ])('is nothing when it is %s', (_, header) => {
    expect(traceParentIn(header)).toBeUndefined();
  });
});
