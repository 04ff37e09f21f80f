import { describe, expect, it } from '@jest/globals';
import { refusalSentence, SENTENCES } from '../../apps/web/src/refusals/sentences.ts';
import { refusalLists } from '../../scripts/docs/catalogue.ts';

/** What officers, approvers and administrators do at the pages; the rest is of operators and auditors. */
const EVERYDAY = [
  'Amounts, dates and codes',
  'Amounts and dates as people type them',
  'Budget account',
  'Policy, duties, periods and approvals',
  'KPI and quarterly report',
  'Posting',
  'Roles and the rule table',
  'Accounts and sign-in',
  'Sheets',
];

/** Said by the ledger itself: no page sends what leads to them. */
const NOT_AT_A_PAGE = [
  'access-set-up-already',
  'booked-at-in-future',
  'event-malformed',
  'field-malformed',
  'idempotency-key-malformed',
  'identities-file-unusable',
];

describe('a refusal at a page', () => {
  it('has a sentence only where the ledger has such a refusal', () => {
    const known = new Set(refusalLists.flatMap(({ refusals }) => refusals.map(({ code }) => code)));
    expect(Object.keys(SENTENCES).filter((code) => !known.has(code))).toEqual([]);
  });

  it('of everyday work is said in Thai, too', () => {
    const lists = refusalLists.filter(({ title }) => EVERYDAY.includes(title));
    expect(lists.map(({ title }) => title).sort()).toEqual([...EVERYDAY].sort());
    const unsaid = lists.flatMap(({ refusals }) =>
      refusals.map(({ code }) => code).filter((code) => !Object.hasOwn(SENTENCES, code)),
    );
    expect([...new Set(unsaid)].sort()).toEqual(NOT_AT_A_PAGE);
  });

  it('says amounts, days and months as people write them, and numbers of documents as they are', () => {
    const body = { period: '2025-10', requested: '1234.50', available: '-0.50', shortBy: '1235.00' };
    expect(refusalSentence({ code: 'period-closed', body }, 'th')).toContain('งวด ต.ค. 2568 ปิดแล้ว');
    expect(refusalSentence({ code: 'period-closed', body }, 'en')).toContain('Oct 2025 is closed');
    expect(refusalSentence({ code: 'budget-exceeded', body }, 'th')).toBe(
      'งบประมาณไม่พอ: ขอใช้ 1,234.50 บาท คงเหลือ −0.50 บาท ขาด 1,235.00 บาท',
    );
    const decided = { number: '2025-12-30', standing: 'refused' };
    expect(refusalSentence({ code: 'document-not-waiting', body: decided }, 'th')).toBe(
      'เอกสาร 2025-12-30 ส่งกลับแล้ว จึงพิจารณาอีกไม่ได้',
    );
  });

  it('tells an approver the limit of a duty, or that it is missing', () => {
    const asked = { duty: 'checker', upTo: '1000.00', amount: '2500.00' };
    expect(refusalSentence({ code: 'duty-missing', body: asked }, 'th')).toBe(
      'ท่านมีหน้าที่ checker ได้ไม่เกิน 1,000.00 บาท แต่เอกสารนี้ 2,500.00 บาท',
    );
    expect(refusalSentence({ code: 'duty-missing', body: { duty: 'checker' } }, 'en')).toContain(
      'This takes the duty checker',
    );
  });

  it('is left to the ledger’s own words where it has no sentence, or its answer lacks a value of it', () => {
    expect(refusalSentence({ code: 'toString' }, 'th')).toBeUndefined();
    expect(refusalSentence({ code: 'budget-exceeded', body: {} }, 'th')).toBeUndefined();
  });
});
