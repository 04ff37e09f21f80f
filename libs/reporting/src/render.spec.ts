import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { renderCsv } from './render-csv.ts';
import { renderText, widthOf } from './render-text.ts';
import { figureColumn, type Table, textColumn } from './table.ts';

const table = (rows: Table['rows'], footnotes: string[] = []): Table => ({
  title: 'Title',
  caption: ['Unit: million baht'],
  columns: [
    textColumn('project_code', 'Project'),
    textColumn('name', 'Name'),
    figureColumn('spent_m', 'Spent'),
  ],
  rows,
  footnotes,
});

describe('a table on a terminal', () => {
  it('counts no column for Thai vowels and tone marks above and below', () => {
    expect([widthOf('น้ำ'), widthOf('ปิ่น'), widthOf('งบประมาณ'), widthOf('abc'), widthOf('𝟚')]).toEqual([
      2, 2, 8, 3, 1,
    ]);
  });

  it('keeps its columns straight beside Thai text', () => {
    const text = renderText(
      table([
        { project_code: 'P01', name: 'ปิ่นที่น้ำ', spent_m: '15.0334' },
        { project_code: 'P02', name: 'x', spent_m: '-0.7137' },
      ]),
    );
    const ends = text.split('\n').slice(5, 7).map(widthOf);
    expect(new Set(ends).size).toBe(1);
  });

  it('cuts long texts between clusters and says so', () => {
    const text = renderText(table([{ project_code: 'P01', name: 'ที่'.repeat(60) }]));
    const [name = ''] = /(?:ที่)+…/.exec(text) ?? [];
    expect(widthOf(name)).toBe(48);
  });

  it('tells nothing yet from a real zero', () => {
    const text = renderText(table([{ project_code: 'P01' }, { project_code: 'P02', spent_m: '0.0000' }]));
    expect(text).toMatch(/P01 .*-\nP02 .*0\.0000\n/);
  });

  it('leaves out columns of figures of which no row has any, where the table says so', () => {
    const rows = [{ project_code: 'P01', name: 'x' }];
    expect(renderText(table(rows))).toContain('Spent');
    expect(renderText({ ...table(rows), hidesEmpty: true })).not.toContain('Spent');
    expect(renderText({ ...table([{ ...rows[0], spent_m: '0.0000' }]), hidesEmpty: true })).toContain(
      'Spent',
    );
    expect(renderCsv({ ...table(rows), hidesEmpty: true })).toContain('spent_m');
  });

  it('sets the total apart and prints footnotes below', () => {
    const text = renderText(table([{ project_code: 'P01' }, { project_code: 'TOTAL' }], ['does not add up']));
    expect(text.split('\n').slice(-5)).toEqual([
      expect.stringMatching(/^─+/),
      expect.stringMatching(/^TOTAL/),
      '',
      '* does not add up',
      '',
    ]);
  });

  it('lets no name from outside act on the terminal of the reader', () => {
    const text = renderText(table([{ project_code: 'P01', name: 'a\u001b[2Jb\u202ec' }], ['note\u0007']));
    expect(text).toContain('a\ufffd[2Jb\ufffdc');
    expect(['\u001b', '\u0007', '\u202e'].filter((acting) => text.includes(acting))).toEqual([]);
  });

  it('says when there is nothing', () => {
    expect(renderText(table([]))).toContain('(nothing)');
  });
});

describe('a table as CSV', () => {
  it('has stable names, plain figures and empty cells', () => {
    const rows = [{ project_code: 'P04', name: 'a,"b"\nc', spent_m: '-0.7137' }, { project_code: 'P05' }];
    expect(renderCsv(table(rows))).toBe('project_code,name,spent_m\nP04,"a,""b""\nc",-0.7137\nP05,,\n');
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@x',
    '\tx',
    '\rx',
    '\nx',
    '＝1+1',
    '－1',
    ' =1+1',
    '\u00a0=1+1',
    '\ufeff=1+1',
    '\u0000=1+1',
    '\t@SUM(1)',
    '=HYPERLINK("https://example.org/?"&A1,"open")',
  ])('lets no spreadsheet take the text %j for a formula', (name) => {
    const [header, row, ...more] = parse(renderCsv(table([{ project_code: 'P01', name }])));
    expect(more).toEqual([]);
    expect(header).toEqual(['project_code', 'name', 'spent_m']);
    expect(row).toEqual(['P01', `'${name}`, '']);
  });

  it.each(['P-01', '=', 'ก=ข', '100 %', "'quoted'", 'a\r=1', 'a\n=1', 'x,=1', 'x";=1', 'ปิ่น', ' indented'])(
    'leaves the text %j as it is, in one cell',
    (name) => {
      const [, row] = parse(renderCsv(table([{ project_code: 'P01', name }])));
      expect(row).toEqual(['P01', name, '']);
    },
  );

  it('leaves negative amounts plain figures, and trusts no other content of their columns', () => {
    const printed = ['-0.7137', '0.0000', '-5', '1805', '-1+cmd', '=1', '+5', '-'].map((spent_m) => {
      const [, row] = parse(renderCsv(table([{ project_code: 'P01', spent_m }])));
      return row?.[2];
    });
    expect(printed).toEqual(['-0.7137', '0.0000', '-5', '1805', "'-1+cmd", "'=1", "'+5", "'-"]);
  });
});
