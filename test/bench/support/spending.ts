import path from 'node:path';
import { type AccountCommand, budgetAccount } from '#budget';
import { type EventStore, openSqliteEventStore } from '#event-store';
import { type CivilDate, type Instant, parseBaht, streams } from '#kernel';
import { type Posting, posting, type PostingContext, Recorder } from '#posting';
import { ledgerBook } from '#verification';
import { LAST_YEAR, ORGANISATION } from './postings.ts';

const line = { fundSource: 'annual-appropriation', category: 'operating' };
const effectiveOn = '2025-11-15' as CivilDate;

/** A ledger of its own in a folder, written by its recorder, with payments to make from the budget of projects. */
export class Spending {
  readonly file: string;
  readonly store: EventStore;
  readonly recorder: Recorder;
  #number = 0;

  private constructor(file: string) {
    this.file = file;
    this.store = openSqliteEventStore({ file });
    const clock = () => new Date().toISOString() as Instant;
    this.recorder = new Recorder({ store: this.store, catalogue: ledgerBook.catalogue, clock });
  }

  /** Opens the accounts of the projects, each with a budget that no bench uses up. */
  static async over(projects: readonly string[], folder: string): Promise<Spending> {
    const spending = new Spending(path.join(folder, 'ledger.sqlite'));
    const budget: AccountCommand = {
      type: 'allocate',
      line,
      amount: parseBaht('9000000000.00'),
      effectiveOn,
    };
    for (const project of projects) {
      const opening: AccountCommand = {
        type: 'open-account',
        organisation: ORGANISATION,
        fiscalYear: LAST_YEAR,
        project,
        name: project,
        effectiveOn,
      };
      await spending.recorder.postAll([to(project, opening), to(project, budget)], spending.context());
    }
    return spending;
  }

  /** A key of its own for each posting. */
  context(): PostingContext {
    return { organisation: ORGANISATION, actor: 'bench', idempotencyKey: `bench-${this.#next()}` };
  }

  payment(project: string): Posting {
    const disbursement = `DV-${this.#next()}`;
    return to(project, { type: 'disburse', disbursement, line, amount: parseBaht('1.25'), effectiveOn });
  }

  #next(): number {
    this.#number += 1;
    return this.#number;
  }
}

const to = (project: string, command: AccountCommand): Posting =>
  posting(budgetAccount, streams.budgetAccount(ORGANISATION, LAST_YEAR, project), command);
