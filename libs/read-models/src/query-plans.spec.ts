import { describe, expect, it } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import type { Satang } from '#kernel';
import * as readModels from './index.ts';
import { type JournalFilter, JournalQueries, projections } from './index.ts';

const organisation = 'etda';
const filters: readonly JournalFilter[] = [
  { organisation },
  { organisation, project: 'P01' },
  { organisation, project: 'P01', fiscalYear: 2569, types: ['DisbursementMade'] },
  { organisation, types: ['DisbursementMade'] },
  { organisation, actor: 'officer-1', project: 'P01' },
  { organisation, document: 'DV-1', actor: 'officer-1', project: 'P01', types: ['DisbursementMade'] },
  { organisation, effectiveFrom: '2026-01-01', effectiveTo: '2026-03-31' },
  { organisation, text: 'consultant', reversed: false },
  { organisation, text: 'ab', imported: true },
  { organisation, imported: true },
  { organisation, text: 'z' },
  { organisation, amountFrom: 100 as Satang, amountTo: 200 as Satang, fiscalYear: 2569 },
  { organisation, reversed: true, fiscalYear: 2569 },
];

/**
 * Lists that were asked with, rows already found, the few organisations, the few rows of each letter, and the index of
 * words, which looks like a scan.
 */
const WALKED =
  /SCAN (?:json_each|organisation$|\(subquery|journal_letter$|journal_words VIRTUAL TABLE INDEX \d+:M)/;

/** A database with the tables of all read models, and the statements that its queries prepare. */
function recorded(): { database: DatabaseSync; statements: string[] } {
  const database = new DatabaseSync(':memory:');
  for (const { schema, indexes = '' } of projections) database.exec(schema + indexes);
  database.exec("INSERT INTO journal_letter VALUES ('c', 1)");
  const statements: string[] = [];
  const prepare = database.prepare.bind(database);
  database.prepare = (sql) => {
    statements.push(sql);
    return prepare(sql);
  };
  return { database, statements };
}

/** Every class of questions that the library offers; a new one is among them by its name. */
const queryClasses = (): (new (database: DatabaseSync) => unknown)[] =>
  Object.entries(readModels).flatMap(([name, exported]) =>
    name.endsWith('Queries') ? [exported as new (database: DatabaseSync) => unknown] : [],
  );

/** How SQLite goes about each statement of every read model. */
function plans(): { sql: string; steps: string[] }[] {
  const { database, statements } = recorded();
  for (const Queries of queryClasses()) new Queries(database);
  const journal = new JournalQueries(database);
  for (const filter of filters) {
    for (const newestFirst of [false, true]) {
      const span = { after: 0n, upTo: 1n, knownAt: 1n, newestFirst };
      journal.page(filter, { ...span, limit: 1 });
      journal.summary(filter, span, 1);
    }
  }
  for (const projection of projections) projection.open(database);
  // At a start every cell is read once, with its newest balance.
  const asked = statements.filter((sql) => /^\s*SELECT/.test(sql) && !sql.includes('SELECT c.*'));
  return asked.map((sql) => ({
    sql,
    steps: database
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => String(detail)),
  }));
}

