import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { LedgerUnderTest } from '../../apps/ledger/testing/ledger-under-test.fixture.ts';
import { endYear, liveThroughYear } from '../../apps/ledger/testing/budget-life.fixture.ts';
import { allQuestions } from '../bench/support/all-questions.ts';

/** Lists that were asked with, rows already found, the catalogue of the file, and tables that do not grow. */
const SMALL =
  /^SCAN (?:json_each|\(subquery|sqlite_|checkpoint|audit_memory_scope|journal_letter$|organisation$)/;

/** The index of words is walked along its own lists, which look like a scan. */
const WORDS = /^SCAN journal_words VIRTUAL TABLE INDEX \d+:M/;

/** At a start the newest balance of every cell is read once; who moves or exports a log reads all answers to commands. */
const WHOLE =
  /^SELECT (?:c\.\*|key, input_hash, answer, position, recorded_at FROM commands\s+WHERE position)/;

interface Planned {
  readonly sql: string;
  readonly steps: readonly string[];
}

type Prepare = (this: DatabaseSync, sql: string) => StatementSync;
const prepare: Prepare = Reflect.get(DatabaseSync.prototype, 'prepare');
let served: LedgerUnderTest;
/** Every statement that some database was asked to prepare, and which one. */
const prepared = new Map<string, DatabaseSync>();

/** How each question was carried out, whichever table of whichever file it went to. */
function plans(): Planned[] {
  const questions = [...prepared].filter(
    ([sql, database]) => /^\s*(?:SELECT|WITH)/.test(sql) && !WHOLE.test(sql.trim()) && database.isOpen,
  );
  return questions.map(([sql, database]) => ({
    sql,
    steps: database
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => String(detail)),
  }));
}

beforeAll(async () => {
  DatabaseSync.prototype.prepare = function recorded(this: DatabaseSync, sql) {
    prepared.set(sql, this);
    return prepare.call(this, sql);
  };
  served = await LedgerUnderTest.open();
  await liveThroughYear(served);
  await endYear(served);
}, 120_000);
afterAll(async () => {
  DatabaseSync.prototype.prepare = prepare;
  await served.close();
});

describe('everything that the service can be asked', () => {
  beforeAll(async () => {
    const head = served.ledger.embedded.projector.checkpoint ?? 1n;
    const log = { head, years: [2569], projects: ['P01'], commitment: 'PO-1' };
    for (const question of allQuestions(log)) {
      const { status, text } = await served.get(question.url(0));
      expect([question.name, status, status === 200 ? '' : text]).toEqual([question.name, 200, '']);
    }
  }, 120_000);

  it('finds its rows by an index and never walks a table that grows', () => {
    const walks = plans().flatMap(({ sql, steps }) => {
      const walked = steps.filter(
        (step) => step.startsWith('SCAN') && !SMALL.test(step) && !WORDS.test(step),
      );
      return walked.map((step) => `${step}: ${sql}`);
    });
    expect(walks).toEqual([]);
  });

  it('sorts nothing for a page of a list', () => {
    const paged = plans().filter(({ sql }) => /LIMIT (?:\?|\d)/.test(sql));
    expect(paged.length).toBeGreaterThan(20);
    const sorted = paged.filter(({ steps }) =>
      steps.some((step) => step.includes('TEMP B-TREE FOR ORDER BY')),
    );
    expect(sorted).toEqual([]);
  });

  it('is asked of the log, of the read models and of what is kept beside them', () => {
    const tables = [...prepared.keys()].join('\n');
    for (const table of ['events', 'journal_row', 'pva_entry', 'doc_entry', 'audit_finding', 'reading'])
      expect(tables).toContain(table);
  });
});
