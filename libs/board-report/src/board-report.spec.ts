import { describe, expect, it } from '@jest/globals';
import { officeParts, readWorkbook } from '#spreadsheets';
import { recalculated } from '#spreadsheets/testing';
import { sampleData } from './board-report.fixture.ts';
import { boardReport } from './board-report.ts';
import { amountsCsv } from './files/report-csv.ts';
import { reportSlides } from './files/report-slides.ts';
import { reportWorkbook } from './files/report-workbook.ts';
import { reportHtml } from './html/report-html.ts';
import type { ReportTable } from './model.ts';
import { printCell } from './printed.ts';

const report = boardReport(sampleData);
const frozen = { digest: 'd'.repeat(64), code: '<svg viewBox="0 0 1 1"></svg>' };
const tables = report.pages.flatMap(({ blocks }) =>
  blocks.filter((block): block is ReportTable => block.kind === 'table'),
);
/** What every cell of the report says, table by table. */
const printed = tables.map(({ rows }) =>
  rows.map(({ cells }) => cells.map((cell) => printCell(cell, report.language))),
);

describe('the board report', () => {
  it('has a summary, a page for each project and its KPIs, and the status', () => {
    const pages = ['summary', 'project-P01', 'kpi-P01', 'project-P08', 'kpi-P08', 'status'];
    expect(report.pages.map(({ id }) => id)).toEqual(pages);
    expect(boardReport({ ...sampleData, template: 'summary' }).pages).toHaveLength(2);
  });

  it('prints million baht with four decimals, negatives in parentheses and nothing as a dash', () => {
    const [, project] = [tables[0], tables.find(({ id }) => id === 'project-P08')];
    const row = project?.rows.find(({ key }) => key === 'committed')?.cells ?? [];
    expect(row.map((cell) => printCell(cell, 'th'))).toEqual([
      'ผูกพัน',
      '50.0000',
      '(32.1369)',
      '-',
      '-',
      '17.8631',
    ]);
  });

  it('says where printed parts do not add up to the printed total', () => {
    const notes = report.pages
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'notes' ? block.notes : []));
    expect(notes).toContain(
      'ผลการใช้จ่าย, ไตรมาส 1: ผลบวกของตัวเลขที่พิมพ์คือ 52.0000 ยอดรวมจากค่าจริงคือ 52.0001 (ต่างกัน -0.0001) เนื่องจากปัดเศษแต่ละช่อง',
    );
  });
});

