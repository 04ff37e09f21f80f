import { describe, expect, it } from '@jest/globals';
import { differencesOf } from './report-verify-differences.ts';

const CSV = 'text/csv; charset=utf-8';
const PLAIN = 'text/plain; charset=utf-8';

describe('what differs between a published report and the one made again', () => {
  it('is named by line, project and column in a table of cells', () => {
    const published = 'project_code,name,disbursed_m\nP01,"โครงการ, หนึ่ง",0.6334\nP02,สอง,1.0000\n';
    const now = published.replace('0.6334', '1.7334');
    expect(differencesOf(published, now, CSV)).toEqual([
      'line 2 (P01), disbursed_m: published "0.6334", now "1.7334"',
    ]);
  });

  it('is a row that one of them does not have', () => {
    const published = 'project_code,disbursed_m\nP01,0.6334\n';
    expect(differencesOf(published, `${published}P02,1.0000\n`, CSV)).toEqual([
      'line 3 (P02), project_code: published nothing, now "P02"',
      'line 3 (P02), disbursed_m: published nothing, now "1.0000"',
    ]);
  });

  it('is a line where the cells are the same and written otherwise', () => {
    expect(differencesOf('a\n1\n', 'a\n"1"\n', CSV)).toEqual(['line 2: published "1", now "\\"1\\""']);
  });

  it('is a line in every other form, shown around the place where it begins', () => {
    const line = `${'x'.repeat(200)}0.6334${'y'.repeat(200)}`;
    const [only, ...more] = differencesOf(
      `title\n${line}\n`,
      `title\n${line.replace('0.6334', '1.7334')}\n`,
      PLAIN,
    );
    expect(more).toEqual([]);
    expect(only).toMatch(/^line 2: published "…x+0\.6334y+…", now "…x+1\.7334y+…"$/);
  });

  it('is counted beyond the first twenty', () => {
    const all = (text: string) => Array.from({ length: 50 }, () => text).join('\n');
    const found = differencesOf(all('a'), all('b'), PLAIN);
    expect([found.length, found.at(-1)]).toEqual([21, 'and 30 more']);
  });

  it('is told of a table that cannot be read as cells', () => {
    expect(differencesOf('a,b\n"open\n', 'a,b\n1,2\n', CSV)[0]).toBe(
      'line 2: published "\\"open", now "1,2"',
    );
  });
});
