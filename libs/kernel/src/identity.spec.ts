import { describe, expect, it } from '@jest/globals';
import { parse, validate, version } from 'uuid';
import { type FiscalYear, parseInstant } from './calendar.ts';
import {
  eventIdOf,
  isNamePart,
  newId,
  parseCode,
  parseNamePart,
  parseProjectCode,
  streams,
} from './identity.ts';
import { refusalThrownBy } from './refusal.fixture.ts';

describe('codes that people choose', () => {
  it.each(['PO-2569/0012', 'สพธอ. 0012/2569', 'ใบสั่งซื้อ(แก้ไข)', 'พ.ร.บ.', 'A', '1', 'x'.repeat(64)])(
    '%s is a document number',
    (code) => {
      expect(parseCode(code)).toBe(code);
    },
  );

  it.each([
    '',
    ' PO1',
    'PO1 ',
    '-1',
    'PO#1',
    'PO\n1',
    'PO\t1',
    'a\u0000b',
    'x'.repeat(65),
    '<script>',
    'PO\u200b1',
    12,
    null,
    undefined,
  ])('%p is no document number', (given) => {
    const refusal = refusalThrownBy(() => parseCode(given, 'commitment'));
    expect(refusal).toMatchObject({
      code: 'code-malformed',
      kind: 'invalid',
      details: { field: 'commitment' },
    });
    expect(refusal.message).toContain('commitment');
  });

  it('are the same however the keyboard composed them', () => {
    const composed = 'Café-1'.normalize('NFC');
    const decomposed = composed.normalize('NFD');
    expect(decomposed).not.toBe(composed);
    expect(parseCode(decomposed)).toBe(composed);
    expect(parseNamePart(decomposed)).toBe(composed);
  });
});

describe('codes in Thai', () => {
  it.each([
    ['sara am in two pieces', 'งานประจ\u0e4d\u0e32', 'งานประจำ'],
    ['sara am around a tone mark', 'น\u0e4d\u0e49\u0e32', 'น้ำ'],
    ['sara am in two pieces behind a tone mark', 'น\u0e49\u0e4d\u0e32', 'น้ำ'],
    ['sara e twice for sara ae', '\u0e40\u0e40ผน', 'แผน'],
  ])('are the same with %s', (_, typed, code) => {
    expect(typed).not.toBe(code);
    expect(parseCode(typed)).toBe(code);
    expect(parseNamePart(typed)).toBe(code);
    expect(isNamePart(typed)).toBe(true);
  });

  it('keep nikhahit, sara aa and sara e where they are letters of their own', () => {
    for (const code of ['พุท\u0e4d', 'งา', 'เก']) expect(parseCode(`${code}ก`)).toBe(`${code}ก`);
  });
});

describe('codes that name a stream', () => {
  it.each(['P08', 'P08-K2', 'โครงการ_1', 'etda', 'x'.repeat(32)])('%s names one', (code) => {
    expect(parseNamePart(code)).toBe(code);
    expect(isNamePart(code)).toBe(true);
  });

  it.each(['P.8', 'P 8', 'P/8', '_P', '', 'x'.repeat(33), 8, undefined])('%p names none', (given) => {
    expect(refusalThrownBy(() => parseNamePart(given, 'project')).code).toBe('code-malformed');
    expect(isNamePart(given)).toBe(false);
  });

  it('of projects are not that of the sum of all in reports', () => {
    expect(parseProjectCode('P08')).toBe('P08');
    const { code, message } = refusalThrownBy(() => parseProjectCode('TOTAL', 'project'));
    expect([code, message]).toEqual([
      'code-malformed',
      'project is "TOTAL": expected another code: reports call the sum of all projects so.',
    ]);
  });

  it('stand in the name of the stream, the organisation first', () => {
    const year = 2569 as FiscalYear;
    expect(streams.organisation('etda')).toBe('organisation-etda');
    expect(streams.budgetAccount('etda', year, 'P08')).toBe('budgetaccount-etda.2569.P08');
    expect(streams.kpi('etda', year, 'P08-K2')).toBe('kpi-etda.2569.P08-K2');
    expect(streams.quarterlyReport('etda', year, 'Q1-2569')).toBe('quarterlyreport-etda.2569.Q1-2569');
  });
});

describe('identities of events', () => {
  it('are the same for the same command and place, and differ for any other', () => {
    const ids = [eventIdOf('command-1', 0), eventIdOf('command-1', 1), eventIdOf('command-2', 0)];
    expect(new Set(ids).size).toBe(3);
    expect(eventIdOf('command-1', 0)).toBe(ids[0]);
  });

  it('are name-based (version 5) and never change between releases', () => {
    const id = eventIdOf('command-1', 0);
    expect(validate(id)).toBe(true);
    expect(version(id)).toBe(5);
    expect(id).toBe('51156224-bfc4-5c6a-b6ec-4328a94005b1');
  });

  it('made at a moment are ordered by it (version 7)', () => {
    const [before, after] = [
      newId(parseInstant('2025-12-30T09:30Z')),
      newId(parseInstant('2025-12-30T09:31Z')),
    ];
    expect(version(before)).toBe(7);
    expect(before < after).toBe(true);
    const milliseconds = Buffer.from(parse(before)).readUIntBE(0, 6);
    expect(milliseconds).toBe(Date.parse('2025-12-30T09:30Z'));
    expect(newId(parseInstant('2025-12-30T09:30Z'))).not.toBe(before);
  });
});