describe('the page', () => {
  const page = reportHtml(report, frozen);
  const cells = [...page.matchAll(/data-cell="([^"]*)"\s+class="[a-z]*"\s*>([\s\S]*?)<\/t[dh]\s*>/g)].map(
    ([, place = '', content = '']) => [place, content] as const,
  );

  it('names the fiscal year in the era of the organisation', () => {
    expect(page).toContain('ปีงบประมาณ พ.ศ. 2569');
    const ofCe = {
      ...report,
      fiscalYear: 2026,
      organisation: { ...report.organisation, era: 'CE' as const },
    };
    expect(reportHtml(ofCe)).toContain('ปีงบประมาณ ค.ศ. 2026');
    expect(reportHtml({ ...ofCe, language: 'en' })).toContain('Fiscal year C.E. 2026');
  });

  it('shows every cell as the report prints it', () => {
    const shown = cells.map(([, content]) =>
      unescaped(
        content
          .replace(/<[^>]*>/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
    );
    expect(shown).toEqual(printed.flat(2));
  });

  it('links every figure to its explanation at the moment of the report', () => {
    const amounts = tables.flatMap(({ rows }) =>
      rows.flatMap((row) => row.cells.filter((cell) => cell.kind === 'amount' && cell.baht !== undefined)),
    );
    const links = [...page.matchAll(/<a data-figure="([^"]*)" data-baht="([^"]*)" href="([^"]*)"/g)];
    // Each project says its budget above its table, too.
    expect(links).toHaveLength(amounts.length + 2);
    const first = links[0] ?? [];
    expect(JSON.parse(unescaped(first[1] ?? ''))).toEqual({
      ...{ kind: 'cell', fiscalYear: 2569, project: 'P01', quarter: 'Q2' },
      ...{ measure: 'budget', cumulative: true },
    });
    expect(first[2]).toBe('42737700.00');
    const address = new URL(unescaped(first[3] ?? ''));
    expect([address.origin, address.pathname, address.searchParams.get('known')]).toEqual([
      'https://ledger.example',
      '/fy/2569',
      '"267"',
    ]);
  });

  it('takes texts as texts, whatever signs they hold', () => {
    expect(page).not.toContain('<script>');
    expect(page).not.toContain('<b>Digital');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('holds nothing that a strict policy of the pages would refuse', () => {
    expect(page).not.toMatch(/ style=|<style|<script| on[a-z]+=/);
  });

  it('has each identity once', () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the workbook', () => {
  it('holds the figures of the report as real numbers, also when every formula is calculated again', async () => {
    const bytes = await reportWorkbook(report, frozen);
    for (const sheets of [await readWorkbook(bytes), await recalculated(bytes)]) {
      expect(sheets).toHaveLength(report.pages.length + 1);
      for (const [index, table] of tables.entries()) {
        const rows = sheets[index]?.rows ?? [];
        const head = rows.findIndex(
          (row) => row[0]?.value === table.columns[0]?.title && row[1] !== undefined,
        );
        const read = rows.slice(head + 1, head + 1 + table.rows.length);
        for (const [place, { cells }] of table.rows.entries()) {
          for (const [column, cell] of cells.entries()) {
            if (cell.kind === 'amount' && cell.baht !== undefined) {
              expect(read[place]?.[column]).toMatchObject({ kind: 'number', value: inMillions(cell.baht) });
            } else {
              const value = 'value' in cell && cell.value ? plain(cell.value) : printCell(cell, 'th');
              expect(read[place]?.[column]?.value ?? '').toBe(value);
            }
          }
        }
      }
    }
  });

  it('makes totals by formulas and keeps headings in sight', async () => {
    const [summary] = await readWorkbook(await reportWorkbook(report));
    const total = summary?.rows.find(([first]) => first?.value === 'รวม') ?? [];
    const [start, end] = [(summary?.frozen?.rows ?? 0) + 1, (summary?.frozen?.rows ?? 0) + 2];
    expect(total[2]?.formula).toBe(`ROUND(C${start}+C${end},8)`);
    expect(summary?.frozen?.columns).toBe(2);
    expect(summary?.rows[(summary.frozen?.rows ?? 0) - 1]?.[1]?.value).toBe('โครงการ');
  });

  it('says where it comes from', async () => {
    const sheets = await readWorkbook(await reportWorkbook(report, frozen));
    const origin = new Map(sheets.at(-1)?.rows.map(([name, value]) => [name?.value, value?.value]));
    expect(sheets.at(-1)?.name).toBe('ที่มา');
    expect(origin.get('ที่อยู่ของรายงาน')).toBe('https://ledger.example/reports/Q2-2569');
    expect(origin.get('ลำดับในสมุดรายการ')).toBe('267');
    expect(origin.get('รุ่นของการประมวลผล')).toBe('plan-versus-actual/3');
  });
});

describe('the slides', () => {
  it('have one slide for each page with its table as the report prints it, and notes with the origin', async () => {
    const bytes = await reportSlides(report, { name: 'สพธอ.', colour: '#1864ab' }, frozen);
    const parts = await officeParts(bytes);
    const text = (path: string) => new TextDecoder().decode(parts.get(path));
    for (const [index, table] of tables.entries()) {
      const slide = text(`ppt/slides/slide${index + 1}.xml`);
      const rows = [...slide.matchAll(/<a:tr [\s\S]*?<\/a:tr>/g)].slice(1).map(([row]) => cellsIn(row));
      expect(rows).toEqual(printed[index]);
      expect(slide).toContain(table.columns[0]?.title);
      expect(text(`ppt/notesSlides/notesSlide${index + 1}.xml`)).toContain(frozen.digest);
    }
  });

  it('have native charts that survive print without colours', async () => {
    const parts = await officeParts(await reportSlides(report, { name: 'สพธอ.', colour: '#1864ab' }));
    const charts = [...parts].filter(([path]) => /^ppt\/charts\/chart\d+\.xml$/.test(path));
    expect(charts).toHaveLength(3);
    for (const [, chart] of charts) {
      const xml = new TextDecoder().decode(chart);
      expect(xml.match(/<c:ser>/g)).toHaveLength(3);
      expect(xml).toContain('<a:pattFill prst="wdUpDiag">');
    }
  });
});

describe('the CSV', () => {
  it('has every amount in plain baht with both years', () => {
    const lines = amountsCsv(report, { bom: true }).split('\r\n');
    expect(lines[0]?.startsWith('\uFEFFtable,row,column')).toBe(true);
    expect(lines[1]).toBe('summary,P01,budget,P01,2569,Q2,budget,true,42737700.00,2026-03-31,2569-03-31,267');
    expect(amountsCsv(report, { bom: false }).startsWith('table,')).toBe(true);
  });
});

const unescaped = (text: string): string =>
  text.replace(/&lt;|&gt;|&quot;|&#39;|&amp;/g, (sign) => UNESCAPED[sign] ?? sign);
const UNESCAPED: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};
const cellsIn = (row: string): string[] =>
  [...row.matchAll(/<a:tc[ >][\s\S]*?<\/a:tc>/g)].map(([cell]) =>
    unescaped([...cell.matchAll(/<a:t>([\s\S]*?)<\/a:t>/g)].map(([, text = '']) => text).join('')),
  );
/** Exact baht in million baht, without rounding, as a workbook gives it back. */
function inMillions(baht: string): string {
  const digits = baht.replace(/[-.]/g, '').padStart(9, '0');
  return plain(`${baht.startsWith('-') ? '-' : ''}${digits.slice(0, -8)}.${digits.slice(-8)}`);
}
const plain = (decimal: string): string =>
  decimal.includes('.') ? decimal.replace(/0+$/, '').replace(/\.$/, '') : decimal;
