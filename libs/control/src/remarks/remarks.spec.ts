import { describe, expect, it } from '@jest/globals';
import { type CivilDate, type DecisionContext, type Evidence, isRefusal } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import { type AddRemark, MOST_REMARKS, remarks, type RemarksState } from './remarks.ts';

const day = '2025-12-30' as CivilDate;
const context: DecisionContext = {
  calendar: DEFAULT_SETTINGS.calendar,
  bookedOn: day,
  stream: 'remarks-etda.0b2f6f3e-6d9b-5a5e-8a51-0d7d5d0f8d11',
  actor: 'malee',
};
const invoice: Evidence = { name: 'ใบแจ้งหนี้.pdf', size: 1_024, sha256: 'a'.repeat(64) };

const add = (facts: Partial<AddRemark>, state: RemarksState = remarks.initial()) => {
  const decided = remarks.decide(
    state,
    {
      type: 'add-remark',
      command: '0b2f6f3e-6d9b-5a5e-8a51-0d7d5d0f8d11',
      event: '1b2f6f3e-6d9b-5a5e-8a51-0d7d5d0f8d11',
      about: 'budgetaccount-etda.2569.P01',
      effectiveOn: day,
      ...facts,
    },
    context,
  );
  return isRefusal(decided) ? decided.code : decided;
};

describe('a remark on a posting', () => {
  it('adds words, or files by their digests, and moves no money', () => {
    expect(add({ text: ' แนบใบแจ้งหนี้ ', evidence: [invoice] })).toEqual([
      expect.objectContaining({
        type: 'RemarkAdded',
        data: expect.objectContaining({ text: 'แนบใบแจ้งหนี้', evidence: [invoice] }),
      }),
    ]);
    expect(add({ evidence: [invoice] })).toEqual([expect.objectContaining({ type: 'RemarkAdded' })]);
  });

  it('says something', () => {
    expect(add({})).toBe('remark-empty');
    expect(add({ text: '  ' })).toBe('remark-empty');
  });

  it('shows each file once', () => {
    const [event] = add({ evidence: [invoice] }) as Exclude<ReturnType<typeof add>, string>;
    if (!event) throw new Error('nothing was decided');
    const state = remarks.evolve(remarks.initial(), event);
    expect(add({ evidence: [{ ...invoice, name: 'again.pdf' }] }, state)).toBe('evidence-added-already');
    expect(add({ evidence: [{ ...invoice, sha256: 'b'.repeat(64) }] }, state)).toHaveLength(1);
  });

  it('stays within limits', () => {
    expect(add({ text: 'one more' }, { count: MOST_REMARKS, digests: [] })).toBe('remarks-too-many');
    const many = Array.from({ length: 21 }, (_, at) => ({
      ...invoice,
      sha256: String(at).padStart(64, '0'),
    }));
    expect(add({ evidence: many })).toBe('remarks-too-many');
  });
});
