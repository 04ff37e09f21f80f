import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RefusalError } from '#kernel';
import { accountInFolder } from '../../testing/account-in-folder.fixture.ts';
import { createLedger, type Ledger } from '../ledger.ts';

const PAGE = 4096;
const LINE = { fundSource: 'annual-appropriation', category: 'operating' };
const ORDERS = 'budget-accounts/2569/P01/commitments';

let dir: string;
let whole: string;
let token: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'obligo-lost-pages-'));
  whole = join(dir, 'whole');
  token = await accountInFolder(whole, 'malee', 'maker');
  const ledger = await open(whole);
  const opened = { fiscalYear: 2569, project: 'P01', name: 'P01', effectiveOn: '2025-10-01' };
  expect(await ask(ledger, 'budget-accounts', opened)).toMatchObject({ status: 201 });
  const given = { line: LINE, amount: '1000.00', effectiveOn: '2025-10-01' };
  expect(await ask(ledger, 'budget-accounts/2569/P01/allocations', given)).toMatchObject({ status: 201 });
  for (let order = 1; order <= 60; order++)
    expect(await ask(ledger, ORDERS, orderOf(`PO-${order}`))).toMatchObject({ status: 201 });
  expect(await ask(ledger, 'reports/quarterly?fiscalYear=2569&quarter=Q1')).toMatchObject({ status: 200 });
  await ledger.close();
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const orderOf = (commitment: string) => ({
  commitment,
  line: LINE,
  amount: '1.00',
  effectiveOn: '2025-11-01',
});

const open = (data: string): Promise<Ledger> =>
  createLedger({ data, create: false, purpose: 'test', logLevel: 'silent' });

async function ask(ledger: Ledger, path: string, body?: object): Promise<{ status: number; code?: string }> {
  const { statusCode: status, body: text } = await ledger.app.inject({
    method: body ? 'POST' : 'GET',
    url: `/api/v1/${path}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { payload: JSON.stringify(body) } : {}),
  });
  return { status, ...(status < 400 ? {} : { code: (JSON.parse(text) as { code: string }).code }) };
}

/** A copy of the folder of which a page of a file is zeros, as a disk leaves it that lost what it was given. */
function without(page: number, file: string): string {
  const folder = join(dir, `${file}-${page}`);
  cpSync(whole, folder, { recursive: true });
  const bytes = readFileSync(join(folder, file));
  writeFileSync(join(folder, file), bytes.fill(0, page * PAGE, (page + 1) * PAGE));
  return folder;
}

async function openOrRefused(folder: string): Promise<Ledger | RefusalError> {
  try {
    return await open(folder);
  } catch (error) {
    if (error instanceof RefusalError) return error;
    throw error;
  }
}

describe('a file of the data folder that lost a page', () => {
  it.each([
    ['ledger.sqlite', 2, 'ledger.sqlite is damaged'],
    ['access-log.sqlite', 1, 'access-log.sqlite is damaged'],
    ['projections.sqlite', 9, 'projections.sqlite'],
    ['identities.sqlite', 1, 'identities.sqlite is not usable: it cannot be read'],
    ['readings.sqlite', 1, 'The reading log cannot be pruned: it cannot be read'],
    ['desk.sqlite', 2, 'desk.sqlite'],
  ])(
    '%s is named where the service does not start, and else nobody is told that his request is wrong, or nothing',
    async (file, step, said) => {
      const pages = readFileSync(join(whole, file)).length / PAGE;
      for (let page = 1; page < pages; page += step) {
        const folder = without(page, file);
        const ledger = await openOrRefused(folder);
        if (ledger instanceof RefusalError) {
          expect([page, ledger.refusal]).toEqual([
            page,
            expect.objectContaining({ kind: 'unavailable', message: expect.stringContaining(said) }),
          ]);
        } else {
          const answers = [
            await ask(ledger, ORDERS, orderOf('PO-after')),
            await ask(ledger, 'reports/quarterly?fiscalYear=2569&quarter=Q1'),
            await ask(ledger, 'commitments?fiscalYear=2569'),
            await ask(ledger, 'journal'),
            await ask(ledger, 'desk/drafts'),
          ];
          const refused = answers.filter(({ status }) => status !== 200 && status !== 201);
          expect([page, refused.filter(({ status }) => status !== 503)]).toEqual([page, []]);
          await ledger.close();
        }
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );

  it('projections.sqlite is whole again after a rebuild', async () => {
    const pages = readFileSync(join(whole, 'projections.sqlite')).length / PAGE;
    let cured = 0;
    for (let page = 1; page < pages && cured === 0; page++) {
      const folder = without(page, 'projections.sqlite');
      const ledger = await open(folder);
      const report = (): Promise<object> => ask(ledger, 'reports/quarterly?fiscalYear=2569&quarter=Q1');
      const before = await report();
      if ('code' in before) {
        expect(before).toEqual({ status: 503, code: 'read-models-damaged' });
        await ledger.embedded.projector.rebuild();
        expect(await report()).toEqual({ status: 200 });
        cured += 1;
      }
      await ledger.close();
    }
    expect(cured).toBe(1);
  }, 60_000);
});
