import { AttackedLedger, LINE } from './attacked-ledger.fixture.ts';

export const DAY = '2025-11-01';
/** Two spellings of one name; the ledger knows the composed one. */
export const COMPOSED = 'P\u00e9';
export const DECOMPOSED = 'Pe\u0301';
/** Ways to write P02 that somebody may hope are read as it after they were compared. */
export const SPELT = [
  'P%302',
  '%50%30%32',
  'p02',
  encodeURIComponent('Ｐ０２'),
  'P02%20',
  '%20P02',
  'P02%E2%80%8B',
  'P02%2e',
  'P02%2f',
  'P01%2fP02',
  'P01%2c%20P02',
  'P01..%2fP02',
  '*',
  'P0%3f',
];
/** What stands in the other project, and in no question. */
export const SECRET = ['777.77', 'Secret supplier', 'Secret project'];

/** A ledger with people who may do something for the project P01 alone, and a project P02 with a life of its own. */
export class TwoProjects {
  readonly ledger: AttackedLedger;
  readonly #tokens = new Map<string, string>();

  private constructor(ledger: AttackedLedger) {
    this.ledger = ledger;
  }

  static async open(): Promise<TwoProjects> {
    const it = new TwoProjects(await AttackedLedger.open());
    const limits = { projects: ['P01'] };
    for (const role of ['maker', 'reader', 'checker', 'auditor'] as const) {
      it.#tokens.set(role, await it.ledger.person(`the-${role}`, [role, limits]));
    }
    it.#tokens.set('owner', await it.ledger.person('owner', ['budget-owner']));
    await it.#begin();
    return it;
  }

  /** Of the owner of all budgets, or of who has a role for P01 alone. */
  token(who: 'owner' | 'maker' | 'reader' | 'checker' | 'auditor'): string {
    return this.#tokens.get(who)!;
  }

  async #begin(): Promise<void> {
    const { ledger } = this;
    const token = this.token('owner');
    for (const project of ['P01', COMPOSED]) await ledger.project(token, project);
    await ledger.project(token, 'P02', { name: 'Secret project' });
    const approvals = [{ command: 'commit', from: '10000.00', tiers: ['checker'] }];
    const policy = { policy: { approvals }, effectiveOn: '2025-10-01' };
    await ledger.served.must('control/policy', { token, body: policy });
    const duty = { duty: 'checker', holder: 'the-checker', effectiveOn: '2025-10-01' };
    await ledger.served.must('control/duties', { token, body: duty });
    const other = await ledger.person('somsri', ['maker']);
    const order = { line: LINE, counterparty: 'Secret supplier', effectiveOn: DAY };
    const path = 'budget-accounts/2569/P02/commitments';
    const made = { ...order, commitment: 'SECRET-ORDER', amount: '777.77' };
    await ledger.served.must(path, { token: other, body: made });
    const waiting = { ...order, commitment: 'SECRET-ORDER-2', amount: '20000.00' };
    await ledger.served.must(`${path}?submit=D-2`, { token: other, body: waiting });
  }
}
