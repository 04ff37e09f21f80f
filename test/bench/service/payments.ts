import { NUMBER, type Request } from '../load/orders.ts';
import type { Service } from './service.ts';

const YEAR = 2569;
const DAY = '2025-11-15';
const LINE = { fundSource: 'annual-appropriation', category: 'operating' };

/** Opens the accounts of projects, each with a budget that no load uses up. */
export async function openAccounts(service: Service, projects: readonly string[]): Promise<void> {
  const token = await service.as('maker');
  for (const project of projects) {
    const opening = { fiscalYear: YEAR, project, name: project, effectiveOn: DAY };
    await service.ask('budget-accounts', opening, token);
    const budget = { line: LINE, amount: '9000000000.00', effectiveOn: DAY };
    await service.ask(`budget-accounts/${YEAR}/${project}/allocations`, budget, token);
  }
}

/** A payment from the line of a project, each with a voucher and a key of its own. */
export const payment = (project: string, token: string): Request => ({
  method: 'POST',
  path: `/api/v1/budget-accounts/${YEAR}/${project}/disbursements`,
  headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': `bench-${NUMBER}` },
  body: JSON.stringify({ disbursement: `DV-${NUMBER}`, line: LINE, amount: '1.25', effectiveOn: DAY }),
});

/** One payment, for the receipt that it gives. */
export async function paid(service: Service, project: string, disbursement: string): Promise<unknown> {
  const body = { disbursement, line: LINE, amount: '1.25', effectiveOn: DAY };
  return service.ask(`budget-accounts/${YEAR}/${project}/disbursements`, body, await service.as('maker'));
}
