import { afterEach, describe, expect, it } from '@jest/globals';
import { verifyFolder } from '#verification';
import type { Instant } from '#kernel';
import { LedgerUnderTest } from '../../apps/ledger/testing/ledger-under-test.fixture.ts';
import { Random } from '../bench/history/random.ts';
import { CATEGORIES, PROJECTS, Somebody } from './somebody.fixture.ts';

const POSTINGS = 1_200;
/** From a quiet spring, and from the weeks before a year ends. */
const BEGINNINGS = ['2025-03-03T03:00:00Z', '2025-08-20T03:00:00Z'];

/** What is taken in every run; others come and go with chance. */
const ALWAYS = [
  'acceptance make',
  'acceptance reverse',
  'advance clear',
  'budget transfer',
  'commitment amend',
  'commitment make',
  'commitment release',
  'commitment reverse',
  'disbursement make',
  'disbursement refund',
  'disbursement reverse',
  'document disburse',
  'request release',
];

let ledger: LedgerUnderTest;
let somebody: Somebody;

const begin = async (seed: string, since: string): Promise<void> => {
  somebody = new Somebody(new Random(seed), since);
  ledger = await LedgerUnderTest.open({ clock: () => new Date(somebody.now).toISOString() as Instant });
  for (const fiscalYear of [2568, 2569, 2570]) {
    const effectiveOn = `${fiscalYear - 544}-10-01`;
    for (const project of PROJECTS) {
      await ledger.must('budget-accounts', { fiscalYear, project, name: project, effectiveOn });
      for (const category of CATEGORIES) {
        const line = { fundSource: 'annual-appropriation', category };
        await ledger.must(`budget-accounts/${fiscalYear}/${project}/allocations`, {
          line,
          amount: '2000.00',
          effectiveOn,
        });
      }
    }
  }
};

afterEach(() => ledger.close());

describe('whatever the ledger takes', () => {
  it.each(BEGINNINGS)(
    'it can read, build anew, open again and verify, with lives of documents from %s on',
    async (since) => {
      await begin(`whatever is taken since ${since}`, since);
      const taken = new Map<string, number>();
      for (let count = 1; count <= POSTINGS; count += 1) {
        const tried = somebody.next();
        const { status, text } = await ledger.post(tried.path, tried.body, { 'obligo-actor': tried.actor });
        if (status >= 500) throw new Error(`${tried.path} ${JSON.stringify(tried.body)}: ${status} ${text}`);
        if (status >= 300) continue;
        somebody.took(tried);
        taken.set(tried.name, (taken.get(tried.name) ?? 0) + 1);
        const read = await ledger.get('budget-accounts?fiscalYear=2568');
        if (read.status !== 200)
          throw new Error(
            `read models stand still behind ${tried.path} ${JSON.stringify(tried.body)}: ${read.text}`,
          );
      }
      // Were hardly anything taken, nothing would be shown.
      expect([...taken.keys()].sort()).toEqual(expect.arrayContaining(ALWAYS));
      const rebuilt = await ledger.post('projections/rebuild', {});
      expect(rebuilt.status).toBe(200);
      expect(rebuilt.text).not.toContain('"equal":false');
      await ledger.restart();
      const findings: string[] = [];
      await verifyFolder(ledger.data, { onFinding: ({ message }) => findings.push(message) });
      expect(findings).toEqual([]);
    },
    120_000,
  );
});
