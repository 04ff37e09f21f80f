import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Instant, RefusalError } from '#kernel';
import { Desk } from './index.ts';

let folder: string;
let file: string;
let now = Date.parse('2025-12-05T02:00:00.000Z');
let desk: Desk;

const open = (days = 730) => Desk.open({ file, days, clock: () => new Date(now).toISOString() as Instant });
const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'done';
  } catch (error) {
    return error instanceof RefusalError ? error.refusal.code : String(error);
  }
};
const draft = (id: string, content = '{}') => ({ id, kind: 'post', title: 'สัญญา 12', content });
const attempt = (who: string, code = 'budget-exceeded', body = '{"amount":"1.00"}') => ({
  at: new Date(now).toISOString() as Instant,
  who,
  operation: 'commitmentMake',
  project: 'P01',
  path: '/api/v1/budget-accounts/2569/P01/commitments',
  status: 422,
  code,
  message: 'ไม่พอ 0.01 บาท',
  shortfall: '0.01',
  body,
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'obligo-desk-'));
  file = join(folder, 'desk.sqlite');
  desk = open();
});

afterEach(() => {
  desk.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('drafts', () => {
  it('are kept for the one who typed them, with their age, across a restart', () => {
    desk.keepDraft('malee', draft('a', 'พิมพ์ไว้'), 0);
    now += 60_000;
    desk.keepDraft('malee', draft('a', 'พิมพ์ต่อ'), 1);
    desk.close();
    desk = open();
    expect(desk.draft('malee', 'a')).toMatchObject({ content: 'พิมพ์ต่อ', revision: 2 });
    const [{ createdAt, changedAt } = { createdAt: '', changedAt: '' }] = desk.drafts('malee');
    expect(Date.parse(changedAt) - Date.parse(createdAt)).toBe(60_000);
    expect(desk.drafts('somchai')).toEqual([]);
    expect(codeOf(() => desk.draft('somchai', 'a'))).toBe('draft-unknown');
    expect(codeOf(() => desk.removeDraft('somchai', 'a'))).toBe('draft-unknown');
  });

  it('that two windows change are not silently overwritten', () => {
    desk.keepDraft('malee', draft('a'), 0);
    desk.keepDraft('malee', draft('a', 'first window'), 1);
    expect(codeOf(() => desk.keepDraft('malee', draft('a', 'second window'), 1))).toBe(
      'draft-changed-elsewhere',
    );
    expect(codeOf(() => desk.keepDraft('malee', draft('a', 'begun twice'), 0))).toBe(
      'draft-changed-elsewhere',
    );
    desk.removeDraft('malee', 'a');
    expect(codeOf(() => desk.keepDraft('malee', draft('a', 'after it was sent'), 2))).toBe(
      'draft-changed-elsewhere',
    );
  });

  it('end where one person keeps too many, or too large ones; changing one is still possible', () => {
    for (let each = 0; each < 200; each += 1) desk.keepDraft('malee', draft(String(each)), 0);
    expect(codeOf(() => desk.keepDraft('malee', draft('one more'), 0))).toBe('drafts-too-many');
    expect(codeOf(() => desk.keepDraft('malee', draft('7', 'x'.repeat(20_000_001)), 1))).toBe(
      'drafts-too-many',
    );
    expect(codeOf(() => desk.keepDraft('malee', draft('7', 'changed'), 1))).toBe('done');
    expect(codeOf(() => desk.keepDraft('somchai', draft('own'), 0))).toBe('done');
  });
});

describe('preferences and visits', () => {
  it('are those of one person', () => {
    desk.keepPreferences('malee', '{"language":"en"}');
    desk.keepPreferences('malee', '{"language":"th"}');
    expect(desk.preferences('malee')).toBe('{"language":"th"}');
    expect(desk.preferences('somchai')).toBeUndefined();
  });

  it('a visit lasts while somebody looks, and its end is what the next one is compared with', () => {
    expect(desk.lastVisit('malee')).toBeUndefined();
    desk.visit('malee', '100');
    now += 10 * 60_000;
    desk.visit('malee', '120');
    expect(desk.lastVisit('malee')).toBeUndefined();
    now += 24 * 3_600_000;
    expect(desk.lastVisit('malee')).toMatchObject({ position: '120' });
    desk.visit('malee', '300');
    expect(desk.lastVisit('malee')).toMatchObject({ position: '120' });
  });

  it('are forgotten with the person; what was refused stays', () => {
    desk.keepDraft('malee', draft('a'), 0);
    desk.keepPreferences('malee', '{}');
    desk.visit('malee', '1');
    desk.recordAttempt(attempt('malee'));
    desk.forget('malee');
    expect([desk.drafts('malee'), desk.preferences('malee'), desk.lastVisit('malee')]).toEqual([
      [],
      undefined,
      undefined,
    ]);
    expect(desk.attempts({ limit: 10 })).toHaveLength(1);
  });
});

describe('refused attempts', () => {
  it('are found by person, code, project, time and any part of their text, the newest first, page by page', () => {
    desk.recordAttempt(attempt('malee', 'budget-exceeded', '{"document":"สัญญา 100%_a"}'));
    now += 86_400_000;
    desk.recordAttempt(attempt('somchai', 'period-closed'));
    desk.recordAttempt(attempt('malee', 'period-closed'));
    const numbers = (filter: object) => desk.attempts({ limit: 10, ...filter }).map((each) => each.attempt);
    expect(numbers({})).toEqual(['3', '2', '1']);
    expect(numbers({ before: 3n, limit: 1 })).toEqual(['2']);
    expect(numbers({ who: 'malee' })).toEqual(['3', '1']);
    expect(numbers({ code: 'period-closed', who: 'somchai' })).toEqual(['2']);
    expect(numbers({ project: 'P02' })).toEqual([]);
    expect(numbers({ text: '100%_A' })).toEqual(['1']);
    expect(numbers({ text: '100x_a' })).toEqual([]);
    expect(numbers({ since: new Date(now).toISOString() })).toEqual(['3', '2']);
  });

  it('are never changed, are bounded per person, and end with the retention', () => {
    for (let each = 0; each < 10_003; each += 1)
      desk.recordAttempt(attempt('malee', 'budget-exceeded', 'x'.repeat(20)));
    desk.recordAttempt(attempt('somchai'));
    expect(desk.attempts({ who: 'malee', limit: 20_000 })).toHaveLength(10_000);
    expect(desk.attempts({ who: 'somchai', limit: 10 })).toHaveLength(1);
    const other = new DatabaseSync(file);
    expect(() => other.exec(`UPDATE attempts SET who = 'nobody'`)).toThrow(/never changed/);
    other.close();
    now += 3 * 86_400_000;
    desk.close();
    desk = open(2);
    expect(desk.attempts({ limit: 10 })).toEqual([]);
  });

  it('keep no more of a long text than the desk decides', () => {
    desk.recordAttempt(attempt('malee', 'budget-exceeded', 'x'.repeat(100_000)));
    const [{ body } = { body: '' }] = desk.attempts({ limit: 1 });
    expect([body.length, body.endsWith('…')]).toEqual([16_000, true]);
  });
});

describe('the file', () => {
  it('is for its user alone, and another sort of file is refused', () => {
    expect(statSync(file).mode & 0o077).toBe(0);
    desk.close();
    writeFileSync(file, 'not a database, but a text that is long enough to be looked at by the program');
    expect(codeOf(() => open())).toBe('desk-file-unusable');
    rmSync(file);
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE something (x)');
    other.close();
    expect(codeOf(() => open())).toBe('desk-file-unusable');
    rmSync(file);
    desk = open();
  });
});
