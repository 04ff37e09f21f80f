import { describe, expect, it } from '@jest/globals';
import { RefusalError } from '#kernel';
import { chooseRules } from './chosen-rules.ts';
import { rule as dormant } from './rules/dormant-commitments.ts';
import { rule as rush } from './rules/year-end-rush.ts';

const rules = [dormant, rush];

function refusedWith(text: string): string {
  try {
    chooseRules(rules, text);
  } catch (error) {
    if (error instanceof RefusalError) return `${error.refusal.code}: ${error.refusal.message}`;
    throw error;
  }
  return 'taken';
}

describe('the parameters of the audit rules', () => {
  it('are the defaults where nothing else is given, amounts in satang', () => {
    const [first, second] = chooseRules(rules, '{"dormant-commitments":{"days":90}}');
    expect(first).toMatchObject({ values: { days: 90, least: 1 }, written: { days: 90, least: '0.01' } });
    expect(second?.values).toEqual({ days: 30, percent: 40, least: 10_000_000 });
    expect(chooseRules(rules)[0]?.values).toEqual({ days: 180, least: 1 });
  });

  it.each([
    ['{"dormant":{}}', 'there is no rule "dormant"; expected dormant-commitments, year-end-rush'],
    [
      '{"year-end-rush":{"weeks":1}}',
      'year-end-rush has no parameter "weeks"; expected days, percent, least',
    ],
    ['{"year-end-rush":{"days":-1}}', 'year-end-rush.days is -1: expected a whole number of days, 0 or more'],
    ['{"year-end-rush":{"days":"30"}}', 'year-end-rush.days is "30": expected a whole number of days'],
    ['{"year-end-rush":{"least":100}}', 'year-end-rush.least: A value of type number is not an amount'],
    ['{"year-end-rush":[]}', 'year-end-rush: expected an object'],
    ['[]', 'the file: expected an object'],
    ['{', 'it is not JSON'],
  ])('%s is refused, and says what was expected', (text, said) => {
    expect(refusedWith(text)).toContain(
      `audit-rules-unusable: The parameters of the audit rules are not usable: ${said}`,
    );
  });
});
