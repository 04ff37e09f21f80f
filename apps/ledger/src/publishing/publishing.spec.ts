import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { BoardReport } from '#board-report';
import { LedgerUnderTest, SAMPLE } from '../../testing/ledger-under-test.fixture.ts';
import {
  type Amounts,
  amountsOf,
  amountsOfCsv,
  amountsOfHtml,
  amountsOfPdf,
  amountsOfSlides,
  amountsOfWorkbook,
  factsOfPdf,
  textOfPdf,
} from './published-forms.fixture.ts';
import {
  previewAnswer,
  publicationAnswer,
  publicationPageAnswer,
  publicationsAnswer,
} from './publishing.answers.ts';

interface File {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly url: string;
}

const publishing = { number: 'Q2-2569', reason: 'เสนอคณะกรรมการ', effectiveOn: '2026-04-05' };
const path = (report: string) => `quarterly-reports/2569/${report}/publications`;

async function bytesOf(ledger: LedgerUnderTest, number: string, file: string): Promise<Buffer> {
  const { statusCode, rawPayload } = await ledger.ledger.app.inject({
    method: 'GET',
    url: `/api/v1/publications/${number}/files/${file}`,
  });
  if (statusCode !== 200) throw new Error(rawPayload.toString());
  return rawPayload;
}

const filesOf = async (ledger: LedgerUnderTest, number: string): Promise<File[]> =>
  (await ledger.get(`publications/${number}`)).json['files'] as unknown as File[];

/** What the source printed in its summary: million baht, by project and measure. */
function printedBySource(report: string): Amounts {
  const rows = parse(readFileSync(join(SAMPLE, 'summary.csv')), { columns: true }) as unknown as Record<
    string,
    string
  >[];
  return Object.fromEntries(
    rows
      .filter(({ report_id }) => report_id === report)
      .flatMap(({ project_code = '', ...cells }) =>
        ['budget', 'plan', 'spent', 'disbursed'].map((measure) => [
          `summary/${project_code}/${measure}`,
          (cells[`${measure}_m`] ?? '').replace(
            /\.(\d+)$/,
            (_, digits: string) => `.${digits.padEnd(4, '0')}`,
          ),
        ]),
      ),
  );
}