describe('a question to the read models', () => {
  it('finds its rows by an index and never walks a whole table', () => {
    const all = plans();
    expect(queryClasses().length).toBeGreaterThan(10);
    expect(all.length).toBeGreaterThan(40);
    const walks = all.flatMap(({ sql, steps }) =>
      steps.filter((step) => step.startsWith('SCAN') && !WALKED.test(step)).map((step) => `${step}: ${sql}`),
    );
    expect(walks).toEqual([]);
  });

  it('about a moment seeks one balance per cell and one change per document', () => {
    const steps = plans().flatMap((plan) => plan.steps);
    expect(steps).toContain('SEARCH e USING PRIMARY KEY (cell=? AND position<?)');
    expect(steps).toContain('SEARCH n USING PRIMARY KEY (document=? AND position<?)');
  });

  it('about the events behind a figure reads a part of each cell', () => {
    const few = plans().filter(({ sql }) => sql.startsWith('SELECT e.cell,'));
    expect(few.map(({ steps }) => steps.filter((step) => step.startsWith('SEARCH')))).toEqual([
      ['SEARCH e USING PRIMARY KEY (cell=? AND position>? AND position<?)'],
    ]);
  });

  it('about all documents of an account reads no row of a document whose facts are at hand', () => {
    const lists = plans().filter(({ sql }) => /SELECT r.id, (?:e|max\(e)\./.test(sql));
    expect(lists).toHaveLength(4);
    for (const { steps } of lists) {
      const read = steps.filter((step) => /^SEARCH [rlw] /.test(step));
      expect(read).toEqual([expect.stringMatching(/^SEARCH r USING COVERING INDEX/)]);
    }
  });

  it('about open documents reads nothing of a settled one, and lines and words of those alone that are shown', () => {
    const open = plans().filter(({ sql }) => sql.includes('doc_settled'));
    expect(open.length).toBeGreaterThan(7);
    for (const { steps } of open) {
      const place = (table: string) => steps.findIndex((step) => step.startsWith(`SEARCH ${table} USING`));
      const places = ['r', 's', 'e', 'l'].map(place);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places).not.toContain(-1);
      expect(steps[place('s')]).toBe('SEARCH s USING PRIMARY KEY (book_id=? AND document=?)');
    }
  });

  it.each<[string, string, Partial<JournalFilter>]>([
    ['two letters by runs of three that begin with them', 'journal_words VIRTUAL TABLE', { text: 'ab' }],
    ['one rare letter by its rows', '(organisation_id=? AND rowid=?)', { text: 'z' }],
    [
      'what was taken over by an index of that alone',
      'journal_row USING INDEX journal_by_import',
      { imported: true },
    ],
  ])('in the journal finds %s', (_what, expected, filter) => {
    const { database, statements } = recorded();
    const span = { after: 0n, upTo: 1n, knownAt: 1n, limit: 1 };
    new JournalQueries(database).page({ organisation, ...filter }, span);
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${statements.at(-1) ?? ''}`).all();
    expect(plan.map(({ detail }) => detail).join('\n')).toContain(expected);
  });

  it('about a page sorts nothing that grows with the log', () => {
    const paged = plans().filter(({ sql }) => sql.includes(' LIMIT ?'));
    expect(paged.length).toBeGreaterThan(8);
    // The types of a page are few.
    const sorts = (step: string) => /TEMP B-TREE(?! FOR GROUP BY)/.test(step);
    expect(paged.filter(({ steps }) => steps.some(sorts))).toEqual([]);
  });

  it.each<[string, string, Partial<JournalFilter>]>([
    ['document', 'organisation_id=? AND document=?', { document: 'DV-1', actor: 'officer-1' }],
    ['actor', 'actor_id=?', { actor: 'officer-1', project: 'P01' }],
    ['type', 'type_id=?', { types: ['DisbursementMade'], project: 'P01' }],
    ['project', 'project_id=?', { project: 'P01', fiscalYear: 2569 }],
    [
      'month',
      'organisation_id=? AND month=?',
      { effectiveFrom: '2026-01-05', effectiveTo: '2026-01-20', fiscalYear: 2569 },
    ],
    ['year', 'organisation_id=? AND fiscal_year=?', { fiscalYear: 2569 }],
    ['organisation', 'organisation_id=?', {}],
  ])('in the journal is led by the %s where one is named', (name, columns, filter) => {
    const { database, statements } = recorded();
    const span = { after: 0n, upTo: 1n, knownAt: 1n, limit: 1 };
    new JournalQueries(database).page({ organisation, ...filter }, span);
    const [step] = database.prepare(`EXPLAIN QUERY PLAN ${statements.at(-1) ?? ''}`).all();
    expect(step?.['detail']).toBe(
      `SEARCH journal_row USING INDEX journal_by_${name} (${columns} AND rowid>? AND rowid<?)`,
    );
  });
});
