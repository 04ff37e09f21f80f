import { describe, expect, it } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { compareTables } from './compare-tables.ts';

const TABLES = `
CREATE TABLE contents (projections TEXT);
CREATE TABLE cell (name TEXT, quarter INTEGER, amount INTEGER, PRIMARY KEY (quarter, name)) WITHOUT ROWID;
CREATE TABLE note (text TEXT);
CREATE INDEX named ON cell (name);
CREATE VIRTUAL TABLE spoken USING fts5(words, content='', columnsize=0, detail=none, tokenize='trigram');`;

function database(...statements: readonly string[]): DatabaseSync {
  const made = new DatabaseSync(':memory:');
  for (const statement of [TABLES, ...statements]) made.exec(statement);
  return made;
}

const ROWS = "INSERT INTO cell VALUES ('ก', 1, 10), ('B', 1, 20), ('A', 2, 9007199254740993), ('A', 3, NULL)";
const expected = database(ROWS);

/** Row by row, and by looking rows up in an attached database: both must say the same. */
function differences(found: DatabaseSync, isWhole = true) {
  const slowly = [...compareTables(found, expected, { isWhole })];
  found.exec("ATTACH ':memory:' AS rebuilt");
  for (const statement of [TABLES, ROWS])
    found.exec(statement.replaceAll(/(TABLE|INDEX|INTO) (?=\w)/g, '$1 rebuilt.'));
  const attached = [...compareTables(found, expected, { isWhole, attached: 'rebuilt' })];
  found.exec('DETACH rebuilt');
  expect(attached).toEqual(slowly);
  return attached;
}

describe('two files of read models', () => {
  it('are the same whatever the order in which rows were written', () => {
    const other = database(
      "INSERT INTO cell VALUES ('A', 3, NULL), ('A', 2, 9007199254740993)",
      "INSERT INTO cell VALUES ('B', 1, 20), ('ก', 1, 10)",
    );
    expect(differences(other)).toEqual([]);
  });

  it.each<[string, string, object]>([
    [
      'a value',
      "UPDATE cell SET amount = 11 WHERE name = 'ก'",
      { key: 'quarter=1, name=ก', what: 'amount is 11, and the events give 10' },
    ],
    [
      'a large number by one',
      'UPDATE cell SET amount = amount - 1 WHERE quarter = 2',
      { what: expect.stringContaining('9007199254740992') },
    ],
    [
      'nothing that became a number',
      'UPDATE cell SET amount = 0 WHERE quarter = 3',
      { what: 'amount is 0, and the events give nothing' },
    ],
    [
      'a row that is missing',
      "DELETE FROM cell WHERE name = 'B'",
      { key: 'quarter=1, name=B', what: 'the row is missing' },
    ],
    [
      'a row that is too many',
      "INSERT INTO cell VALUES ('C', 1, 1)",
      { key: 'quarter=1, name=C', what: 'the row is there, and no event gave it' },
    ],
    ['a row of a table without a key', "INSERT INTO note VALUES ('x')", { table: 'note', key: 'text=x' }],
    ['a table that is missing', 'DROP TABLE note', { table: 'note', what: 'the table is missing' }],
    [
      'a table of another form',
      'ALTER TABLE note ADD COLUMN more TEXT',
      { table: 'note', what: 'the table has another form' },
    ],
    [
      'a trigger, however its table is spelt',
      'CREATE TRIGGER late AFTER INSERT ON CELL BEGIN SELECT 1; END',
      { table: 'CELL', what: 'the trigger late is none of a read model' },
    ],
    ['a view', 'CREATE VIEW shown AS SELECT 1', { what: 'the view shown is none of a read model' }],
    ['an index that is missing', 'DROP INDEX named', { table: 'cell', what: 'the index named is missing' }],
    [
      'an index of another form',
      'DROP INDEX named; CREATE INDEX named ON cell (amount)',
      { table: 'cell', what: 'the index named has another form' },
    ],
    [
      'a table that is too many',
      'CREATE TABLE extra (a)',
      { table: 'extra', what: 'the table is none of a read model' },
    ],
  ])('differ by %s', (_, change, told) => {
    expect(differences(database(ROWS, change))).toEqual([expect.objectContaining(told)]);
  });

  it('hold the same words, in whatever pieces these are stored', () => {
    const words = (...texts: readonly string[]) =>
      texts.map((text, index) => `INSERT INTO spoken (rowid, words) VALUES (${index + 1}, '${text}')`);
    const texts = ['ค่าจ้างที่ปรึกษา', 'rent'];
    const expected = database(ROWS, ...words(...texts));
    const merged = database(ROWS, ...words(...texts), "INSERT INTO spoken (spoken) VALUES ('optimize')");
    expect([...compareTables(merged, expected, { isWhole: true })]).toEqual([]);
    const other = database(ROWS, ...words('ค่าจ้างที่ปรึกษา', 'rest'));
    expect([...compareTables(other, expected, { isWhole: true })]).toContainEqual(
      expect.objectContaining({ table: 'spoken', key: 'term=ren', what: 'the row is missing' }),
    );
  });

  it('are compared by what both hold where one holds more', () => {
    const more = database(ROWS, 'CREATE TABLE extra (a)', "INSERT INTO contents VALUES ('more')");
    expect(differences(more, false)).toEqual([]);
  });
});
