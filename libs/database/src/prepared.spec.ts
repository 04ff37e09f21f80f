import { describe, expect, it } from '@jest/globals';
import { prepared } from './postgres/prepared.ts';

describe('a statement for PostgreSQL', () => {
  it.each([
    ['SELECT 1', 'SELECT 1'],
    ['SELECT a FROM t WHERE b = ? AND c > ?', 'SELECT a FROM t WHERE b = $1 AND c > $2'],
    [
      `SELECT a AS "why?" FROM t WHERE b = '?' AND c = ?`,
      `SELECT a AS "why?" FROM t WHERE b = '?' AND c = $1`,
    ],
    [`SELECT 'it''s ?' FROM t WHERE c = ?`, `SELECT 'it''s ?' FROM t WHERE c = $1`],
    [String.raw`a LIKE ? ESCAPE '\' OR b LIKE ?`, String.raw`a LIKE $1 ESCAPE '\' OR b LIKE $2`],
  ])('has numbers for its placeholders, but none in quotes: %s', (sql, expected) => {
    expect(prepared(sql).text).toBe(expected);
  });

  it('has one name, and another than every other one', () => {
    expect(prepared('SELECT ?').name).toBe(prepared('SELECT ?').name);
    expect(prepared('SELECT ?').name).not.toBe(prepared('SELECT  ?').name);
    // PostgreSQL cuts longer names off.
    expect(prepared('SELECT ?').name.length).toBeLessThan(64);
  });
});
