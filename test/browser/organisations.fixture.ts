import { type BrowsedLedger, sampleLedger } from './browser.fixture.ts';

/** A unit whose fiscal year begins in April, beside the sample's agency, with a project of the same code. */
export const UNIT = 'unit';
/** One whose fiscal year is the year of the Christian era. */
export const OF_CE = 'western-year';
const PASSWORD = 'correct horse battery staple';

type Posted = Readonly<Record<string, unknown>>;

/** The sample, and in the same ledger two organisations with other fiscal years, each with money for its project P01. */
export async function ministryLedger(): Promise<BrowsedLedger> {
  const ledger = await sampleLedger();
  const post = async (path: string, body: Posted): Promise<void> => {
    const asked = { body: { effectiveOn: '2026-01-15', ...body }, key: path };
    const { status, json } = await ledger.ask('demo-maker', path, asked);
    if (status !== 201) throw new Error(`${path}: ${JSON.stringify(json)}`);
  };
  await post(`organisations?organisation=${UNIT}`, { name: 'หน่วยย่อย', nameEn: 'The unit', startMonth: 4 });
  await post(`budget-accounts?organisation=${UNIT}`, { fiscalYear: 2569, project: 'P01', name: 'งานย่อย' });
  await post(`budget-accounts/2569/P01/allocations?organisation=${UNIT}`, {
    line: { fundSource: 'annual-appropriation', category: 'operating' },
    amount: '500000.00',
  });
  await post(`organisations?organisation=${OF_CE}`, { name: 'หน่วยปีปฏิทิน', startMonth: 1, era: 'CE' });
  await post(`budget-accounts?organisation=${OF_CE}`, { fiscalYear: 2026, project: 'P01', name: 'งานปีปฏิทิน' });
  await post(`budget-accounts/2026/P01/allocations?organisation=${OF_CE}`, {
    line: { fundSource: 'annual-appropriation', category: 'operating' },
    amount: '700000.00',
  });
  return ledger;
}

/** The page of somebody with one role in one organisation alone. */
export async function pageOfOneUnit(ledger: BrowsedLedger, role: string, organisation: string) {
  const name = `${organisation}-${role}`;
  const ask = async (path: string, body: Posted) => {
    const { status, json } = await ledger.ask('demo-administrator', path, { body });
    if (status >= 300) throw new Error(`${path}: ${JSON.stringify(json)}`);
    return json;
  };
  const { invitation } = await ask('people', { name });
  const { code } = invitation as { code: string };
  await ask('invitations/redemptions', { code, password: PASSWORD });
  await ask('access/grants', { subject: name, role, limits: { organisation } });
  const page = await ledger.page(undefined, 'about:blank');
  const answer = await page.request.post('/api/v1/session', {
    data: { name, password: PASSWORD, as: 'cookie' },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  return page;
}
