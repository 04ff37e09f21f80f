import { expect } from '@jest/globals';
import type { AccountCommand } from '#budget';
import { allocate, capital, commit, correct, day, Ledger, open, pay } from '../ledger.fixture.ts';
import { type PostgresWithProjectors, rowsInPostgres, rowsOfRebuild } from './projected.fixture.ts';

const reverse = (disbursement: string): AccountCommand => ({
  type: 'reverse-disbursement',
  disbursement,
  reason: 'ผิดบัญชี',
  effectiveOn: day('2025-12-20'),
});

/** A ledger in which something of every kind is posted, time and again. */
export class BusyLedger extends Ledger {
  #number = 0;

  /** Opens a project, and posts documents of several kinds, some of them taken back. */
  async work(project = 'P01', times = 1): Promise<void> {
    await this.account(project, open(project));
    await this.account(project, allocate('100000.00'));
    await this.account(project, allocate('5000.00', capital));
    for (let turn = 0; turn < times; turn += 1) await this.chain(project);
    await this.account(project, correct(`C-${this.#number}`, { disbursed: '1.00' }));
  }

  /** An order, a payment that is reversed, and another one. */
  async chain(project: string): Promise<void> {
    const number = String((this.#number += 1));
    await this.account(project, commit(`PO-${number}`, '3.00'));
    await this.account(project, pay(`PV-${number}`, '1.00', { commitment: `PO-${number}` }));
    await this.account(project, reverse(`PV-${number}`));
    await this.account(project, pay(`PX-${number}`, '0.25', { commitment: `PO-${number}` }));
  }

  /** Waits until PostgreSQL has read all of it, and holds every row against a rebuild in SQLite. */
  async mustEqual(postgres: PostgresWithProjectors): Promise<string> {
    const schema = await postgres.reached(this.store);
    expect(await rowsInPostgres(postgres.pool, schema)).toEqual(await rowsOfRebuild(this.store));
    return schema;
  }
}
