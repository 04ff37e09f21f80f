import { describe, expect, it } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { storageFailure } from '../../sqlite/sqlite-errors.ts';
import { CopyBooks } from './copy-books.ts';

describe('the books of a copy on a full disk', () => {
  it('say that it is full, and go on when there is room', () => {
    const database = new DatabaseSync(':memory:');
    const books = new CopyBooks(database);
    const fill = () =>
      books.transaction(() => {
        books.beginCopyOf('obligo');
        for (let n = 0n; n < 5_000n; n += 1n) books.setTail(`obligo/stream-${n}`, n);
      });
    database.exec('PRAGMA max_page_count = 20');
    let thrown: unknown;
    try {
      fill();
    } catch (error) {
      thrown = error;
    }
    expect(storageFailure(thrown)?.refusal).toMatchObject({ code: 'storage-failed', kind: 'unavailable' });
    expect(books.log).toBeUndefined();
    database.exec('PRAGMA max_page_count = 10000');
    fill();
    expect(books.log).toBe('obligo');
    database.close();
  });

  it('tell the reason also where SQLite has ended the transaction by itself', () => {
    const database = new DatabaseSync(':memory:');
    const books = new CopyBooks(database);
    const run = () => {
      database.exec('ROLLBACK');
      throw new Error('database or disk is full');
    };
    expect(() => books.transaction(run)).toThrow('database or disk is full');
    database.close();
  });
});