describe('a report that is published', () => {
  let ledger: LedgerUnderTest;
  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
    await ledger.import();
    for (const report of ['Q1-2569', 'Q2-2569'])
      await ledger.must(path(report), { ...publishing, number: report });
  }, 120_000);
  afterAll(() => ledger.close());

  describe.each([
    ['Q1-2569', []],
    // The two cells in which the second report contradicts its own quarters.
    ['Q2-2569', ['summary/P02/disbursed', 'summary/P06/disbursed']],
  ])('as %s', (number, contradictions) => {
    let report: BoardReport;
    let amounts: Amounts;
    beforeAll(async () => {
      report = JSON.parse((await bytesOf(ledger, number, 'report.json')).toString()) as BoardReport;
      amounts = amountsOf(report);
    });

    it('says what the source printed', () => {
      const printed = printedBySource(number);
      expect(Object.keys(printed).length).toBe(36);
      const differing = Object.keys(printed).filter((cell) => printed[cell] !== amounts[cell]);
      expect(differing).toEqual(contradictions);
    });

    it('says in every cell what the report of the API says', async () => {
      const { quarter } = report;
      const moment = `fiscalYear=2569&quarter=${quarter}&knownAt=${report.origin.position}`;
      const { json } = await ledger.get(`reports/quarterly?${moment}`);
      const rows = json['rows'] as unknown as Record<string, string>[];
      for (const row of rows) {
        for (const measure of ['budget', 'plan', 'spent', 'disbursed', 'committed', 'available']) {
          expect(amounts[`summary/${row['project_code'] ?? ''}/${measure}`]).toBe(
            grouped(row[`${measure}_m`]),
          );
        }
      }
    });

    it('has the same figures on the page', async () => {
      const { json } = await ledger.get(`publications/${number}/page`);
      expect(publicationPageAnswer.parse(json)).toEqual(json);
      expect(amountsOfHtml(json['html'] as unknown as string)).toEqual(amounts);
    });

    it('has the same figures in the PDF, tagged, on A4 across, with its number and the page in the foot', async () => {
      const pdf = await bytesOf(ledger, number, 'report.pdf');
      const pages = await textOfPdf(pdf);
      expect(amountsOfPdf(report, pages)).toEqual(amounts);
      const facts = await factsOfPdf(pdf);
      expect(facts).toMatchObject({
        Tagged: 'yes',
        JavaScript: 'no',
        'Page size': expect.stringMatching(/\(A4\)/),
      });
      const count = pages.length - 1;
      expect(count).toBeGreaterThan(10);
      for (const [index, page] of pages.slice(0, -1).entries()) {
        expect(page).toContain(number);
        expect(page.replace(/\s+/g, ' ')).toContain(`${index + 1}/${count}`);
      }
    });

    it('has the same figures in the workbook, whose formulas give them when calculated again', async () => {
      expect(await amountsOfWorkbook(report, await bytesOf(ledger, number, 'report.xlsx'))).toEqual(amounts);
    });

    it('has the same figures in the tables of the slides', async () => {
      expect(await amountsOfSlides(report, await bytesOf(ledger, number, 'report.pptx'))).toEqual(amounts);
    });

    it('has the same figures in the CSV, with a byte order mark for those who need one', async () => {
      const csv = (await bytesOf(ledger, number, 'amounts.csv')).toString();
      expect(amountsOfCsv(csv)).toEqual(amounts);
      const marked = await bytesOf(ledger, number, 'amounts.csv?bom=yes');
      expect(marked.toString()).toBe(`\uFEFF${csv}`);
    });

    it('has files whose digests are those of the event, and a digest over all of them', async () => {
      const { json } = await ledger.get(`publications/${number}`);
      expect(publicationAnswer.parse(json)).toEqual(json);
      const files = json['files'] as unknown as File[];
      for (const { name, sha256, bytes } of files) {
        const content = await bytesOf(ledger, number, name);
        expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
      }
      const list = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
      expect(createHash('sha256').update(list).digest('hex')).toBe(json['digest']);
    });
  });

  it('is listed with the cells that say something else now', async () => {
    const { json } = await ledger.get('publications');
    expect(publicationsAnswer.parse(json)).toEqual(json);
    const rows = json['rows'] as unknown as Record<string, unknown>[];
    expect(
      rows.map(({ number, changed, asOf, publishedBy }) => [number, changed, asOf, publishedBy]),
    ).toEqual([
      ['Q2-2569', 0, '2026-03-31', expect.any(String)],
      ['Q1-2569', 9, '2025-12-30', expect.any(String)],
    ]);
    const { text } = await ledger.get('publications?format=csv');
    expect(text.split('\n')[2]).toMatch(/^Q1-2569,.*,2025-12-30,190,.*,9,[0-9a-f]{64}$/);
    const { json: first } = await ledger.get('publications/Q1-2569');
    expect(first['changes']).toContainEqual({
      ...{ project: 'P01', measure: 'disbursed' },
      ...{ from: '633400.00', to: '1733400.00' },
    });
  });

  it('is shown before it is published, under the number that it would get', async () => {
    const preview = await ledger.post('board-reports/previews', {
      fiscalYear: 2569,
      report: 'Q2-2569',
      language: 'en',
    });
    expect(preview.status).toBe(200);
    expect(previewAnswer.parse(preview.json)).toEqual(preview.json);
    expect(preview.json['number']).toBe('Q2-2569-2');
    expect(preview.json['html']).toContain('Draft, not published');
  });

  it('is published again under the next number, and only under that', async () => {
    const wrong = await ledger.post(path('Q2-2569'), publishing);
    expect([wrong.status, wrong.json['code']]).toEqual([409, 'publication-number-wrong']);
    const key = { 'idempotency-key': 'again-1' };
    const body = { ...publishing, number: 'Q2-2569-2', template: 'summary', withoutPdf: true };
    const first = await ledger.post(path('Q2-2569'), body, key);
    expect(first.status).toBe(201);
    const before = readFileSync(join(ledger.data, 'published/etda/2569/Q2-2569-2/SHA256SUMS'), 'utf8');
    const second = await ledger.post(path('Q2-2569'), body, key);
    expect([second.status, second.json['position']]).toEqual([200, first.json['position']]);
    expect(readFileSync(join(ledger.data, 'published/etda/2569/Q2-2569-2/SHA256SUMS'), 'utf8')).toBe(before);
    const other = await ledger.post(path('Q2-2569'), { ...body, title: 'อื่น' }, key);
    expect(other.status).toBe(409);
    const files = await filesOf(ledger, 'Q2-2569-2');
    expect(files.map(({ name }) => name)).not.toContain('report.pdf');
  });

  it('is only tried on a dry run', async () => {
    const number = await nextNumber(ledger);
    const tried = await ledger.post(`${path('Q2-2569')}?dryRun=true`, { ...publishing, number });
    expect([tried.status, tried.json['dryRun']]).toEqual([200, true]);
    expect(await nextNumber(ledger)).toBe(number);
    expect(existsSync(join(ledger.data, 'published/etda/2569', number))).toBe(false);
  });

  it('is kept for the user of the service alone', () => {
    const folder = join(ledger.data, 'published/etda/2569/Q1-2569');
    expect(statSync(folder).mode & 0o077).toBe(0);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  });

  it('is not served when a file is not what was published', async () => {
    const file = join(ledger.data, 'published/etda/2569/Q1-2569/details.csv');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.toString('utf8').replace('P01', 'P02'));
    const damaged = await ledger.get('publications/Q1-2569/files/details.csv');
    expect([damaged.status, damaged.json['code']]).toEqual([500, 'published-file-damaged']);
    writeFileSync(file, bytes);
    expect((await ledger.get('publications/Q1-2569/files/details.csv')).status).toBe(200);
  });

  it('is not found under another number, and has no other files', async () => {
    expect((await ledger.get('publications/Q9-2569')).json['code']).toBe('publication-unknown');
    expect((await ledger.get('publications/Q1-2569/files/SHA256SUMS')).json['code']).toBe(
      'published-file-unknown',
    );
    expect((await ledger.get('publications/Q1-2569?knownAt=2025-12-30')).json['code']).toBe(
      'publication-unknown',
    );
  });
});

