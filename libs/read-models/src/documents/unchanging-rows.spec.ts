import { describe, expect, it } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { schema as journal } from '../journal/tables.ts';
import { schema } from './tables.ts';
import { UnchangingRows } from './unchanging-rows.ts';

/** More than are kept at hand. */
const MANY = 45_000;

function documents(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  database.exec(schema + journal);
  database.exec(`
    INSERT INTO doc_book VALUES (1, 'etda', 2569, 'commitment', 'P01');
    INSERT INTO doc_line VALUES (1, 'annual', 'operating');
    INSERT INTO journal_row (position, type_id, organisation_id, effective_on, recorded_at, actor_id, description, imported, event_id)
      VALUES (7, 1, 1, '2026-01-05', 0, 1, 'ค่าเช่า', 0, x'00');
    WITH RECURSIVE made(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM made WHERE id < ${MANY})
    INSERT INTO doc_document SELECT id, 1, 'PO-' || id, iif(id % 2, '', 'A'), 1, '2026-01-05', NULL, nullif(id - 1, 0), iif(id = 2, 7, NULL)
      FROM made;`);
  return database;
}

describe('what of documents never changes', () => {
  const database = documents();
  const facts = UnchangingRows.facts(database);
  const numbers = (ids: readonly number[]) => facts.of(ids).map(({ number }) => number);

  it('is told whole, with the words where there are any', () => {
    const shared = { stage: 'commitment', project: 'P01', fundSource: 'annual', category: 'operating' };
    const made = { ...shared, madeOn: '2026-01-05', dueOn: null };
    expect(facts.of([1, 2])).toEqual([
      { ...made, id: 1, number: 'PO-1', item: null, previous: null },
      { ...made, id: 2, number: 'PO-2', item: 'A', previous: 1 },
    ]);
    expect(UnchangingRows.words(database).of([1, 2])).toEqual([
      { id: 1, counterparty: null, description: null },
      { id: 2, counterparty: null, description: 'ค่าเช่า' },
    ]);
  });

  it('is told in the order of the question, of documents that were asked about before and of others', () => {
    expect(numbers([5, 2, 9])).toEqual(['PO-5', 'PO-2', 'PO-9']);
    expect(numbers([9, 3, 5, 2])).toEqual(['PO-9', 'PO-3', 'PO-5', 'PO-2']);
    expect(numbers([])).toEqual([]);
  });

  it('is told of every document of a list, however long it is, and again', () => {
    const ids = Array.from({ length: MANY }, (_, index) => MANY - index);
    for (let time = 0; time < 2; time += 1) expect(numbers(ids)).toEqual(ids.map((id) => `PO-${id}`));
  });
});
