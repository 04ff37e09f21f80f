import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import { schema } from './schema.ts';
import { FindingQueries } from './queries.ts';
import { MemoryRows } from './memory-rows.ts';
import { FIRST_PAGE } from './finding.ts';

/** A database that notes how each of its statements is carried out. */
class Planned extends DatabaseSync {
  readonly plans: string[] = [];

  override prepare(sql: string): ReturnType<DatabaseSync['prepare']> {
    if (!sql.startsWith('EXPLAIN')) {
      const rows = super.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
      this.plans.push(...rows.map(({ detail }) => String(detail)));
    }
    return super.prepare(sql);
  }
}

const open = (): Planned => {
  const database = new Planned(':memory:');
  database.exec(schema);
  return database;
};

describe('however many findings there are', () => {
  it('a page of them, by whatever it is filtered, walks an index in the order of the list', () => {
    const database = open();
    const queries = new FindingQueries(database);
    const filters = [{}, { rule: 'r' }, { project: 'P01', fiscalYear: 2569 }, { person: 'somchai' }];
    for (const filter of filters) queries.page({ organisation: 'etda', ...filter }, 9n, FIRST_PAGE, 10);
    expect(database.plans.filter((plan) => /^SCAN|TEMP B-TREE/.test(plan))).toEqual([]);
    expect(database.plans.join('\n')).toContain('audit_finding_by_position');
    expect(database.plans.join('\n')).toContain('audit_finding_by_rule');
  });

  it('what a rule remembers is one seek away', () => {
    const database = open();
    const memory = new MemoryRows(database, false);
    memory.remember({ rule: 'r', organisation: 'etda' }, 'key', [1]);
    expect(memory.recall({ rule: 'r', organisation: 'etda' }, 'key')).toEqual([1]);
    expect(memory.recall({ rule: 'r', organisation: 'other' }, 'key')).toBeUndefined();
    // The rules are few, and are read once.
    const walks = database.plans.filter((plan) => plan.startsWith('SCAN'));
    expect(walks).toEqual(['SCAN audit_memory_scope']);
    expect(database.plans.join('\n')).toContain('audit_memory_by_hash');
  });
});
