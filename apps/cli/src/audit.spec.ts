import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { obligo, obligoWith, SAMPLE, scratch } from '../testing/obligo.fixture.ts';

const temporary = scratch();
const D = join(temporary.dir, 'D');
const RULE = ['--rule', 'restatements-without-approver'];

beforeAll(async () => {
  expect((await obligo('import', SAMPLE, '--data', D)).code).toBe(0);
});
afterAll(() => temporary.remove());

describe('audit findings from the shell', () => {
  it('are content, not a failure, unless they are to be one', async () => {
    const { code, out, err } = await obligo('audit', 'findings', '--data', D, ...RULE);
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/^as known at position \d+ .*, audit-findings v5\n$/),
    ]);
    expect(out).toContain('P01: Q1 was restated by the correction');
    expect((await obligo('audit', 'findings', '--data', D, ...RULE, '--fail')).code).toBe(6);
    const then = ['--known-at', '2025-12-30'];
    expect((await obligo('audit', 'findings', '--data', D, ...RULE, '--fail', ...then)).code).toBe(0);
  });

  it('are found by project, year and person, as CSV and as JSON', async () => {
    const asked = ['--data', D, ...RULE, '--fiscal-year', 'FY2569', '--project', 'P09'];
    const { out } = await obligo('audit', 'findings', ...asked, '--csv');
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    const { out: text } = await obligo('audit', 'findings', ...asked, '--person', 'nobody', '--json');
    expect(JSON.parse(text)).toMatchObject({ schema: 'obligo.audit-findings/1', rows: [] });
  });

  it('are shown one by one with their events', async () => {
    const { out } = await obligo('audit', 'findings', '--data', D, ...RULE, '--json');
    const { rows } = JSON.parse(out) as { rows: { id: string; events: string[] }[] };
    const [first] = rows;
    const shown = await obligo('audit', 'show', first?.id ?? '', '--data', D);
    expect(shown.code).toBe(0);
    expect(shown.out).toContain('QuarterCorrected');
    expect(shown.out).toContain(`Finding ${first?.id ?? ''}`);
    const unknown = await obligo('audit', 'show', '0000', '--data', D);
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('finding-unknown')]);
  });

  it('follow the parameters of OBLIGO_AUDIT_RULES', async () => {
    const file = join(temporary.dir, 'rules.json');
    writeFileSync(file, '{ "dormant-commitments": { "days": 30 } }');
    const env = { OBLIGO_AUDIT_RULES: file };
    const asked = ['--data', D, '--rule', 'dormant-commitments', '--effective-to', '2026-04-30'];
    const usual = await obligo('audit', 'findings', ...asked, '--fail');
    const stricter = await obligoWith({ env }, 'audit', 'findings', ...asked, '--fail');
    expect([usual.code, stricter.code]).toEqual([0, 6]);
    writeFileSync(file, '{ "dormant-commitments": { "weeks": 4 } }');
    const refused = await obligoWith({ env }, 'audit', 'findings', ...asked);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('expected days, least')]);
  });
});

describe('audit rules from the shell', () => {
  it('are listed with meaning, source and parameters', async () => {
    const { code, out } = await obligo('audit', 'rules', '--data', D);
    expect(code).toBe(0);
    expect(out).toContain('maker-is-checker');
    expect(out).toContain('ผู้ทำรายการเป็นผู้ตรวจสอบเอง');
  });

  it.each([['findings'], ['show'], ['rules']])(
    'the help of %s begins with an example of it',
    async (verb) => {
      const { code, out } = await obligo('audit', verb, '--help');
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`^Examples?:\n {2}obligo audit ${verb}\\b`));
    },
  );
});
