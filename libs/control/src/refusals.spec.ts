import { describe, expect, it } from '@jest/globals';
import { isRefusal, type Refusal } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import { approval } from './approvals/approval.ts';
import { approvalEvents } from './approvals/events.ts';
import {
  approve,
  day,
  documents,
  duties,
  grant,
  lend,
  periods,
  periodStep,
  policies,
  setPolicy,
  submit,
  takeBack,
  turnDown,
  withdraw,
} from './control.fixture.ts';
import { fiscalPeriodsEvents } from './periods/events.ts';
import { fiscalPeriods } from './periods/fiscal-periods.ts';
import { controlPolicy } from './policy/control-policy.ts';
import { controlPolicyEvents } from './policy/events.ts';
import { type ControlRefusalCode, controlRefusals } from './refusals.ts';
import { remarksEvents } from './remarks/events.ts';
import { type AddRemark, MOST_REMARKS, remarks } from './remarks/remarks.ts';

const checker = ['direk', grant('checker', 'malee')] as const;
const keeper = ['direk', grant('keep-policy', 'direk')] as const;
const control = duties(checker);
const handedIn = ['somchai', submit()] as const;
const approved = ['malee', approve(), { control }] as const;
const closed = ['kanda', periodStep('close-period', '2025-11')] as const;
const twoTiers = ['somchai', submit({ tiers: ['checker', 'director'] })] as const;
const many = Array.from({ length: 201 }, () => submit().what[0]!);

const file = { name: 'invoice.pdf', size: 1, sha256: 'a'.repeat(64) };
const remarkRefused = (facts: Pick<AddRemark, 'text' | 'evidence'>, count = 1): Refusal => {
  const command = {
    type: 'add-remark',
    command: 'c',
    event: 'e',
    about: 'budgetaccount-etda.2569.P01',
    effectiveOn: day('2025-12-30'),
  } as const;
  const context = { calendar: DEFAULT_SETTINGS.calendar, bookedOn: day('2025-12-30') };
  const decided = remarks.decide({ count, digests: [file.sha256] }, { ...command, ...facts }, context);
  if (!isRefusal(decided)) throw new Error('it was recorded');
  return decided;
};

const cases: Record<ControlRefusalCode, () => Refusal> = {
  'policy-malformed': () => policies.refused(['direk', setPolicy({ basis: 'all' })]),
  'policy-unchanged': () => policies.refused(['direk', setPolicy({})], ['direk', setPolicy({})]),
  'duty-missing': () => policies.refused(keeper, ['somchai', setPolicy({})]),
  'duty-granted-already': () => policies.refused(checker, checker),
  'duty-not-held': () => policies.refused(['direk', withdraw('checker', 'malee')]),
  'duty-last-holder': () => policies.refused(keeper, ['direk', withdraw('keep-policy', 'direk')]),
  'delegation-to-oneself': () =>
    policies.refused(checker, ['malee', lend('checker', 'malee', '2025-12-01', '2025-12-14')]),
  'dates-reversed': () =>
    policies.refused(checker, ['malee', lend('checker', 'wipa', '2025-12-14', '2025-12-13')]),
  'period-unknown': () => periods.refused(['kanda', periodStep('close-period', '2026-10')]),
  'period-already-so': () => periods.refused(closed, closed),
  'period-not-ended': () => periods.refused(['kanda', periodStep('close-period', '2025-12')]),
  'control-reason-missing': () => periods.refused(closed, ['kanda', periodStep('reopen-period', '2025-11')]),
  'document-exists': () => documents.refused(handedIn, handedIn),
  'document-unknown': () => documents.refused(['somchai', takeBack]),
  'document-empty': () => documents.refused(['somchai', submit({ what: [] })]),
  'document-too-large': () => documents.refused(['somchai', submit({ what: many })]),
  'approval-not-needed': () => documents.refused(['somchai', submit({ tiers: [] })]),
  'document-not-waiting': () => documents.refused(handedIn, approved, approved),
  'maker-is-checker': () => documents.refused(handedIn, ['somchai', turnDown()]),
  'checker-approved-already': () =>
    documents.refused(twoTiers, approved, ['malee', approve('director'), { control }]),
  'tier-not-due': () => documents.refused(twoTiers, ['malee', approve('director'), { control }]),
  'remark-empty': () => remarkRefused({}),
  'remarks-too-many': () => remarkRefused({ text: 'one more' }, MOST_REMARKS),
  'evidence-added-already': () => remarkRefused({ evidence: [file] }),
  'only-maker-withdraws': () => documents.refused(handedIn, ['malee', takeBack]),
};

describe('every refusal of policy, duties, periods and approvals', () => {
  it.each(Object.entries(cases))('%s can be met', (code, refused) => {
    const refusal = refused();
    expect([refusal.code, refusal.kind]).toEqual([code, controlRefusals[code as ControlRefusalCode].kind]);
    expect(refusal.message).toMatch(/\.$/);
    expect(JSON.parse(JSON.stringify(refusal.details))).toEqual(refusal.details);
  });

  it('has its case above', () => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys(controlRefusals).sort());
  });

  it('of days in the wrong order is met when a duty is given, too', () => {
    const days = { first: day('2025-12-14'), last: day('2025-12-13') };
    expect(policies.refused(['direk', grant('checker', 'malee', days)]).code).toBe('dates-reversed');
  });
});

it.each([
  [controlPolicy.category, controlPolicyEvents],
  [fiscalPeriods.category, fiscalPeriodsEvents],
  [approval.category, approvalEvents],
  [remarks.category, remarksEvents],
])('the events of %s stand in its own stream', (category, events) => {
  for (const event of events) expect([event.category, event.when.at(-1)]).toEqual([category, '.']);
});
