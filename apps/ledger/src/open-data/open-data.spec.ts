import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isTermId } from '#glossary';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';
import { amountFields } from './amount-fields.ts';
import { DATASETS } from './datasets.ts';
import { glossaryAnswer, openDataAnswer } from './open-data.answers.ts';
import { wordFields } from './word-fields.ts';

let ledger: LedgerUnderTest;
beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.import();
});
afterAll(() => ledger.close());

const asked = { fiscalYear: 'fiscalYear=2569', quarter: 'quarter=Q2' };

/** The first line of the CSV that a dataset gives, when something is in it. */
async function headerOf(path: string, needs: readonly ('fiscalYear' | 'quarter')[]): Promise<string[]> {
  const query = ['format=csv', ...needs.map((need) => asked[need])].join('&');
  const { status, text } = await ledger.get(`${path}?${query}`);
  expect([path, status]).toEqual([path, 200]);
  return (text.split('\n')[0] ?? '').split(',');
}

describe('the dictionary of the open data', () => {
  it.each(DATASETS.map((dataset) => [dataset.path, dataset] as const))(
    'names the columns of %s as they are given out, in their order',
    async (path, { needs, columns }) => {
      expect(await headerOf(path, needs)).toEqual(columns);
    },
  );

  it('says what every column means, once, in Thai and English', () => {
    const described = [...Object.keys(amountFields), ...Object.keys(wordFields)];
    expect(new Set(described).size).toBe(described.length);
    const used = new Set(DATASETS.flatMap(({ columns }) => columns));
    expect([...used].sort()).toEqual(described.sort());
  });

  it('refers to words that the glossary has', () => {
    const terms = Object.values({ ...amountFields, ...wordFields }).flatMap(({ term }) => term ?? []);
    expect(terms.filter((term) => !isTermId(term))).toEqual([]);
    expect(terms.length).toBeGreaterThan(30);
  });

  it('is answered with the glossary to whoever is signed in', async () => {
    const openData = await ledger.get('open-data');
    expect(openDataAnswer.safeParse(openData.json).error?.issues).toBeUndefined();
    const glossary = await ledger.get('glossary');
    expect(glossaryAnswer.safeParse(glossary.json).error?.issues).toBeUndefined();
  });
});
