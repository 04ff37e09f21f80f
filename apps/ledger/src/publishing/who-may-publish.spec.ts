import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Instant } from '#kernel';
import { tables } from '../../testing/ledger-under-test.fixture.ts';
import { ServedLedger } from '../../testing/served-ledger.fixture.ts';

const PUBLISH = 'quarterly-reports/2569/Q2-2569/publications';
const body = {
  ...{ number: 'Q2-2569', reason: 'เสนอคณะกรรมการ', effectiveOn: '2026-04-05' },
  ...{ template: 'summary', withoutPdf: true },
};
const preview = { fiscalYear: 2569, report: 'Q2-2569' };

describe('a report', () => {
  let served: ServedLedger;
  let maker: string;
  let owner: string;
  let limited: string;
  let reader: string;
  let now = Date.parse('2026-04-05T02:00:00.000Z');

  beforeAll(async () => {
    served = await ServedLedger.open({
      clock: () => new Date(now++).toISOString() as Instant,
      settings: { publicUrl: 'https://ledger.example' },
    });
    maker = await served.person('malee', ['maker']);
    await served.must('imports', { token: maker, body: { files: tables() } });
    owner = await served.person('orawan', ['budget-owner']);
    limited = await served.person('somchai', ['budget-owner', { projects: ['P01'] }]);
    reader = await served.person('ratree', ['reader']);
  });
  afterAll(() => served.close());

  it('is not published by those who make its figures, nor by those who own a part of it', async () => {
    expect(await served.codeOf(PUBLISH, { body })).toBe('not-signed-in');
    expect(await served.codeOf(PUBLISH, { token: maker, body })).toBe('role-missing');
    expect(await served.codeOf(PUBLISH, { token: reader, body })).toBe('role-missing');
    expect(await served.codeOf(PUBLISH, { token: limited, body })).toBe('outside-your-limits');
    expect(await served.codeOf('board-reports/previews', { token: limited, body: preview })).toBe(
      'outside-your-limits',
    );
  });

  it('is published by the budget owner, and read by all who may read reports', async () => {
    expect(await served.codeOf('board-reports/previews', { token: reader, body: preview })).toBe(
      'answered 200',
    );
    await served.must(PUBLISH, { token: owner, body });
    const { json } = await served.must('publications/Q2-2569', { token: reader });
    expect(json).toMatchObject({ publishedBy: 'orawan', reason: 'เสนอคณะกรรมการ' });
    expect(await served.codeOf('publications', { token: limited })).toBe('outside-your-limits');
    expect(await served.codeOf('publications/Q2-2569/files/report.xlsx')).toBe('not-signed-in');
    const file = await served.must('publications/Q2-2569/files/report.json', { token: reader });
    expect(file.json['origin']).toMatchObject({ address: 'https://ledger.example/reports/Q2-2569' });
  });
});
