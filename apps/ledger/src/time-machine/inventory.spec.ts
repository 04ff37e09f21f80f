import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';

interface Operation {
  readonly tags: readonly string[];
  readonly parameters?: readonly { readonly name: string }[];
}

const PAGE = readFileSync(join(import.meta.dirname, '../../../../docs/time-machine.md'), 'utf8');

/** Everything that answers about the books, or about who may do what. */
const TAGS = ['Reports', 'States', 'Lists', 'Control', 'Access', 'Organisations'];

/** The rows of the page: address, and whether it takes a moment and a day. */
const told = new Map(
  [...PAGE.matchAll(/^\| `GET (\S+)` +\|[^|]*\| (yes|no) +\| (yes|no) +\|$/gm)].map(
    ([, path, moment, day]) => [path, [moment, day]],
  ),
);

describe('the inventory of the time machine', () => {
  let ledger: LedgerUnderTest;
  const asked = new Map<string, string[]>();

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
    const { json } = await ledger.get('/openapi.json');
    const paths = json['paths'] as unknown as Record<string, { readonly get?: Operation }>;
    for (const [path, { get }] of Object.entries(paths)) {
      if (!get?.tags.some((tag) => TAGS.includes(tag))) continue;
      const names = (get.parameters ?? []).map(({ name }) => name);
      const takes = (name: string) => (names.includes(name) ? 'yes' : 'no');
      asked.set(path.replace('/api/v1', ''), [takes('knownAt'), takes('effectiveTo')]);
    }
  });
  afterAll(() => ledger.close());

  it('names every question, and says rightly which axes it takes', () => {
    expect(asked.size).toBeGreaterThan(30);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(asked));
  });

  it('has no question that takes one axis alone', () => {
    // One event takes effect on one day: what is asked of it is only whether it was known.
    const oneEvent = ['/events/{position}/context', ['yes', 'no']];
    expect([...asked].filter(([, [moment, day]]) => moment !== day)).toEqual([oneEvent]);
  });
});
