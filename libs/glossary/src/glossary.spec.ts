import { describe, expect, it } from '@jest/globals';
import {
  categoryName,
  FUND_SOURCE_NAMES,
  findTerms,
  fundSourceName,
  glossary,
  isTermId,
  THEMES,
} from './index.ts';

const THAI = /[\u0E00-\u0E7F]/;

describe('the glossary', () => {
  it('says every word and its meaning in Thai and in English', () => {
    for (const [id, { name, meaning }] of Object.entries(glossary)) {
      expect([id, THAI.test(name.th), THAI.test(meaning.th)]).toEqual([id, true, true]);
      expect([id, THAI.test(name.en), THAI.test(meaning.en)]).toEqual([id, false, false]);
    }
  });

  it('has every word under one theme', () => {
    const ids = Object.values(THEMES).flatMap((theme) => Object.keys(theme));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.sort()).toEqual(Object.keys(glossary).sort());
  });

  it('has no two entries for one word', () => {
    for (const language of ['th', 'en'] as const) {
      const names = Object.values(glossary).map(({ name }) => name[language]);
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    }
  });

  it('is searched by a part of a word or of its meaning, in either language', () => {
    expect(findTerms('ผูกพัน')).toContain('committed');
    expect(findTerms('VIREMENT')).toEqual(['transfer']);
    expect(findTerms(' contract ')).toContain('committed');
    expect(findTerms('no such word')).toEqual([]);
    expect(findTerms('')).toEqual(Object.keys(glossary));
  });

  it('knows its own words and no names of objects', () => {
    expect([isTermId('committed'), isTermId('constructor'), isTermId('')]).toEqual([true, false, false]);
  });
});

describe('the line of an account', () => {
  it('is called in Thai what a budget book calls it, wherever its code is standard', () => {
    expect(fundSourceName('annual-appropriation').th).toBe('งบประมาณรายจ่ายประจำปี');
    expect(categoryName('unclassified').th).toBe('ไม่จำแนกประเภท');
    for (const code of Object.keys(FUND_SOURCE_NAMES)) expect(fundSourceName(code).th).toMatch(THAI);
  });

  it('is called by its code where that is one of the organisation', () => {
    for (const code of ['เงินบริจาค', 'toString'])
      expect([fundSourceName(code), categoryName(code)]).toEqual([
        { th: code, en: code },
        { th: code, en: code },
      ]);
  });
});
