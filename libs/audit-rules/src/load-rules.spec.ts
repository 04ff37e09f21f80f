import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Audited } from './audited.fixture.ts';
import { loadRules } from './load-rules.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'obligo-rules-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

const LARGE_ORDERS = `
export const rule = {
  id: 'large-orders',
  version: 1,
  name: { en: 'Large order', th: 'ใบสั่งซื้อขนาดใหญ่' },
  meaning: { en: 'An order is large.', th: 'ใบสั่งซื้อมีวงเงินสูง' },
  source: 'nowhere',
  parameters: {},
  categories: ['budgetaccount'],
  types: ['CommitmentMade'],
  fold: ({ event, position, effectiveOn }) => [
    {
      effect: 'found',
      found: {
        key: event.data.commitment,
        severity: 'low',
        sentence: {
          en: 'The order ' + event.data.commitment + ' is large.',
          th: 'ใบสั่งซื้อ ' + event.data.commitment + ' มีวงเงินสูง',
        },
        effectiveOn,
        people: [],
        events: [position],
      },
    },
  ],
};
`;

describe('the rules of a folder', () => {
  it('are its files: a file that is added works, and nothing else has to be told', async () => {
    write('large-orders.ts', LARGE_ORDERS);
    write('large-orders.spec.ts', 'throw new Error("a test is no rule");');
    const [rule, ...others] = await loadRules(folder);
    expect([rule?.id, others]).toEqual(['large-orders', []]);
    const log = new Audited(rule!);
    log.order('PO-1', '10.00');
    expect(log.said()).toEqual(['The order PO-1 is large.']);
  });

  it('must bear the names of their files', async () => {
    write('small-orders.ts', LARGE_ORDERS);
    await expect(loadRules(folder)).rejects.toThrow('small-orders.ts exports no rule "small-orders"');
  });
});

describe('the rules of the product', () => {
  it('each have a test, a meaning in two languages and a source', async () => {
    const rules = await loadRules();
    const files = readdirSync(join(import.meta.dirname, 'rules'));
    const asked = [
      'maker-is-checker',
      'split-orders-under-threshold',
      'postings-after-close',
      'restatements-without-approver',
      'year-end-rush',
      'overrides-by-person',
      'dormant-commitments',
      'round-sums',
      'duplicate-source-documents',
    ];
    expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(asked));
    for (const rule of rules) {
      const { id, name, meaning, source } = rule;
      expect(files).toContain(`${id}.spec.ts`);
      for (const { th } of [name, meaning]) expect(th).toMatch(/[฀-๿]/);
      expect([name.en, meaning.en, source].filter((text) => text === '')).toEqual([]);
      expect('fold' in rule || 'onDay' in rule).toBe(true);
    }
  });
});