describe('without a browser to print with', () => {
  let ledger: LedgerUnderTest;
  beforeAll(async () => {
    ledger = await LedgerUnderTest.open({ publishing: { chromium: '/nowhere/chromium' } });
    await ledger.import();
  });
  afterAll(() => ledger.close());

  it('nothing is numbered, and the answer says why', async () => {
    const refused = await ledger.post(path('Q2-2569'), publishing);
    expect([refused.status, refused.json['code']]).toEqual([503, 'chromium-missing']);
    expect(await nextNumber(ledger)).toBe('Q2-2569');
    expect(existsSync(join(ledger.data, 'published'))).toBe(false);
  });

  it('a report is published without a PDF when that is asked for', async () => {
    expect((await ledger.post(path('Q2-2569'), { ...publishing, withoutPdf: true })).status).toBe(201);
    const names = (await filesOf(ledger, 'Q2-2569')).map(({ name }) => name);
    expect(names).toEqual([
      ...['report.xlsx', 'report.pptx', 'amounts.csv', 'details.csv', 'report.html', 'report.json'],
    ]);
  });
});

async function nextNumber(ledger: LedgerUnderTest): Promise<string> {
  const { json } = await ledger.post('board-reports/previews', { fiscalYear: 2569, report: 'Q2-2569' });
  return json['number'] as unknown as string;
}

function grouped(decimal: string | undefined): string | undefined {
  if (decimal === undefined) return undefined;
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const text = `${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${fraction}`;
  return decimal.startsWith('-') ? `(${text})` : text;
}
