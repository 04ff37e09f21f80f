import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { officeParts } from '#spreadsheets';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';
import { readMaster } from './settings.ts';

/** A picture of one white point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);

describe('the looks of the organisation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'obligo-master-'));
  const file = join(folder, 'master.json');
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are read from a file, the logo from beside it', () => {
    writeFileSync(join(folder, 'logo.png'), PNG);
    writeFileSync(file, JSON.stringify({ name: 'สพธอ.', colour: '#7A1F5C', logo: 'logo.png' }));
    expect(readMaster(file)).toEqual({
      ...{ name: 'สพธอ.', colour: '#7A1F5C' },
      logo: { type: 'image/png', bytes: PNG },
    });
  });

  it.each([
    ['a colour that is none', { colour: 'red' }],
    ['a logo of another sort', { logo: 'logo.svg' }],
    ['a setting that is not known', { font: 'Comic' }],
  ])('are refused with %s, and the file is named', (_, wrong) => {
    writeFileSync(file, JSON.stringify(wrong));
    expect(() => readMaster(file)).toThrow(file);
  });

  it('stand on every slide and on the page', async () => {
    const master = {
      name: 'ชื่อย่อของหน่วยงาน',
      colour: '#7A1F5C',
      logo: { type: 'image/png', bytes: PNG },
    } as const;
    const ledger = await LedgerUnderTest.open({ publishing: { master } });
    try {
      await ledger.import();
      await ledger.must('quarterly-reports/2569/Q1-2569/publications', {
        ...{ number: 'Q1-2569', reason: 'x', effectiveOn: '2026-01-05' },
        ...{ withoutPdf: true, template: 'summary' },
      });
      const { app } = ledger.ledger;
      const bytesOf = async (name: string) => {
        const url = `/api/v1/publications/Q1-2569/files/${name}`;
        return (await app.inject({ method: 'GET', url })).rawPayload;
      };
      const parts = await officeParts(await bytesOf('report.pptx'));
      const layouts = [...parts].filter(([path]) => path.startsWith('ppt/slideLayouts/slideLayout'));
      const own = layouts
        .map(([, part]) => new TextDecoder().decode(part))
        .find((xml) => xml.includes(master.name));
      expect(own).toContain('7A1F5C');
      expect([...parts.keys()].some((path) => /^ppt\/media\/.*\.png$/.test(path))).toBe(true);
      expect((await bytesOf('report.html')).toString()).toContain('--report-colour:#7A1F5C');
    } finally {
      await ledger.close();
    }
  });
});
